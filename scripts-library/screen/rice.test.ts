import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from './rice.ts';
import { runs } from './rules.for-tests.ts';
import { atOnce } from './slices.ts';

const unpacked = (text: string): number[] => [...atOnce(unpackNumbers(text))];
const MOST = 2 ** 32 - 1;

it('numbers come back as they were, in text that JSON escapes nothing of', () => {
  const number = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(0x10000), fc.integer({ min: 0, max: MOST }));
  const alike = fc.oneof(fc.array(fc.nat(9)), fc.array(fc.nat(5000)), fc.array(number, { maxLength: 60 }));
  fc.assert(
    fc.property(alike, (numbers) => {
      const text = packNumbers(numbers);
      expect(unpacked(text)).toEqual(numbers);
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(text).toMatch(/^[ -~]*$/);
    }),
    { numRuns: runs(300) },
  );
});

it('none, the smallest and the largest come back, among many of any size', () => {
  expect(unpacked(packNumbers([]))).toEqual([]);
  for (let power = 0; power <= 32; power++)
    for (const number of [2 ** power - 1, Math.min(2 ** power, MOST)])
      for (const usual of [0, 7, 0xffff, MOST]) {
        const numbers = [number, ...Array<number>(40).fill(usual), number];
        expect(unpacked(packNumbers(numbers)), `${number} ${usual}`).toEqual(numbers);
      }
});

it('takes as many bits as the numbers are wide, 13 to two characters', () => {
  const size = (number: number): number => packNumbers(Array<number>(1300).fill(number)).length;
  // Of 2 one bit is low: a zero and a one for what is above it, and that bit.
  expect([0, 1, 2, 3, 255].map((number) => Math.floor(size(number) / 100))).toEqual([2, 4, 6, 6, 18]);
  // One that is far from the others costs 48 bits, not as many zeros as it is large.
  const usual = Array<number>(1300).fill(0);
  expect(packNumbers([...usual, MOST]).length - packNumbers(usual).length).toBeLessThanOrEqual(8);
});

it('unpacks in slices, of its characters and of its numbers', () => {
  const pauses = (count: number, number: number): number =>
    [...unpackNumbers(packNumbers(Array<number>(count).fill(number)))].length;
  expect([0, 1, 1 << 14, (1 << 14) + 1].map((count) => pauses(count, 0))).toEqual([1, 2, 2, 3]);
  expect(pauses(1 << 14, 0xffff)).toBe(4);
});

it.each([
  [[], '#P$'],
  [[0], '#Di'],
  [[1, 1, 1], '$Op'],
  [[3, 900, 17], '*Q9Dm/q'],
  [Array<number>(26).fill(0), '$##`$A#`$A#P$'],
  [[70_000], '1P$:GJF'],
  [[MOST], '#9Q%m~$}}'],
])('%j travels as %s, with nothing behind it', (numbers, text) => expect(packNumbers(numbers)).toBe(text));
