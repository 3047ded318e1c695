import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kept } from './kept.ts';

it('gives an equal value as the one before, and always a value equal to the next', () => {
  const plain = fc.jsonValue();
  fc.assert(
    fc.property(plain, plain, (before, next) => {
      expect(kept(before, structuredClone(before))).toBe(before);
      expect(kept(before, next)).toEqual(next);
    }),
  );
});

it('keeps the parts that did not change', () => {
  const before = { wait: { seconds: 1 }, list: [{ text: '在' }, { text: '好' }], gone: 1 };
  const after = kept<object>(before, { wait: { seconds: 2 }, list: [{ text: '在' }, { text: '好的' }] });
  expect(after).toEqual({ wait: { seconds: 2 }, list: [{ text: '在' }, { text: '好的' }] });
  expect((after as typeof before).list[0]).toBe(before.list[0]);
  expect((after as typeof before).list).not.toBe(before.list);
});

it('takes a value that is not there for another than undefined', () => {
  const before = { order: undefined };
  expect(kept<object>(before, { item: undefined })).toEqual({ item: undefined });
  expect(Object.keys(kept<object>(before, { item: undefined }))).toEqual(['item']);
});
