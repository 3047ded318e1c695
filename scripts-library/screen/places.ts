import { ALONE, FACES, FILLS, NUMERAL, WILD } from './faces.ts';
import { marked, missing, threeOf, wholeOf } from './filter.ts';
import { type MayBegin, mayBeginWith } from './may-begin.ts';
import type { OthersAt } from './others.ts';
import { beginsSo, type Starts } from './starts.ts';
import type { Units } from './units.ts';

/** Longer texts are rare. */
const USUAL = 1000;
const FACE = FACES - 1;

/** Units at which a phrase may begin: the first `count` of `at`. Good until the next text. */
export interface Places {
  count: number;
  at: Uint32Array;
}

/** 1 for nothing, 0 for anything else. */
const isNothing = (word: number): number => ((word | (0 - word)) >>> 31) ^ 1;
/** 1 for anything, 0 for nothing. */
const isSomething = (word: number): number => (word | (0 - word)) >>> 31;

/**
 * Makes the finder of where phrases may begin. It sieves a text three times, each time more finely; the first two
 * never branch, since no processor could guess which way. `mayBegin` is the thorough look at what is left.
 */
export function placesWith(
  starts: Starts,
  othersAt: OthersAt,
  mayBegin: MayBegin = mayBeginWith(starts, othersAt),
): (units: Units) => Places {
  const places: Places = { count: 0, at: new Uint32Array(USUAL) };

  /** Keeps the units that with the next one may begin a phrase. Ordinary text costs little more than this. */
  function keepPairs({ code, length, decorated }: Units): void {
    if (length > places.at.length) places.at = new Uint32Array(length);
    // Named here: a loop reads its own names faster than those around it.
    const { looks, pairs } = starts;
    const { at } = places;
    // In decorated text what comes next may be left out.
    const any = decorated ? 1 : 0;
    let count = 0;
    let x = (looks[code[0] as number] as number) & FACE;
    for (let i = 0; i < length; i++) {
      const y = (looks[code[i + 1] as number] as number) & FACE;
      at[count] = i;
      count += (((pairs[(x << 5) | (y >>> 5)] as number) >>> (y & 31)) & 1) | any;
      x = y;
    }
    places.count = count;
  }

  /** Of these, keeps the units that with the next two may begin a phrase, or near which not all is what it seems. */
  function keepTriples({ code, decorated }: Units): void {
    const { looks, triples } = starts;
    const { at, count } = places;
    const any = decorated ? 1 : 0;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const i = at[k] as number;
      const a = code[i] as number;
      const b = code[i + 1] as number;
      const c = code[i + 2] as number;
      const x = looks[a] as number;
      const y = looks[b] as number;
      const z = looks[c] as number;
      const odd = (x & (WILD | ALONE)) | ((y | z) & (WILD | FILLS | NUMERAL)) | any;
      at[kept] = i;
      kept +=
        isSomething(odd) |
        isNothing(a ^ b) |
        isNothing(b ^ c) |
        isNothing(missing(triples, threeOf(x & FACE, y & FACE, z & FACE))) |
        isNothing(missing(triples, wholeOf(a, b)));
    }
    places.count = kept;
  }

  /**
   * Whether a unit left out may begin a phrase at `i` where the first three units as they stand begin none. A first
   * look at what comes next, which spares most of the thorough ones.
   */
  function mayHide(units: Units, i: number, x: number, y: number, z: number): boolean {
    const { code, decorated } = units;
    const a = code[i] as number;
    const b = code[i + 1] as number;
    const c = code[i + 2] as number;
    if ((x & ALONE) | ((y | z) & NUMERAL) | (z & FILLS) || decorated || (b === c && c !== 0)) return true;
    if (isWild(units, i, x) || isWild(units, i + 1, y) || isWild(units, i + 2, z)) return true;
    return ((y & FILLS) !== 0 || a === b) && beginsSo(starts.pairs, x & FACE, z & FACE);
  }

  const isWild = (units: Units, i: number, look: number): boolean =>
    (look & WILD) !== 0 && othersAt(units, i).length > 0;

  /** Of these, keeps the units at which a phrase may begin. */
  function keepBeginnings(units: Units): void {
    const { looks, triples } = starts;
    const { at, count } = places;
    const { code } = units;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const i = at[k] as number;
      const x = looks[code[i] as number] as number;
      const y = looks[code[i + 1] as number] as number;
      const z = looks[code[i + 2] as number] as number;
      if (
        marked(triples, threeOf(x & FACE, y & FACE, z & FACE)) ||
        marked(triples, wholeOf(code[i] as number, code[i + 1] as number)) ||
        (mayHide(units, i, x, y, z) && mayBegin(units, i))
      )
        at[kept++] = i;
    }
    places.count = kept;
  }

  return (units) => {
    keepPairs(units);
    keepTriples(units);
    keepBeginnings(units);
    return places;
  };
}
