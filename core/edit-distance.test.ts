import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const hole = { hole: true } as const;

describe('editDistance', () => {
  it.each([
    ['equal', ['您好'], '您好', 0],
    ['one exchanged', ['今天发货'], '明天发货', 1],
    ['two put in', ['发货'], '马上发货', 2],
    ['taken out', ['今天下午发货'], '今天发货', 2],
    ['to nothing', ['发货'], '', 2],
    ['an emoji is one letter', ['好😀'], '好', 1],
    ['a filled hole is free', [hole, '您好，', hole, '发货'], '亲您好，明天下午三点发货', 0],
    ['an empty hole too', ['您好', hole], '您好', 0],
    ['edits beside a hole count', ['您好', hole, '发货'], '你好明天发货哦', 2],
  ])('%s', (_, pattern, text, distance) => {
    expect(editDistance(pattern, text)).toBe(distance);
  });

  it('is symmetric, bounded by the longer text, and zero only for equal ones', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '好', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const distance = editDistance([a], b);
        expect(distance).toBe(editDistance([b], a));
        expect(distance).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});
