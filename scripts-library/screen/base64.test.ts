import { expect, it } from 'vitest';
import { pack, unpack16, unpack32 } from './base64.ts';
import { atOnce } from './slices.ts';

const numbers = (length: number): number[] => Array.from({ length }, (_, i) => (i * 40503) % 65521);

it('brings numbers back as they were, however many', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 6, 255, 24_576, 24_577, 60_000]) {
    expect([...atOnce(unpack16(pack(Uint16Array.from(numbers(length)))))]).toEqual(numbers(length));
    const large = numbers(length).map((number) => number * 65537);
    expect([...atOnce(unpack32(pack(Uint32Array.from(large))))]).toEqual(large);
  }
});

it('packs the part that it is given and no more', () => {
  const all = Uint8Array.from([1, 2, 3, 4, 5, 6, 7]);
  expect(pack(all.subarray(2, 5))).toBe(btoa('\u0003\u0004\u0005'));
  expect(pack(new Uint8Array())).toBe('');
});

it('unpacks in slices', () => {
  const pauses = (length: number): number => [...unpack16(pack(Uint16Array.from(numbers(length))))].length;
  expect([0, 1, 24_576, 24_577, 49_153].map(pauses)).toEqual([0, 1, 1, 2, 3]);
});
