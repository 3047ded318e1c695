import { expect, it } from 'vitest';
import { Memo } from './memo.ts';

it('keeps what it is given until it is cleared', () => {
  const memo = new Memo<string>();
  expect(memo.get(0)).toBeUndefined();
  expect(memo.set(3, 'c')).toBe('c');
  expect(memo.set(0, 'a')).toBe('a');
  expect([0, 1, 2, 3, 4].map((unit) => memo.get(unit))).toEqual(['a', undefined, undefined, 'c', undefined]);
  memo.clear();
  expect([0, 3].map((unit) => memo.get(unit))).toEqual([undefined, undefined]);
  memo.set(1, 'b');
  expect([0, 1, 2, 3].map((unit) => memo.get(unit))).toEqual([undefined, 'b', undefined, undefined]);
  memo.clear();
  memo.clear();
  expect(memo.get(1)).toBeUndefined();
});
