import type { Slices } from './slices.ts';

/** Longer gaps between bits are told in steps of this. */
const FARTHER = 90;
/** Gaps to a slice of unpacking. */
const SLICE = 1 << 15;

/** Printable ASCII without what JSON escapes: from # on, but for the backslash. */
const charOfGap = (gap: number): string => String.fromCharCode(gap < 57 ? gap + 35 : gap + 36);
const gapOfChar = (char: number): number => (char < 92 ? char - 35 : char - 36);

/** Bits, few of them set, as text that travels inside JSON: how far each one is from the one before it. */
export function packBits(words: Uint32Array): string {
  let gaps = '';
  let gap = 0;
  for (let bit = 0; bit < words.length * 32; bit++, gap++) {
    if (((words[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
    for (; gap >= FARTHER; gap -= FARTHER) gaps += charOfGap(FARTHER);
    gaps += charOfGap(gap);
    gap = 0;
  }
  return gaps;
}

/** Unpacks them into `words`. */
export function* unpackBits(gaps: string, words: Uint32Array): Slices<void> {
  let bit = 0;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gapOfChar(gaps.charCodeAt(i));
    bit += gap;
    if (gap < FARTHER) words[bit >>> 5] = (words[bit >>> 5] as number) | (1 << (bit & 31));
    if (i % SLICE === 0) yield;
  }
}
