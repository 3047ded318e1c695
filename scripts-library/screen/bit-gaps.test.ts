import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packBits, unpackBits } from './bit-gaps.ts';
import { runs } from './rules.for-tests.ts';
import { atOnce } from './slices.ts';

const wordsOf = (bits: readonly number[], length: number): Uint32Array => {
  const words = new Uint32Array(length);
  for (const bit of bits) words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  return words;
};
const unpacked = (gaps: string, length: number): number[] => {
  const words = new Uint32Array(length);
  atOnce(unpackBits(gaps, words));
  return [...words];
};

it('bits come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(64 * 32 - 1), { maxLength: 200 }), (bits) => {
      const words = wordsOf(bits, 64);
      expect(unpacked(packBits(words), 64)).toEqual([...words]);
    }),
    { numRuns: runs(200) },
  );
});

it('bits however far apart come back as they were, in text that JSON escapes nothing of', () => {
  for (let gap = 0; gap < 500; gap++) {
    const words = wordsOf([gap, gap + 1, 2 * gap + 1], 64);
    const gaps = packBits(words);
    expect(unpacked(gaps, 64), `${gap}`).toEqual([...words]);
    expect(JSON.stringify(gaps)).toBe(`"${gaps}"`);
    expect(gaps).toMatch(/^[ -~]*$/);
  }
});

it('few bits take few characters', () => {
  expect(packBits(new Uint32Array(64))).toBe('');
  expect(packBits(wordsOf([0, 1, 2], 1))).toHaveLength(3);
  expect(packBits(wordsOf([89], 64))).toHaveLength(1);
  expect(packBits(wordsOf([90], 64))).toHaveLength(2);
  expect(packBits(wordsOf([5, 5 + 179], 64))).toHaveLength(3);
});

it('unpacks in slices', () => {
  const pauses = (bits: number): number => [...unpackBits('#'.repeat(bits), new Uint32Array(1))].length;
  expect([0, 1, 1 << 15, (1 << 15) + 1].map(pauses)).toEqual([0, 1, 1, 2]);
});
