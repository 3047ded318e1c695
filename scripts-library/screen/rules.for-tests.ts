import type { Rule } from '../rule.ts';
import { loadAlphabet } from './alphabet.ts';
import { compileRules } from './compile.ts';
import { headsOf } from './heads.ts';
import { loadLanguage } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { packAlphabet } from './pack-alphabet.ts';
import { loadRules, type Screen, screen } from './scan.ts';
import { atOnce } from './slices.ts';
import { loadStarts } from './starts.ts';
import { loadTrie } from './trie.ts';
import { type Read, readWith } from './units.ts';
import { loadTables } from './variants.ts';

/** A rule for tests: only what matters to the test is said. */
export function rule(part: Partial<Rule> & Pick<Rule, 'id'>): Rule {
  return {
    kind: 'phrase',
    category: 'diversion',
    level: 'block',
    title: part.id,
    message: part.id,
    why: part.id,
    trips: ['x'],
    passes: ['y'],
    source: 'test',
    seenOn: '2026-11',
    confidence: 'low',
    ...part,
  };
}

/** Whether the suite runs once for each planted fault, which has a time limit of its own. */
const FAULTY = process.env.STRYKER_MUTATOR_WORKER !== undefined;
/** How many examples a property is tried on; a tenth among faults. */
export const runs = (usual: number): number => (FAULTY ? Math.ceil(usual / 10) : usual);
/** A hang limit only: compiling takes seconds on a busy machine. */
export const HANG_MS = FAULTY ? 0 : 60_000;

/** What `make` makes, made in the test that asks first, so that whoever counts what a test covers counts this too. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** Reads texts as the shipped engine does. */
export function reader(): Read {
  const read = lazily(() => readWith(atOnce(loadAlphabet(packAlphabet()))));
  return (text) => read()(text);
}

/** An engine of these rules alone. */
export const engineOf = (...rules: readonly Rule[]): Screen =>
  loadRules(compileRules(rules, { packHash: 'test' }));

/** What the walk looks up, of these rules alone. */
export function lexiconOf(...rules: readonly Rule[]): Lexicon {
  const { words, ...packed } = compileRules(rules, { packHash: 'test' });
  const tables = loadTables(packed.tables);
  const trie = atOnce(loadTrie(packed.trie, tables.sound));
  return {
    trie,
    heads: atOnce(headsOf(trie)),
    tables,
    words,
    starts: atOnce(loadStarts(packed.starts, tables)),
    language: loadLanguage(packed.language),
  };
}

/** What one rule of these phrases finds in a text: the words as typed, with the folds undone behind a slash. */
export function finderOf(...phrases: readonly string[]): (text: string) => string[] {
  const engine = lazily(() => engineOf(rule({ id: 'one', phrases })));
  return (text) =>
    screen(engine(), text, { by: 'agent' }).map(({ start, end, folds }) =>
      [text.slice(start, end), ...folds].join('/'),
    );
}
