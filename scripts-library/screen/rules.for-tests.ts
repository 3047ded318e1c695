import type { Rule } from '../rule.ts';
import { loadAlphabet } from './alphabet.ts';
import { compileRules } from './compile.ts';
import { packAlphabet } from './pack-alphabet.ts';
import { loadRules, type Screen, screen } from './scan.ts';
import { atOnce } from './slices.ts';
import { type Read, readWith } from './units.ts';

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

/** How many examples a property is tried on; a tenth where the whole suite runs once for each planted fault. */
export const runs = (usual: number): number =>
  process.env.STRYKER_MUTATOR_WORKER === undefined ? usual : Math.ceil(usual / 10);

/** Reads texts as the shipped engine does. */
export const reader = (): Read => readWith(atOnce(loadAlphabet(packAlphabet())));

/** An engine of these rules alone. */
export const engineOf = (...rules: readonly Rule[]): Screen =>
  loadRules(compileRules(rules, { packHash: 'test' }));

/** What one rule of these phrases finds in a text: the words as typed, with the folds undone behind a slash. */
export function finderOf(...phrases: readonly string[]): (text: string) => string[] {
  let engine: Screen | undefined;
  return (text) => {
    // In the test that asks, so that whoever counts what a test covers counts this too.
    engine ??= engineOf(rule({ id: 'one', phrases }));
    return screen(engine, text, { by: 'agent' }).map(({ start, end, folds }) =>
      [text.slice(start, end), ...folds].join('/'),
    );
  };
}
