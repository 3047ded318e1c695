import { ALONE, FACES, FILLS, FOLLOWS, JOINS, NUMERAL, WILD } from './faces.ts';
import { JOINED, marked, WHOLE } from './filter.ts';
import { mayBeginWith } from './may-begin.ts';
import type { Memo } from './memo.ts';
import type { Other, OthersAt } from './others.ts';
import type { Starts } from './starts.ts';
import type { Units } from './units.ts';

/** Longer texts are rare. */
const USUAL = 1000;
const FACE = FACES - 1;

/** Units at which a phrase may begin: the first `count` of `at`. Good until the next text. */
export interface Places {
  count: number;
  at: Uint32Array;
}

/** Makes the finder of where phrases may begin. */
export function placesWith(
  starts: Starts,
  othersAt: OthersAt,
): (units: Units, known: Memo<readonly Other[]>) => Places {
  const { looks, triples } = starts;
  const mayBegin = mayBeginWith(starts, othersAt);
  const places: Places = { count: 0, at: new Uint32Array(USUAL) };

  /** Keeps the units that with the next one may begin a phrase. Ordinary text costs just this: it never branches. */
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

  /** Whether the units from `i` on are one character each and none of them may be left out. */
  function isPlain({ code, decorated }: Units, i: number, x: number, y: number, z: number): boolean {
    const a = code[i] as number;
    const b = code[i + 1] as number;
    const c = code[i + 2] as number;
    if ((x & (WILD | ALONE)) | ((y | z) & (WILD | FILLS | NUMERAL)) || decorated) return false;
    if (a === b || (b === c && c !== 0)) return false;
    return !(
      (x & JOINS && joins(a, b)) ||
      (y & JOINS && joins(b, c)) ||
      (z & JOINS && joins(c, code[i + 3]))
    );
  }

  const joins = (a: number, b = 0): boolean =>
    ((looks[b] as number) & FOLLOWS) !== 0 && marked(triples, a, b, JOINED);

  return (units, known) => {
    keepPairs(units);
    const { at, count } = places;
    const { code } = units;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const i = at[k] as number;
      const x = looks[code[i] as number] as number;
      const y = looks[code[i + 1] as number] as number;
      const z = looks[code[i + 2] as number] as number;
      if (
        marked(triples, x & FACE, y & FACE, z & FACE) ||
        marked(triples, code[i] as number, code[i + 1] as number, WHOLE) ||
        (!isPlain(units, i, x, y, z) && mayBegin(units, i, known))
      )
        at[kept++] = i;
    }
    places.count = kept;
    return places;
  };
}
