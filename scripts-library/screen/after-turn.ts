import type { Rule } from '../rule.ts';
import type { Finding, ScreenContext } from './finding.ts';
import { spellOut } from './phrase.ts';

/**
 * Rules that a draft can't break: they are judged once a turn or session is over, and never speak above 提示.
 * Texts are compared as people read them: no spaces, punctuation, case or salutations.
 */

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** House salutations and particles; what is left says something. */
const HOUSE = /亲爱的|亲亲|亲|宝贝|宝|家人们?|客官|小主|哈|呢|哦|呀|啊|哒|噢|嗯/g;

const finding = (rule: Rule, text: string): Finding => ({
  rule: rule.id,
  category: rule.category,
  level: 'hint',
  start: 0,
  end: text.length,
  folds: [],
  ...(rule.replacement === undefined ? {} : { replacement: rule.replacement }),
});

const speaks = (rule: Rule, { by, platform, stage }: ScreenContext): boolean =>
  (rule.scope?.by ?? ['agent', 'unknown']).includes(by) &&
  (rule.scope?.platforms === undefined ||
    (platform !== undefined && rule.scope.platforms.includes(platform))) &&
  (rule.scope?.stages === undefined || (stage !== undefined && rule.scope.stages.includes(stage)));

/**
 * `non-answer`: the only reply of a turn is one of the rule's phrases (a bare greeting).
 * Speaks only where the rule's scope names the platform. Source: TikTok Shop's valid-response rule.
 */
export function nonAnswers(rules: readonly Rule[], reply: string, context: ScreenContext): Finding[] {
  const said = bare(reply).replace(HOUSE, '');
  return rules
    .filter((rule) => rule.kind === 'non-answer' && speaks(rule, context))
    .filter((rule) =>
      (rule.phrases ?? []).flatMap(spellOut).some((phrase) => bare(phrase).replace(HOUSE, '') === said),
    )
    .map((rule) => finding(rule, reply));
}

/** What a session held of our side, in order. `welcomed`: the console's own welcome message was shown. */
export interface Session {
  readonly replies: readonly string[];
  readonly welcomed: boolean;
}

/**
 * `required`: none of the rule's phrases was said where its stage wants it: `greeting` in the first reply,
 * `closing` in the last, otherwise anywhere. A console's welcome message is a greeting.
 */
export function missingPhrases(
  rules: readonly Rule[],
  { replies, welcomed }: Session,
  context: ScreenContext,
): Finding[] {
  if (replies.length === 0) return [];
  return rules
    .filter(
      (rule) => rule.kind === 'required' && (rule.scope?.by ?? ['agent', 'unknown']).includes(context.by),
    )
    .flatMap((rule) => {
      const stage = rule.scope?.stages?.[0];
      if (stage === 'greeting' && welcomed) return [];
      const where =
        stage === 'greeting' ? replies.slice(0, 1) : stage === 'closing' ? replies.slice(-1) : replies;
      const phrases = (rule.phrases ?? []).flatMap(spellOut).map(bare);
      const said = where.map(bare).some((text) => phrases.some((phrase) => text.includes(phrase)));
      return said ? [] : [finding(rule, where[0] ?? '')];
    });
}

/** A turn of ours that is over, and what our side had said before it. */
export interface OverTurn extends Session {
  readonly earlier: readonly string[];
}

/** What all these kinds of rules say of a turn. A closing is not asked for: nobody knows yet that it was the last. */
export function judgeTurn(
  rules: readonly Rule[],
  { replies, earlier, welcomed }: OverTurn,
  context: ScreenContext,
): Finding[] {
  const [only, second] = replies;
  const opening = rules.filter(({ scope }) => scope?.stages?.[0] !== 'closing');
  return [
    ...(earlier.length === 0 ? missingPhrases(opening, { replies, welcomed }, context) : []),
    ...(only !== undefined && second === undefined ? nonAnswers(rules, only, context) : []),
    ...replies.flatMap((reply, index) =>
      repeats(rules, reply, [...earlier, ...replies.slice(0, index)], context),
    ),
  ];
}

/** Runs of two characters, as a set; what a reply is made of. */
function shingles(text: string): Set<string> {
  const all = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) all.add(text.slice(i, i + 2));
  return all;
}

/** Jaccard similarity of two texts' two-character runs, 0 to 1. */
export function similarity(a: string, b: string): number {
  const one = shingles(bare(a).replace(HOUSE, ''));
  const two = shingles(bare(b).replace(HOUSE, ''));
  const shared = [...one].filter((run) => two.has(run)).length;
  const all = one.size + two.size - shared;
  return all === 0 ? 0 : shared / all;
}

const SAME = 0.85;
/** Shorter replies (在的, 好的亲) may be said as often as one likes. */
const SHORTEST = 8;

/** `repeat`: a reply that this buyer already got from us, word for word or nearly. */
export function repeats(
  rules: readonly Rule[],
  reply: string,
  earlier: readonly string[],
  context: ScreenContext,
): Finding[] {
  if (bare(reply).replace(HOUSE, '').length < SHORTEST) return [];
  if (!earlier.some((text) => similarity(reply, text) >= SAME)) return [];
  return rules
    .filter((rule) => rule.kind === 'repeat' && speaks(rule, context))
    .map((rule) => finding(rule, reply));
}
