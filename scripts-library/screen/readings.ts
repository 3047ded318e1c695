import { NUMERAL } from './faces.ts';
import { DIGITS, LOOKALIKE } from './folds.ts';
import type { Lexicon } from './lexicon.ts';
import { ANY_NUMBER } from './meaning.ts';
import type { Memo } from './memo.ts';
import type { Other, OthersAt } from './others.ts';
import { lookOf } from './starts.ts';
import { isDigit, runsOn } from './tokens.ts';
import { foldsAt, type Units } from './units.ts';

/** Which labels a reading takes: only its own, others that sound alike for a swap, any that sounds so. */
export const EXACTLY = 0;
export const BY_SOUND = 1;
export const ANY_OF_SOUND = 2;

/** One way to read what stands in the text from a unit up to unit `to`. */
export interface Reading {
  readonly way: number;
  readonly label: number;
  readonly heard: number;
  readonly to: number;
  readonly folds: number;
  /** 1 for a character that only looks like the label. */
  readonly swaps: number;
  /** The alias, split character or syllable that is read so. */
  readonly other: Other | null;
}

/** All ways to read a unit; `made` keeps those of the text's units that were asked for before. */
export type ReadingsAt = (
  units: Units,
  i: number,
  known: Memo<readonly Other[]>,
  made: Memo<readonly Reading[]>,
) => readonly Reading[];

/** Makes the look-up of {@link Reading}s. */
export function readingsOf({ tables, starts }: Lexicon, othersAt: OthersAt): ReadingsAt {
  const { sound, alike, meant } = tables;

  /** Where the number that unit `i` begins ends. */
  function numberEnd(units: Units, i: number): number {
    let to = i + 1;
    while (runsOn(units, to) && lookOf(starts, units.code[to] as number) & NUMERAL) to++;
    return to;
  }

  return (units, i, known, made) => {
    const before = made.get(i);
    if (before !== undefined) return before;
    const here = units.code[i] as number;
    const own = foldsAt(units, i);
    const found: Reading[] = [];
    const add = (
      way: number,
      label: number,
      to: number,
      folds: number,
      swaps = 0,
      other: Other | null = null,
    ): void => {
      found.push({ way, label, heard: sound[label] as number, to, folds, swaps, other });
    };
    add(BY_SOUND, here, i + 1, own);
    if (lookOf(starts, here) & NUMERAL) add(EXACTLY, ANY_NUMBER, numberEnd(units, i), own);
    const entry = alike[here] as number;
    for (let k = entry + 1; k <= entry + (meant[entry] as number); k++) {
      const label = meant[k] as number;
      if (isDigit(label)) add(EXACTLY, label, i + 1, own | DIGITS);
      else add(EXACTLY, label, i + 1, own | LOOKALIKE, 1);
    }
    for (const other of othersAt(units, i, known)) {
      const { word, heard, to, folds } = other;
      if (word === '') found.push({ way: ANY_OF_SOUND, label: 0, heard, to, folds, swaps: 0, other });
      else add(EXACTLY, heard, to, folds, 0, other);
    }
    return made.set(i, found);
  };
}

/** Whether a reading is of letters as a syllable. */
export const isSpelt = ({ way }: Reading): boolean => way === ANY_OF_SOUND;
