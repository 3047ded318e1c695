import { unpack8 } from './base64.ts';
import type { Units } from './units.ts';
import type { Tables } from './variants.ts';

/**
 * Where a phrase may begin, as it travels: a filter of the first two and three characters as they sound, so that
 * ordinary text is passed over at a look or two each. It errs towards "may".
 */
export interface PackedStarts {
  /** Characters of each {@link WILD} … {@link NUMERAL} trait. */
  readonly traits: readonly string[];
  /** How many words (u16) the filter has, a power of two. */
  readonly words: number;
  /** How far each bit set is from the one before it; 255 and what the next byte says if it is farther. */
  readonly gaps: string;
}

/** The filter made ready. */
export interface Starts {
  readonly traits: Uint8Array;
  /** What a code counts as: those that sound alike are one, figures in any writing are one. */
  readonly faces: Uint16Array;
  readonly bits: Uint16Array;
}

/** May stand for anything: letters, aliases of one character. */
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

export const FARTHER = 255;

/** In place of a third character: a phrase of two, the beginning of a longer one, a pair that stands for something. */
export const WHOLE = 0;
export const BEGINS = 1;
export const JOINED = 2;

/** The bit of three faces in a filter of `size` words. */
export const bitOf = (a: number, b: number, c: number, size: number): number =>
  (Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) + b, 0x85ebca6b) + c, 0xc2b2ae35) >>> 8) & (size * 16 - 1);

/** Unpacks the filter. */
export function loadStarts(packed: PackedStarts, { sound }: Tables): Starts {
  const traits = new Uint8Array(0x10000);
  const faces = sound.slice();
  packed.traits.forEach((chars, index) => {
    for (let i = 0; i < chars.length; i++) {
      const code = chars.charCodeAt(i);
      traits[code] = (traits[code] as number) | (1 << index);
      if (1 << index === FIGURE) faces[code] = FIGURE;
    }
  });
  const bits = new Uint16Array(packed.words);
  let bit = 0;
  for (const gap of unpack8(packed.gaps)) {
    bit += gap;
    if (gap < FARTHER) bits[bit >>> 4] = (bits[bit >>> 4] as number) | (1 << (bit & 15));
  }
  return { traits, faces, bits };
}

/** Whether the filter holds a triple. */
export function marked({ bits }: Starts, x: number, y: number, z: number): boolean {
  const bit = bitOf(x, y, z, bits.length);
  return ((bits[bit >>> 4] as number) & (1 << (bit & 15))) !== 0;
}

/** A unit that may be left out of a phrase, and one that may stand for something else in it. */
const SKIPPED = 1;
const OTHER = 2;

/**
 * Where phrases may begin: puts the units into `places` and returns how many they are. Looks at each unit once,
 * with the two after it in hand; this loop is most of what ordinary text costs.
 */
export function placesOf(starts: Starts, { code, either, length }: Units, places: number[]): number {
  const { traits, faces } = starts;
  let count = 0;
  let [a, b, c] = [0, 0, 0];
  let [own, next, third] = [0, 0, 0];
  let [x, y, z] = [0, 0, 0];
  let [looseA, looseB, looseC] = [0, 0, 0];
  for (let i = -2; i < length; i++) {
    a = b;
    own = next;
    x = y;
    looseA = looseB;
    b = c;
    next = third;
    y = z;
    looseB = looseC;
    c = code[i + 2] as number;
    third = traits[c] as number;
    z = faces[c] as number;
    // A number is one character of the phrase, however long.
    looseC = third & (FILLS | (next & NUMERAL)) || c === b || either[i + 2] ? SKIPPED : 0;
    if (third & WILD || (third & JOINS && marked(starts, c, code[i + 3] as number, JOINED))) looseC |= OTHER;
    if (i < 0) continue;
    if (
      own & ALONE ||
      looseA & OTHER ||
      looseB ||
      (marked(starts, x, y, BEGINS) &&
        (looseC ||
          marked(starts, x, y, z) ||
          // Phrases of two are found as they are written, figures apart.
          marked(starts, own & FIGURE ? FIGURE : a, next & FIGURE ? FIGURE : b, WHOLE)))
    )
      places[count++] = i;
  }
  return count;
}
