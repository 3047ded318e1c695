import { NUMERAL } from './faces.ts';
import { DIGITS, LOOKALIKE } from './folds.ts';
import type { Lexicon } from './lexicon.ts';
import { ANY_NUMBER } from './meaning.ts';
import type { Memo } from './memo.ts';
import type { Other, OthersAt } from './others.ts';
import { lookOf } from './starts.ts';
import { isDigit, runsOn } from './tokens.ts';
import { foldsAt, gapFoldsAt, type Units } from './units.ts';

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

/** All ways to read a unit. */
export type ReadingsAt = (units: Units, i: number) => readonly Reading[];

/** Makes the look-up of {@link Reading}s; `made` keeps those of a text's units that were asked for before. */
export function readingsOf(
  { tables, starts }: Lexicon,
  othersAt: OthersAt,
  made: Memo<readonly Reading[]>,
): ReadingsAt {
  const { sound, alike, meant } = tables;

  /** Where the number that unit `i` begins ends. */
  function numberEnd(units: Units, i: number): number {
    let to = i + 1;
    while (runsOn(units, to) && lookOf(starts, units.code[to] as number) & NUMERAL) to++;
    return to;
  }

  return (units, i) => {
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
    for (const other of othersAt(units, i)) {
      const { word, heard } = other;
      const to = i + other.length;
      const folds = other.fold | foldsWithin(units, i, to);
      if (word === '') found.push({ way: ANY_OF_SOUND, label: 0, heard, to, folds, swaps: 0, other });
      else add(EXACTLY, heard, to, folds, 0, other);
    }
    return made.set(i, found);
  };
}

/** Folds that units [from, to) take together with what lies between them. */
function foldsWithin(units: Units, from: number, to: number): number {
  let folds = foldsAt(units, from);
  for (let at = from + 1; at < to; at++) folds |= foldsAt(units, at) | gapFoldsAt(units, at);
  return folds;
}

/** Characters of a phrase that a reading stands for. */
export const lengthOf = ({ other }: Reading): number => Math.max(1, other?.word.length ?? 1);

/** Whether a reading is of letters as a syllable. */
export const isSpelt = ({ way }: Reading): boolean => way === ANY_OF_SOUND;
