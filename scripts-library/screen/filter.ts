/**
 * A filter of numbers: two bits in one word for each that is marked, so that asking costs one look into memory. It
 * errs towards "marked".
 */
export interface Filter {
  /** A power of two of them. */
  readonly words: Uint32Array;
  /** How far a hash is shifted to give a word's place. */
  readonly shift: number;
}

/** What is marked: the first three faces of a phrase, */
export const threeOf = (x: number, y: number, z: number): number => (x << 20) | (y << 10) | z;
/** both faces of a phrase of two characters, the same phrase as written, */
export const twoOf = (x: number, y: number): number => (x << 10) | y | 0x40000000;
export const wholeOf = (a: number, b: number): number => Math.imul((a << 16) | b, 0x2c1b3c6d);
/** and two characters as written that together stand for another. */
export const joinedOf = (a: number, b: number): number => Math.imul((a << 16) | b, 0x297a2d39);

/** Makes a filter of so many words, a power of two. */
export const filterOf = (words: Uint32Array): Filter => ({ words, shift: 32 - Math.log2(words.length) });

const hashOf = (key: number): number => Math.imul(key ^ (key >>> 15), 0x9e3779b1);
const bitsOf = (hash: number): number => {
  const mixed = Math.imul(hash, 0x27d4eb2f);
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22));
};

export function mark({ words, shift }: Filter, key: number): void {
  const hash = hashOf(key);
  const place = hash >>> shift;
  words[place] = (words[place] as number) | bitsOf(hash);
}

/** The bits that are missing for the key to have been marked: 0 if it may have been. */
export function missing({ words, shift }: Filter, key: number): number {
  const hash = hashOf(key);
  return bitsOf(hash) & ~(words[hash >>> shift] as number);
}

/** Whether a key may have been marked. */
export const marked = (filter: Filter, key: number): boolean => missing(filter, key) === 0;

/** A filter of half the size: a hash's upper bits are a word's place, so neighbours become one. */
export const halved = ({ words }: Filter): Filter =>
  filterOf(
    Uint32Array.from(
      { length: words.length / 2 },
      (_, i) => (words[2 * i] as number) | (words[2 * i + 1] as number),
    ),
  );
