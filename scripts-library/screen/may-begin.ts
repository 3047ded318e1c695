import { ALONE, faceOf, JOINS, NUMERAL, WILD } from './faces.ts';
import { marked, threeOf, twoOf } from './filter.ts';
import { faceOfOther, type Other, type OthersAt } from './others.ts';
import { SKIPPED, skippable } from './skip.ts';
import { beginsSo, faceAt, type Starts } from './starts.ts';
import { gapAt, type Units, WALL } from './units.ts';

/** Whether a phrase may begin at unit `i`. */
export type MayBegin = (units: Units, i: number) => boolean;

/** Makes the thorough look at a place near which a character may be more than it seems, or left out. */
export function mayBeginWith(starts: Starts, othersAt: OthersAt): MayBegin {
  const { looks, pairs, triples } = starts;
  /** Whether the character at unit `k` may be left out, or is a figure of the number before it. */
  const passes = (units: Units, k: number, before: number): boolean =>
    ((looks[units.code[k] as number] as number) & before & NUMERAL) !== 0 || skippable(starts, units, k);

  /** Whether a phrase that begins with two faces may go on from unit `from`; `look` is the second's. */
  function mayGoOn(x: number, y: number, look: number, units: Units, from: number): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let k = from; k <= last; k++) {
      const third = looks[units.code[k] as number] as number;
      if (marked(triples, threeOf(x, y, faceOf(third)))) return true;
      if (third & (WILD | JOINS)) {
        const found = othersAt(units, k);
        for (let n = 0; n < found.length; n++)
          if (marked(triples, threeOf(x, y, faceOfOther(starts, found[n] as Other)))) return true;
      }
      if (!passes(units, k, look)) return false;
    }
    return false;
  }

  const mayEnd = (x: number, y: number, look: number, units: Units, from: number): boolean =>
    marked(triples, twoOf(x, y)) || mayGoOn(x, y, look, units, from);

  /** Whether a phrase may go on after the face `x` and unit `j`, however that is read; `second` is its look. */
  function mayBeTwo(x: number, second: number, units: Units, j: number): boolean {
    if (mayEnd(x, faceOf(second), second, units, j + 1)) return true;
    if (!(second & (WILD | JOINS))) return false;
    const found = othersAt(units, j);
    for (let n = 0; n < found.length; n++) {
      const { word, length } = found[n] as Other;
      const y = faceOfOther(starts, found[n] as Other);
      if (
        word.length > 1
          ? marked(triples, threeOf(x, y, faceAt(starts, word.charCodeAt(1))))
          : mayEnd(x, y, 0, units, j + length)
      )
        return true;
    }
    return false;
  }

  /** Whether a phrase may begin with the face `x` and go on from unit `from`. */
  function mayFollow(x: number, look: number, units: Units, from: number): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let j = from; j <= last; j++) {
      if (gapAt(units, j) === WALL) return false;
      const second = looks[units.code[j] as number] as number;
      if (beginsSo(pairs, x, faceOf(second)) && mayBeTwo(x, second, units, j)) return true;
      if (!passes(units, j, look)) return false;
    }
    return false;
  }

  return (units, i) => {
    const look = looks[units.code[i] as number] as number;
    if (look & ALONE || mayFollow(faceOf(look), look, units, i + 1)) return true;
    if (!(look & (WILD | JOINS))) return false;
    const found = othersAt(units, i);
    for (let n = 0; n < found.length; n++) {
      const { word, length } = found[n] as Other;
      const x = faceOfOther(starts, found[n] as Other);
      const y = faceAt(starts, word.charCodeAt(1));
      if (
        word.length < 2
          ? mayFollow(x, 0, units, i + length)
          : word.length < 3
            ? mayEnd(x, y, 0, units, i + length)
            : marked(triples, threeOf(x, y, faceAt(starts, word.charCodeAt(2))))
      )
        return true;
    }
    return false;
  };
}
