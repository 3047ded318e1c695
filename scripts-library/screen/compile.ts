import type { By, Level } from '../../core/event.ts';
import type { Category, Clues, Fold, Rule, Shape } from '../rule.ts';
import { ALIASES } from './aliases.ts';
import { loadAlphabet, type PackedAlphabet } from './alphabet.ts';
import type { RuleNote } from './finding.ts';
import { maskOf } from './folds.ts';
import type { Language } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { ASKED, HIT, NEAR, packMeaning, UNLESS } from './meaning.ts';
import { packAlphabet } from './pack-alphabet.ts';
import { packStarts } from './pack-starts.ts';
import { packTables } from './pack-tables.ts';
import { spellOut } from './phrase.ts';
import { atOnce } from './slices.ts';
import type { PackedStarts } from './starts.ts';
import { type Alias, loadTrie, type PackedTrie } from './trie.ts';
import { TrieBuilder } from './trie-builder.ts';
import { type Read, readWith, textOf, type Units } from './units.ts';
import { loadTables, type PackedTables } from './variants.ts';

/** What adds up around a hit: the signs' groups follow those of `near`. */
export interface CompiledClues {
  readonly within: number;
  readonly enough: number;
  readonly points: readonly number[];
  /** A hit is a sign itself, its group says which. */
  readonly anywhere?: true;
}

/** A rule as the scanner needs it; its phrases are in the trie. */
export interface CompiledRule {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly by: readonly By[];
  readonly replacement?: string;
  readonly shapes?: readonly Shape[];
  /** For each `near` condition, within how many characters. */
  readonly near?: readonly number[];
  readonly clues?: CompiledClues;
  /** Folded forms that must not stand right before or after. */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  readonly platforms?: readonly string[];
  readonly stages?: readonly string[];
  readonly asked?: true;
  readonly exceptNegated?: true;
  readonly exceptOwnPlatform?: true;
  readonly disguised?: true;
  readonly whole?: true;
  /** Mask of the folds that the rule may not use. */
  readonly without?: number;
}

/** Rules made ready for scanning: plain JSON (numbers as text: rice.ts), so that it travels as a message. */
export interface CompiledRules {
  readonly version: 1;
  readonly packHash: string;
  readonly notes: Readonly<Record<string, RuleNote>>;
  readonly rules: readonly CompiledRule[];
  readonly alphabet: PackedAlphabet;
  readonly trie: PackedTrie;
  readonly starts: PackedStarts;
  /** What aliases stand for. */
  readonly words: readonly string[];
  readonly tables: PackedTables;
  readonly language: Language;
}

/** Kinds that are judged on a text; the others need the conversation (after-turn.ts). */
const ON_TEXT: ReadonlySet<Rule['kind']> = new Set(['phrase', 'substitution', 'pii', 'promise']);
const OUR_SIDE: readonly By[] = ['agent', 'robot', 'unknown'];

/** Folds a phrase's text; braces, bars and `#` keep their meaning. */
const folded = (phrase: string, read: Read): string =>
  phrase
    .split(/([{}|#])/)
    .map((part, index) => (index % 2 === 1 ? part : wordsOf(read(part))))
    .join('');
const wordsOf = (units: Units): string => textOf(units, 0, units.length);

/**
 * Makes rules ready for scanning. `packHash` names the packs that they came from and travels with the result.
 * Throws {@link PhraseError} for a phrase whose braces don't match.
 */
export function compileRules(rules: readonly Rule[], { packHash }: { packHash: string }): CompiledRules {
  const onText = rules.filter((rule) => ON_TEXT.has(rule.kind));
  const alphabet = packAlphabet();
  const read = readWith(atOnce(loadAlphabet(alphabet)));
  const trie = new TrieBuilder();
  const chars = { heard: new Set<string>(), seen: new Set<string>(), split: new Set<string>() };
  const named = new Set<string>();
  onText.forEach((rule, index) => {
    // What no rule lets pass for a phrase is not looked for: a plain list costs no more than plain matching.
    const off = (fold: Fold): boolean => rule.withoutFolds?.includes(fold) === true;
    const add = (phrases: readonly string[] | undefined, role: number, group = 0): void => {
      for (const text of (phrases ?? []).flatMap((phrase) => spellOut(folded(phrase, read)))) {
        if (text === '') continue;
        trie.add(text, packMeaning({ role, index, group, reversed: false, weak: false }));
        for (const char of text) {
          if (!off('homophone') || !off('pinyin')) chars.heard.add(char);
          if (!off('lookalike')) chars.seen.add(char);
          if (!off('split')) chars.split.add(char);
          if (!off('abbreviation')) named.add(char);
        }
        if (role === HIT && reads(text) && !off('reversed')) {
          const back = [...text].reverse().join('');
          if (back !== text) trie.add(back, packMeaning({ role, index, group, reversed: true, weak: false }));
        }
      }
    };
    add(rule.phrases, HIT);
    add(rule.unless, UNLESS);
    add(rule.scope?.asked, ASKED);
    for (const [group, { phrases }] of [...(rule.near ?? []), ...(rule.clues?.signs ?? [])].entries())
      add(phrases, NEAR, group);
    for (const [sign, { points, phrases }] of (startsAnywhere(rule) ? rule.clues.signs : []).entries())
      if (points > 0) add(phrases, HIT, sign);
  });
  const words: string[] = [];
  const aliases: Alias[] = [];
  for (const { word, strong, weak } of ALIASES) {
    if (![...word].every((char) => named.has(char))) continue;
    const index = words.push(word) - 1;
    const add = (forms: string, isWeak: boolean): void => {
      for (const form of forms.split(' ').map((each) => folded(each, read))) {
        trie.addAlias(form, index, isWeak);
        if (form !== '') aliases.push({ form, word });
      }
    };
    add(strong, false);
    add(weak, true);
  }
  const packedTables = packTables(chars);
  const tables = loadTables(packedTables);
  const packedTrie = trie.pack(tables.sound);
  return {
    version: 1,
    packHash,
    notes: Object.fromEntries(rules.map((rule) => [rule.id, noteOf(rule)])),
    rules: onText.map((rule) => compiled(rule, read)),
    alphabet,
    trie: packedTrie,
    starts: packStarts(atOnce(loadTrie(packedTrie, tables.sound)), tables, aliases, {
      fills: onText.some((rule) => !rule.withoutFolds?.includes('filler')),
      without: onText.map((rule) => maskOf(rule.withoutFolds ?? [])),
    }),
    words,
    tables: packedTables,
    language: LANGUAGE,
  };
}

/** Whether a phrase is read backwards too: Chinese, and neither so short nor so long that nobody would. */
const reads = (text: string): boolean => /^\p{Script=Han}{3,8}$/u.test(text);

function compiled(rule: Rule, read: Read): CompiledRule {
  const around = (phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) => spellOut(folded(phrase, read)));
  const { scope } = rule;
  return {
    id: rule.id,
    category: rule.category,
    level: rule.level,
    by: scope?.by ?? OUR_SIDE,
    ...(rule.replacement === undefined ? {} : { replacement: rule.replacement }),
    ...(rule.shapes === undefined ? {} : { shapes: rule.shapes }),
    ...(rule.near === undefined ? {} : { near: rule.near.map(({ within }) => within) }),
    ...(rule.clues === undefined ? {} : { clues: weighed(rule.clues, startsAnywhere(rule)) }),
    ...(rule.notAfter === undefined ? {} : { notAfter: around(rule.notAfter) }),
    ...(rule.notBefore === undefined ? {} : { notBefore: around(rule.notBefore) }),
    ...(scope?.platforms === undefined ? {} : { platforms: scope.platforms }),
    ...(scope?.stages === undefined ? {} : { stages: scope.stages }),
    ...(scope?.asked === undefined ? {} : { asked: true }),
    ...(scope?.exceptNegated === true ? { exceptNegated: true } : {}),
    ...(scope?.exceptOwnPlatform === true ? { exceptOwnPlatform: true } : {}),
    ...(rule.disguised === true ? { disguised: true } : {}),
    ...(rule.whole === true ? { whole: true } : {}),
    ...(rule.withoutFolds === undefined ? {} : { without: maskOf(rule.withoutFolds) }),
  };
}

/** Whether any sign may begin what adds up, for want of phrases that must stand there. */
const startsAnywhere = (rule: Rule): rule is Rule & { readonly clues: Clues } =>
  rule.clues !== undefined && rule.phrases === undefined;

const weighed = ({ within, enough, signs }: Clues, anywhere: boolean): CompiledClues => ({
  within,
  enough,
  points: signs.map(({ points }) => points),
  ...(anywhere ? { anywhere } : {}),
});

function noteOf({ kind, title, message, why, clause, penalty, replacement }: Rule): RuleNote {
  return {
    title,
    message,
    why,
    ...(clause === undefined ? {} : { clause }),
    ...(penalty === undefined ? {} : { penalty }),
    ...(replacement === undefined ? {} : { replacement }),
    replaces: kind === 'substitution' ? 'hit' : 'sentence',
  };
}
