import { ALONE, faceOf, faceOfSound, JOINS, NUMERAL, WILD } from './faces.ts';
import { ENDS, marked } from './filter.ts';
import type { Memo } from './memo.ts';
import type { Other, OthersAt } from './others.ts';
import { SKIPPED, skippable } from './skip.ts';
import { beginsSo, faceAt, type Starts } from './starts.ts';
import { gapAt, type Units, WALL } from './units.ts';

type Known = Memo<readonly Other[]>;
/** Whether a phrase may begin at unit `i`; `known` keeps what was looked up in the text before. */
export type MayBegin = (units: Units, i: number, known: Known) => boolean;

/** Makes the thorough look at a place near which a character may be more than it seems, or left out. */
export function mayBeginWith(starts: Starts, othersAt: OthersAt): MayBegin {
  const { looks, pairs, triples } = starts;
  const faceOfOther = ({ word, heard }: Other): number =>
    word === '' ? faceOfSound(heard) : faceAt(starts, heard);
  /** Whether the character at unit `k` may be left out, or is a figure of the number before it. */
  const passes = (units: Units, k: number, before: number): boolean =>
    ((looks[units.code[k] as number] as number) & before & NUMERAL) !== 0 || skippable(starts, units, k);

  /** Whether a phrase that begins with two faces may go on from unit `from`; `look` is the second's. */
  function mayGoOn(x: number, y: number, look: number, units: Units, from: number, known: Known): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let k = from; k <= last; k++) {
      const third = looks[units.code[k] as number] as number;
      if (marked(triples, x, y, faceOf(third))) return true;
      if (third & (WILD | JOINS)) {
        const found = othersAt(units, k, known);
        for (let n = 0; n < found.length; n++)
          if (marked(triples, x, y, faceOfOther(found[n] as Other))) return true;
      }
      if (!passes(units, k, look)) return false;
    }
    return false;
  }

  const mayEnd = (x: number, y: number, look: number, units: Units, from: number, known: Known): boolean =>
    marked(triples, x, y, ENDS) || mayGoOn(x, y, look, units, from, known);

  /** Whether a phrase may go on after the face `x` and unit `j`, however that is read; `second` is its look. */
  function mayBeTwo(x: number, second: number, units: Units, j: number, known: Known): boolean {
    if (mayEnd(x, faceOf(second), second, units, j + 1, known)) return true;
    if (!(second & (WILD | JOINS))) return false;
    const found = othersAt(units, j, known);
    for (let n = 0; n < found.length; n++) {
      const { word, to } = found[n] as Other;
      const y = faceOfOther(found[n] as Other);
      if (
        word.length > 1
          ? marked(triples, x, y, faceAt(starts, word.charCodeAt(1)))
          : mayEnd(x, y, 0, units, to, known)
      )
        return true;
    }
    return false;
  }

  /** Whether a phrase may begin with the face `x` and go on from unit `from`. */
  function mayFollow(x: number, look: number, units: Units, from: number, known: Known): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let j = from; j <= last; j++) {
      if (gapAt(units, j) === WALL) return false;
      const second = looks[units.code[j] as number] as number;
      if (beginsSo(pairs, x, faceOf(second)) && mayBeTwo(x, second, units, j, known)) return true;
      if (!passes(units, j, look)) return false;
    }
    return false;
  }

  return (units, i, known) => {
    const look = looks[units.code[i] as number] as number;
    if (look & ALONE || mayFollow(faceOf(look), look, units, i + 1, known)) return true;
    if (!(look & (WILD | JOINS))) return false;
    const found = othersAt(units, i, known);
    for (let n = 0; n < found.length; n++) {
      const { word, to } = found[n] as Other;
      const x = faceOfOther(found[n] as Other);
      const y = faceAt(starts, word.charCodeAt(1));
      if (
        word.length < 2
          ? mayFollow(x, 0, units, to, known)
          : word.length < 3
            ? mayEnd(x, y, 0, units, to, known)
            : marked(triples, x, y, faceAt(starts, word.charCodeAt(2)))
      )
        return true;
    }
    return false;
  };
}
