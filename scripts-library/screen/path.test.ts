import { expect, it } from 'vitest';
import { CASE, EMOJI, SEPARATOR } from './folds.ts';
import { fork, START, swapsAllowed } from './path.ts';
import { reader } from './rules.for-tests.ts';
import { COMMA_GAP, NO_GAP, SOFT_GAP } from './units.ts';

it('swaps a third of a phrase at most, and none of two characters', () =>
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 20].map(swapsAllowed)).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3, 3]));

it('counts the gaps that it crosses, not the one it starts behind', () => {
  const units = reader()('。a，b c😀d');
  const first = fork(START, units, 0, CASE);
  expect(first).toMatchObject({ gaps: 0, worst: NO_GAP, folds: CASE, n: 0, used: 0 });
  const second = fork({ ...first, n: 1, used: 1 }, units, 1, 0);
  expect(second).toMatchObject({ gaps: 1, worst: COMMA_GAP, folds: CASE | SEPARATOR, n: 1, used: 1 });
  const third = fork({ ...second, used: 2 }, units, 2, 0);
  expect(third).toMatchObject({ gaps: 2, worst: COMMA_GAP });
  expect(fork({ ...START, used: 1 }, units, 3, 0)).toMatchObject({ gaps: 1, worst: SOFT_GAP, folds: EMOJI });
  expect(fork({ ...START, used: 1 }, reader()('ab'), 1, 0)).toMatchObject({
    gaps: 0,
    worst: NO_GAP,
    folds: 0,
  });
});
