import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packBits, unpackBits } from './bit-gaps.ts';
import { unpackNumbers } from './rice.ts';
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

it('no bits, all bits and the last one come back', () => {
  for (const word of [0, 1, 0x80000000, 0xffffffff]) {
    const words = new Uint32Array(3).fill(word);
    expect(unpacked(packBits(words), 3)).toEqual([...words]);
  }
});

it('takes five bits for each where one in twelve is set', () => {
  const bits = Array.from({ length: 1000 }, (_, i) => i * 12 + (Math.imul(i, 0x9e3779b1) >>> 29));
  const { length } = packBits(wordsOf(bits, 375));
  expect((length * 6.5) / bits.length).toBeLessThan(5.5);
  expect((length * 6.5) / bits.length).toBeGreaterThan(4.5);
});

it('unpacks in slices', () => {
  const pauses = (length: number): number => {
    const packed = packBits(new Uint32Array(length).fill(0xffffffff));
    return [...unpackBits(packed, new Uint32Array(length))].length - [...unpackNumbers(packed)].length;
  };
  expect([0, 1, 1 << 10, (1 << 10) + 1].map(pauses)).toEqual([0, 1, 1, 2]);
});
