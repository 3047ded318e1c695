import type { Shape } from '../rule.ts';
import { loadAlphabet } from './alphabet.ts';
import type { CompiledRule, CompiledRules } from './compile.ts';
import { isDenied, isWhole, namesOnlyOwn, standsAfter, standsBefore } from './context.ts';
import { isFigure } from './faces.ts';
import type { Finding, ScreenContext } from './finding.ts';
import { HOMOPHONE, INNOCENT, LOOKALIKE, namesOf, PINYIN, SPLIT } from './folds.ts';
import { headsOf } from './heads.ts';
import type { Hit } from './hit.ts';
import { loadLanguage, type Words } from './language.ts';
import { ASKED, groupOf, HIT, indexOf, NEAR, roleOf, UNLESS } from './meaning.ts';
import { findShapes } from './numbers.ts';
import { type Slices, type Work, workOf } from './slices.ts';
import { distanceBetween, type Span } from './span.ts';
import { loadStarts, type Starts } from './starts.ts';
import { isLetter } from './tokens.ts';
import { loadTrie } from './trie.ts';
import { type Read, readWith, type Units } from './units.ts';
import { loadTables } from './variants.ts';
import { walkOf } from './walk.ts';
import { weigh } from './weigh.ts';

/** Compiled rules, unpacked for scanning. Build once, use for every keystroke. */
export interface Screen {
  readonly rules: readonly CompiledRule[];
  readonly read: Read;
  readonly find: (units: Units) => Hit[];
  readonly language: Words;
  readonly starts: Starts;
  readonly shapes: ReadonlySet<Shape>;
  /** What the buyer asked last, and the rules whose question that holds. */
  readonly heard: { asked: string; rules: ReadonlySet<number> };
}

const GUESSED = HOMOPHONE | LOOKALIKE | PINYIN | SPLIT;
const SEVERITY = { hint: 0, warn: 1, block: 2 } as const;

function* loading({ rules, alphabet, words, ...packed }: CompiledRules): Slices<Screen> {
  const tables = loadTables(packed.tables);
  yield;
  const trie = yield* loadTrie(packed.trie, tables.sound);
  const starts = yield* loadStarts(packed.starts, tables);
  const forms = yield* loadAlphabet(alphabet);
  const heads = yield* headsOf(trie);
  const language = loadLanguage(packed.language);
  return {
    rules,
    read: readWith(forms),
    find: walkOf({ trie, heads, tables, words, language, starts }),
    language,
    starts,
    shapes: new Set(rules.flatMap((rule) => rule.shapes ?? [])),
    heard: { asked: '', rules: new Set() },
  };
}

/**
 * Unpacks compiled rules for scanning: in slices, so that the page stays quick, or in a hurry. Rules that are in use
 * meanwhile stay in use: the new ones take their place when they are whole.
 */
export const unpacking = (compiled: CompiledRules): Work<Screen> => workOf(loading(compiled));

/** Unpacks compiled rules for scanning, at one go. */
export const loadRules = (compiled: CompiledRules): Screen => unpacking(compiled).atOnce();

/** Unpacks compiled rules for scanning, calling `rest` between slices of the work. */
export const loadRulesGently = (compiled: CompiledRules, rest: () => Promise<unknown>): Promise<Screen> =>
  unpacking(compiled).gently(rest);

/** What the rules object to in `text`, in text order: half-open UTF-16 spans of the text as typed. */
export function screen(engine: Screen, text: string, context: ScreenContext): Finding[] {
  const { language } = engine;
  let units = engine.read(text);
  const shapes = mayHoldShapes(engine, units) ? findShapes(text, units, engine.shapes, language) : [];
  const found = engine.find(units);
  if (shapes.length === 0 && !found.some((hit) => roleOf(hit.meaning) === HIT)) return [];
  const hits = new Map<number, Hit[]>();
  for (const hit of found) {
    const index = indexOf(hit.meaning);
    hits.set(index, [...(hits.get(index) ?? []), hit]);
  }
  const asked = rulesAsked(engine, context.asked);
  // What was asked took the reader's room; a second reader would make both slower.
  units = engine.read(text);
  const findings: Finding[] = [];
  engine.rules.forEach((rule, index) => {
    const { id, category, level, replacement, without = 0 } = rule;
    const allowed = ({ folds }: Span): boolean => !(without & folds);
    const own = (hits.get(index) ?? []).filter(allowed);
    const shaped = shapes.filter(
      (hit) =>
        rule.shapes?.includes(hit.shape) &&
        allowed(hit) &&
        !(rule.whole && !isWhole(units, hit.from, hit.to, language)),
    );
    if (own.length + shaped.length === 0 || !inScope(rule, context) || (rule.asked && !asked.has(index)))
      return;
    const phrases = leadingAway(rule, phrasesOf(rule, own, units, language), units, language, context);
    for (const { from, to, folds } of longest([...phrases, ...shaped])) {
      findings.push({
        rule: id,
        category,
        level,
        start: units.start[from] as number,
        end: units.end[to - 1] as number,
        folds: namesOf(folds),
        ...(replacement === undefined ? {} : { replacement }),
      });
    }
  });
  return worstOfEachPlace(findings);
}

/** The shortest shape is an account of five letters or figures. */
function mayHoldShapes({ shapes, starts: { looks } }: Screen, { code, length }: Units): boolean {
  if (shapes.size === 0) return false;
  let signs = 0;
  for (let i = 0; i < length && signs < 5; i++) {
    const here = code[i] as number;
    if (isLetter(here) || isFigure(looks[here] as number)) signs++;
  }
  return signs > 4;
}

function inScope(rule: CompiledRule, { by, platform, stage }: ScreenContext): boolean {
  return (
    rule.by.includes(by) &&
    (rule.platforms === undefined || (platform !== undefined && rule.platforms.includes(platform))) &&
    (rule.stages === undefined || (stage !== undefined && rule.stages.includes(stage)))
  );
}

/** Rules whose question the buyer's last message holds; it is looked through once, not at every keystroke. */
function rulesAsked({ rules, find, read, heard }: Screen, asked = ''): ReadonlySet<number> {
  if (heard.asked !== asked) {
    const hits = rules.some((rule) => rule.asked) ? find(read(asked)) : [];
    heard.asked = asked;
    heard.rules = new Set(
      hits.filter(({ meaning }) => roleOf(meaning) === ASKED).map(({ meaning }) => indexOf(meaning)),
    );
  }
  return heard.rules;
}

/** A rule's phrase hits that survive its conditions. */
function phrasesOf(rule: CompiledRule, own: readonly Hit[], units: Units, words: Words): Span[] {
  // What only sounds or looks like an excuse is none: 客服加 is not 附加.
  const excused = own.filter(({ meaning, folds }) => roleOf(meaning) === UNLESS && !(folds & GUESSED));
  const kept = own.filter((hit) => !excused.some((span) => span.from <= hit.from && hit.to <= span.to));
  return kept
    .filter((hit) => roleOf(hit.meaning) === HIT && fits(rule, hit, units, words))
    .flatMap((hit) => {
      const spans = withNear(rule, hit, kept, units, words);
      if (
        spans === null ||
        (rule.exceptNegated && spans.some((span) => isDenied(units, span.from, span.to, words)))
      )
        return [];
      return [joined(spans)];
    });
}

/** What stays where a rule does not mind its own platform: not what names that one alone, nor what lies within. */
function leadingAway(
  rule: CompiledRule,
  spans: readonly Span[],
  units: Units,
  words: Words,
  { platform }: ScreenContext,
): readonly Span[] {
  if (!rule.exceptOwnPlatform || platform === undefined) return spans;
  const here = spans.filter(({ from, to }) => namesOnlyOwn(units, from, to, platform, words));
  return spans.filter((span) => !here.some(({ from, to }) => from <= span.from && span.to <= to));
}

function fits(rule: CompiledRule, { from, to, folds }: Hit, units: Units, words: Words): boolean {
  return (
    !(rule.disguised && (folds & ~INNOCENT) === 0) &&
    !(rule.notAfter !== undefined && standsBefore(units, from, rule.notAfter)) &&
    !(rule.notBefore !== undefined && standsAfter(units, to, rule.notBefore)) &&
    !(rule.whole && !isWhole(units, from, to, words))
  );
}

/** The hit and what must stand near it, or null if something is missing. */
function withNear(
  rule: CompiledRule,
  hit: Hit,
  kept: readonly Hit[],
  units: Units,
  words: Words,
): Span[] | null {
  const signs = weigh(rule, hit, kept, units, words);
  if (signs === null) return null;
  const found: Span[] = [hit, ...signs];
  for (const [group, within] of (rule.near ?? []).entries()) {
    const distance = (other: Span): number => distanceBetween(units, hit, other);
    const nearest = kept
      .filter(({ meaning }) => roleOf(meaning) === NEAR && groupOf(meaning) === group)
      .filter((other) => (other.from >= hit.to || other.to <= hit.from) && distance(other) <= within)
      .sort((a, b) => distance(a) - distance(b))[0];
    if (nearest === undefined) return null;
    found.push(nearest);
  }
  return found;
}

const joined = (spans: readonly Span[]): Span => ({
  from: Math.min(...spans.map(({ from }) => from)),
  to: Math.max(...spans.map(({ to }) => to)),
  folds: spans.reduce((mask, { folds }) => mask | folds, 0),
});

const foldCount = (folds: number): number => namesOf(folds).length;

/** Takes spans in the order of preference, each only if it meets none that was taken. */
function firstOfEachPlace<T>(ranked: readonly T[], meets: (one: T, other: T) => boolean): T[] {
  const taken: T[] = [];
  for (const one of ranked) if (!taken.some((other) => meets(one, other))) taken.push(one);
  return taken;
}

/** Of overlapping spans of one rule the one that needed the fewest folds, then the longest. */
function longest(spans: readonly Span[]): Span[] {
  const ranked = [...spans].sort(
    (a, b) => foldCount(a.folds) - foldCount(b.folds) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  return firstOfEachPlace(ranked, (a, b) => a.from < b.to && b.from < a.to);
}

/** Where two rules of one category meet, the severer one speaks, then the longer one. In text order. */
function worstOfEachPlace(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort(
    (a, b) =>
      SEVERITY[b.level] - SEVERITY[a.level] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  return firstOfEachPlace(
    ranked,
    (a, b) => a.category === b.category && a.start < b.end && b.start < a.end,
  ).sort((a, b) => a.start - b.start || a.end - b.end);
}
