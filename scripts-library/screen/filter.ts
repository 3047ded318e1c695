/**
 * A filter of triples: two bits in one word for each that is marked, so that asking costs one look into memory. It
 * errs towards "marked".
 */
export interface Filter {
  /** A power of two of them. */
  readonly words: Uint32Array;
  /** How far a hash is shifted to give a word's place. */
  readonly shift: number;
}

/** In place of a third face: a phrase of two characters as written, the same as it sounds, two that stand for something. */
export const WHOLE = 0x10000;
export const ENDS = 0x10001;
export const JOINED = 0x10002;

/** Makes a filter of so many words, a power of two. */
export const filterOf = (words: Uint32Array): Filter => ({ words, shift: 32 - Math.log2(words.length) });

const hashOf = (a: number, b: number, c: number): number =>
  (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)) | 0;
const bitsOf = (hash: number): number => {
  const mixed = Math.imul(hash, 0x27d4eb2f);
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22));
};

export function mark({ words, shift }: Filter, a: number, b: number, c: number): void {
  const hash = hashOf(a, b, c);
  const place = hash >>> shift;
  words[place] = (words[place] as number) | bitsOf(hash);
}

/** Whether a triple may have been marked. */
export function marked({ words, shift }: Filter, a: number, b: number, c: number): boolean {
  const hash = hashOf(a, b, c);
  const bits = bitsOf(hash);
  return ((words[hash >>> shift] as number) & bits) === bits;
}

/** A filter of half the size: a hash's upper bits are a word's place, so neighbours become one. */
export const halved = ({ words }: Filter): Filter =>
  filterOf(
    Uint32Array.from(
      { length: words.length / 2 },
      (_, i) => (words[2 * i] as number) | (words[2 * i + 1] as number),
    ),
  );
