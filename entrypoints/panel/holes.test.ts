import { expect, it } from 'vitest';
import { nextHole } from './holes.ts';

const TEXT = '亲，【时间】前发出，【时间】未到请找【客服】';

it.each([
  ['from the start', 0, [2, 6]],
  ['the same mark again', 6, [10, 14]],
  ['another mark', 14, [18, 22]],
  ['and round to the first', 22, [2, 6]],
])('%s', (_, caret, expected) => {
  const hole = nextHole(TEXT, ['【时间】', '【时间】', '【客服】'], caret as number);
  expect([hole?.start, hole?.end]).toEqual(expected);
});

it('has nothing left once all are filled', () => {
  expect(nextHole('亲，今天前发出', ['【时间】'], 0)).toBeNull();
});
