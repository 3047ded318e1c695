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
