import type { Rule } from '../rule.ts';

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
