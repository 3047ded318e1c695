import type { Memo } from './memo.ts';
import type { Other, OthersAt } from './others.ts';
import { gapAt, looseAt, type Units, WALL } from './units.ts';
import type { Tables } from './variants.ts';

/**
 * Where a phrase may begin, as it travels: a filter of the first two and three characters as they sound, so that
 * ordinary text is passed over at a look or two each. It errs towards "may".
 */
export interface PackedStarts {
  /** Characters of each {@link WILD} … {@link FOLLOWS} trait. */
  readonly traits: readonly string[];
  /** How many words (u16) the filter has, a power of two. */
  readonly words: number;
  /** A character for how far each bit set is from the one before it; {@link FARTHER} and what the next one says if it is farther. */
  readonly gaps: string;
}

/** The filter made ready. */
export interface Starts {
  /** For each code its traits above, and below what it counts as: those that sound alike are one, figures in any writing are one. */
  readonly looks: Uint32Array;
  readonly bits: Uint32Array;
  /** See {@link bitOf}. */
  readonly shift: number;
}

/** May stand for anything: letters read as a syllable, aliases of one character. */
export const WILD = 1;
/** May be put between characters to hide them. */
export const FILLS = 2;
/** With the next one it may stand for something: the pair must be looked up under {@link JOINED}. */
export const JOINS = 4;
/** Is a phrase of its own. */
export const ALONE = 8;
/** A figure in any writing; all have the same face. */
export const FIGURE = 16;
/** Counts as a number for `#`. */
export const NUMERAL = 32;

const NUMBER = NUMERAL << 16;
/** How far a look is shifted for the trait {@link JOINS} to be its last bit. */
const JOINING = 18;
const FOLLOWING = 22;
/** In a look: the unit may be left out, may be more than one character, and what of it matters to a phrase that begins there or before. */
const SKIPS = FILLS << 16;
const MORE = WILD << 16;
const ATONCE = (WILD | ALONE) << 16;
const LATER = (WILD | FILLS | NUMERAL) << 16;
/** How far the note of the third character is kept from that of the first two. */
const FARTHEST = 8;
const OTHERS = (WILD | JOINS) << 16;

/** May be the second of two characters under {@link JOINED}. */
export const FOLLOWS = 64;

export const FARTHER = 90;
/** Printable ASCII without what JSON escapes: from # on, but for the backslash. */
export const charOfGap = (gap: number): string => String.fromCharCode(gap < 57 ? gap + 35 : gap + 36);
const gapOf = (char: number): number => (char < 92 ? char - 35 : char - 36);

/** In place of a third character: a phrase of two, the beginning of a longer one, a pair that stands for something. */
export const WHOLE = 0;
export const BEGINS = 1;
export const JOINED = 2;
/** A phrase of two as it sounds. */
export const ENDS = 3;

type Known = Memo<readonly Other[]>;

export const traitsOf = ({ looks }: Starts, code: number): number => (looks[code] as number) >>> 16;

/** The hash of two faces, to which a third is added: a sum of products, whose upper bits are spread well. */
export const pairOf = (a: number, b: number): number =>
  (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b)) | 0;
/** The place of a pair and a third face in a filter of 2 ** (32 - shift) bits. */
export const bitOf = (pair: number, c: number, shift: number): number =>
  (pair + Math.imul(c, 0xc2b2ae35)) >>> shift;
/** Their second place: both must be set. */
export const otherBitOf = (pair: number, c: number, shift: number): number =>
  Math.imul(pair + Math.imul(c, 0xc2b2ae35), 0x27d4eb2f) >>> shift;
/** How far hashes are shifted for a filter of so many words. */
export const shiftOf = (words: number): number => 27 - Math.log2(words);

/** Unpacks the filter. */
export function loadStarts(packed: PackedStarts, { sound }: Tables): Starts {
  const looks = Uint32Array.from(sound);
  packed.traits.forEach((chars, index) => {
    for (let i = 0; i < chars.length; i++) {
      const code = chars.charCodeAt(i);
      const look = (looks[code] as number) | (0x10000 << index);
      looks[code] = 1 << index === FIGURE ? ((look >>> 16) << 16) | FIGURE : look;
    }
  });
  const bits = new Uint32Array(packed.words);
  let bit = 0;
  for (let i = 0; i < packed.gaps.length; i++) {
    const gap = gapOf(packed.gaps.charCodeAt(i));
    bit += gap;
    if (gap < FARTHER) bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return { looks, bits, shift: shiftOf(packed.words) };
}

/** Whether the filter holds a triple. */
export function marked({ bits, shift }: Starts, x: number, y: number, z: number): boolean {
  const pair = pairOf(x, y);
  const one = bitOf(pair, z, shift);
  const two = otherBitOf(pair, z, shift);
  const both = ((bits[one >>> 5] as number) >>> (one & 31)) & ((bits[two >>> 5] as number) >>> (two & 31));
  return (both & 1) !== 0;
}

export const faceOf = ({ looks }: Starts, code: number): number => (looks[code] as number) & 0xffff;

/**
 * Units left out between two characters of a phrase: fillers, emoji, the same letter again. Nobody reads over more of
 * them, and a text of thousands would take us seconds.
 */
export const SKIPPED = 40;

/** Whether unit `i` may be left out of a phrase that goes on after it. */
export function skippable(starts: Starts, units: Units, i: number): boolean {
  const here = units.code[i] as number;
  return (traitsOf(starts, here) & FILLS) !== 0 || here === units.code[i - 1] || looseAt(units, i);
}

/**
 * Three characters that the filter lets through although nothing begins so. Chats repeat themselves, and a draft is
 * read at every keystroke: what was found to be nothing is not tried again.
 */
export interface Duds {
  readonly pairs: Uint32Array;
  readonly thirds: Uint16Array;
}

/** Longer texts are rare. */
const USUAL = 1000;
const DUDS = 2048;
export const noDuds = (): Duds => ({ pairs: new Uint32Array(DUDS), thirds: new Uint16Array(DUDS) });
const dudAt = (a: number, b: number, c: number): number => (pairOf(a, b) + Math.imul(c, 0x27d4eb2f)) >>> 21;

/** Remembers units `i` to `i + 2` as three that begin nothing. */
export function addDud({ pairs, thirds }: Duds, { code }: Units, i: number): void {
  const place = dudAt(code[i] as number, code[i + 1] as number, code[i + 2] as number);
  pairs[place] = (code[i] as number) * 0x10000 + (code[i + 1] as number);
  thirds[place] = code[i + 2] as number;
}

/** Makes the finder of where phrases may begin: puts the units into `places` and returns how many they are. */
export function placesWith(
  starts: Starts,
  duds: Duds,
  othersAt: OthersAt,
): (units: Units, known: Known, places: number[]) => number {
  const { looks } = starts;
  const faceOfOther = ({ word, heard }: Other): number => (word === '' ? heard : faceOf(starts, heard));
  /** Whether the character at unit `k` may be left out, or is a figure of the number before it. */
  const passes = (units: Units, k: number, known: number): boolean =>
    ((looks[units.code[k] as number] as number) & known & NUMBER) !== 0 || skippable(starts, units, k);

  /** Whether a phrase that begins with two faces may go on from unit `from`; `look` is the second's. */
  function mayGoOn(x: number, y: number, look: number, units: Units, from: number, known: Known): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let k = from; k <= last; k++) {
      const third = looks[units.code[k] as number] as number;
      if (marked(starts, x, y, third & 0xffff)) return true;
      if (third & OTHERS) {
        const found = othersAt(units, k, known);
        for (let n = 0; n < found.length; n++)
          if (marked(starts, x, y, faceOfOther(found[n] as Other))) return true;
      }
      if (!passes(units, k, look)) return false;
    }
    return false;
  }

  /** Whether a phrase may begin with the face `x` and go on from unit `from`. */
  function mayFollow(x: number, look: number, units: Units, from: number, known: Known): boolean {
    const last = Math.min(units.length - 1, from + SKIPPED);
    for (let j = from; j <= last; j++) {
      if (gapAt(units, j) === WALL) return false;
      const second = looks[units.code[j] as number] as number;
      if (second & OTHERS) {
        const found = othersAt(units, j, known);
        for (let n = 0; n < found.length; n++) {
          const { word, to } = found[n] as Other;
          const y = faceOfOther(found[n] as Other);
          if (!marked(starts, x, y, BEGINS)) continue;
          if (
            word.length > 1
              ? marked(starts, x, y, faceOf(starts, word.charCodeAt(1)))
              : mayEnd(x, y, units, to, known)
          )
            return true;
        }
      }
      const y = second & 0xffff;
      if (marked(starts, x, y, BEGINS)) {
        if (marked(starts, x, y, ENDS) || mayGoOn(x, y, second, units, j + 1, known)) return true;
      }
      if (!passes(units, j, look)) return false;
    }
    return false;
  }

  const mayEnd = (x: number, y: number, units: Units, from: number, known: Known): boolean =>
    marked(starts, x, y, ENDS) || mayGoOn(x, y, 0, units, from, known);

  /** Whether a phrase may begin at unit `i`, where a character near may be more than it seems. */
  function mayBegin(units: Units, i: number, known: Known): boolean {
    const here = units.code[i] as number;
    const look = looks[here] as number;
    if (look & (ALONE << 16) || mayFollow(look & 0xffff, look, units, i + 1, known)) return true;
    if (!(look & OTHERS)) return false;
    const found = othersAt(units, i, known);
    for (let n = 0; n < found.length; n++) {
      const { word, to } = found[n] as Other;
      const x = faceOfOther(found[n] as Other);
      const y = faceOf(starts, word.charCodeAt(1));
      if (
        word.length < 2
          ? mayFollow(x, 0, units, to, known)
          : word.length < 3
            ? mayEnd(x, y, units, to, known)
            : marked(starts, x, y, faceOf(starts, word.charCodeAt(2)))
      )
        return true;
    }
    return false;
  }

  /** Whether three plain characters may begin a phrase; phrases of two are found as they are written. */
  function mayBeginPlainly({ code }: Units, i: number): boolean {
    const a = code[i] as number;
    const b = code[i + 1] as number;
    const c = code[i + 2] as number;
    const place = dudAt(a, b, c);
    if (duds.pairs[place] === a * 0x10000 + b && duds.thirds[place] === c) return false;
    return (
      marked(starts, faceOf(starts, a), faceOf(starts, b), faceOf(starts, c)) || marked(starts, a, b, WHOLE)
    );
  }

  const beginsWithTwo = ({ code }: Units, i: number): boolean =>
    marked(starts, faceOf(starts, code[i] as number), faceOf(starts, code[i + 1] as number), BEGINS);

  let flagged = new Uint32Array(USUAL);
  let flags = new Uint32Array(USUAL);

  /**
   * Puts the units at which something may be into `flagged`, and what it is into `flags`. Looks at each unit once,
   * with the three after it in hand, calls nothing and branches little: ordinary text costs just this.
   */
  function flag({ code, length, decorated }: Units): number {
    if (length > flagged.length) {
      flagged = new Uint32Array(length);
      flags = new Uint32Array(length);
    }
    // Named again: a loop reads its own names faster than those around it.
    const { looks, bits, shift } = starts;
    const places = flagged;
    const notes = flags;
    const anywhere = decorated ? SKIPS : 0;
    let count = 0;
    let c = 0;
    let look = looks[code[0] as number] as number;
    let x = 0;
    let y = 0;
    let z = 0;
    let own = 0;
    let next = 0;
    let third = 0;
    for (let i = -2; i < length; i++) {
      const b = c;
      c = code[i + 2] as number;
      x = y;
      y = z;
      z = look & 0xffff;
      own = next;
      next = third;
      third = (look & (ATONCE | LATER)) | anywhere;
      const joins = look >>> JOINING;
      const d = code[i + 3] as number;
      look = looks[d] as number;
      if (b === c) third |= SKIPS;
      if (joins & (look >>> FOLLOWING) & 1) {
        const joined = bitOf(pairOf(c, d), JOINED, shift);
        if (((bits[joined >>> 5] as number) >>> (joined & 31)) & 1) third |= MORE;
      }
      const pair = pairOf(x, y);
      const longer = bitOf(pair, z, shift);
      const two = bitOf(pair, ENDS, shift);
      const found =
        (((bits[longer >>> 5] as number) >>> (longer & 31)) | ((bits[two >>> 5] as number) >>> (two & 31))) &
        1;
      const note = (own & ATONCE) | (next & LATER) | ((third & LATER) << FARTHEST) | found;
      if (note === 0 || i < 0) continue;
      places[count] = i;
      notes[count++] = note;
    }
    return count;
  }

  return (units, known, places) => {
    const count = flag(units);
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const i = flagged[k] as number;
      const note = flags[k] as number;
      const begins =
        note === 1
          ? mayBeginPlainly(units, i)
          : ((note & (ATONCE | LATER)) !== 0 || beginsWithTwo(units, i)) && mayBegin(units, i, known);
      if (begins) places[kept++] = i;
    }
    return kept;
  };
}
