import type { Reading } from './readings.ts';
import { gapAt, gapFoldsAt, NO_GAP, type Units } from './units.ts';

/** How the walk came to where it is. `n` counts the phrase's characters, `used` the units taken for them. */
export interface Path {
  n: number;
  used: number;
  /** Characters replaced by one that sounds or looks alike. */
  swaps: number;
  /** Joints with something between, and the strongest of it. */
  readonly gaps: number;
  readonly worst: number;
  readonly folds: number;
  /** Letters read as pinyin so far, and whether the last unit was one. */
  letters: number;
  spelling: boolean;
  /** The last weak alias. */
  weak: Reading | null;
}

/** The path that has not begun. */
export const START: Readonly<Path> = {
  n: 0,
  used: 0,
  swaps: 0,
  gaps: 0,
  worst: 0,
  folds: 0,
  letters: 0,
  spelling: false,
  weak: null,
};

/** The path one step on from `past`, the gap before unit `i` crossed. Spelt out: spreading costs the walk half as much again. */
export function fork(past: Readonly<Path>, units: Units, i: number, folds: number): Path {
  const { n, used, swaps, gaps, worst, letters, spelling, weak } = past;
  const apart = used > 0 ? gapAt(units, i) : NO_GAP;
  return {
    n,
    used,
    swaps,
    gaps: gaps + (apart > NO_GAP ? 1 : 0),
    worst: Math.max(worst, apart),
    folds: past.folds | folds | (used > 0 ? gapFoldsAt(units, i) : 0),
    letters,
    spelling,
    weak,
  };
}

/** How many characters of a phrase of `n` may be swapped before it is another phrase. */
export const swapsAllowed = (n: number): number => (n < 3 ? 0 : n < 5 ? 1 : n < 7 ? 2 : 3);
