import { expect, it } from 'vitest';
import { createMuting } from './muting.ts';

const waiter = (key: string) => ({ conversation: { key, buyer: key }, since: 0 });
const [a, b] = [waiter('a'), waiter('b')];

it('leaves one conversation out for as long as it waits', () => {
  const muting = createMuting();
  muting.muteOne(a);
  expect(muting.audible([a, b], 1)).toEqual([b]);
  expect(muting.audible([b], 2)).toEqual([b]);
  expect(muting.audible([a, b], 3)).toEqual([a, b]);
});

it('leaves everybody out for ten minutes, to the millisecond', () => {
  const muting = createMuting();
  muting.muteAll(1_000);
  expect(muting.audible([a, b], 600_999)).toEqual([]);
  expect(muting.audible([a, b], 601_000)).toEqual([a, b]);
});
