import { packNumbers, unpackNumbers } from './rice.ts';
import type { Slices } from './slices.ts';

/** Bits to a slice of unpacking. */
const SLICE = 1 << 15;

/** Bits, few of them set, as text that travels inside JSON: how many are not set before each that is. */
export function packBits(words: Uint32Array): string {
  const gaps: number[] = [];
  let from = 0;
  for (let bit = 0; bit < words.length * 32; bit++) {
    if (((words[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
    gaps.push(bit - from);
    from = bit + 1;
  }
  return packNumbers(gaps);
}

/** Unpacks them into `words`. */
export function* unpackBits(packed: string, words: Uint32Array): Slices<void> {
  const gaps = yield* unpackNumbers(packed);
  let bit = 0;
  for (let i = 0; i < gaps.length; i++, bit++) {
    bit += gaps[i] as number;
    words[bit >>> 5] = (words[bit >>> 5] as number) | (1 << (bit & 31));
    if (i % SLICE === 0) yield;
  }
}
