import { FILLS } from './faces.ts';
import { lookOf, type Starts } from './starts.ts';
import { looseAt, type Units } from './units.ts';

/**
 * Units left out between two characters of a phrase: fillers, emoji, the same letter again. Nobody reads over more of
 * them, and a text of thousands would take us seconds.
 */
export const SKIPPED = 40;

/** Whether unit `i` may be left out of a phrase that goes on after it. */
export function skippable(starts: Starts, units: Units, i: number): boolean {
  const here = units.code[i] as number;
  return (lookOf(starts, here) & FILLS) !== 0 || here === units.code[i - 1] || looseAt(units, i);
}
