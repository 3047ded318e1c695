import { describe, expect, it } from 'vitest';
import { CanonicalError, canonical } from './canonical.ts';

describe('canonical', () => {
  it.each([
    ['sorts keys at every level', { b: 1, a: { d: [], c: null } }, '{"a":{"c":null,"d":[]},"b":1}'],
    [
      'sorts by UTF-16 unit, as the example of RFC 8785 §3.2.3 does',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    ['writes numbers as ECMAScript does', [1e30, 4.5, 2e-3, 1e-27, -0], '[1e+30,4.5,0.002,1e-27,0]'],
    ['leaves out what is undefined', { a: undefined, b: 0 }, '{"b":0}'],
    ['escapes only what JSON must', '\u0000\n"\\/好', '"\\u0000\\n\\"\\\\/好"'],
  ])('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it.each([
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['infinity', 1 / 0],
    ['a bigint', 1n],
    ['a function', () => 1],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(CanonicalError);
  });

  it('refuses a cycle and a deep value without exhausting the stack', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => canonical(cycle)).toThrow(CanonicalError);
    expect(() => canonical(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow(CanonicalError);
  });

  it.each(['{"a":1,"a":1}', '{"a": 1}', '[1e400]', '[-0]', '{"b":1,"a":1}', '[1.0]', '"\\u0041"'])(
    'tells that %s was not written by us',
    (text) => {
      let again = '';
      try {
        again = canonical(JSON.parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(CanonicalError);
      }
      expect(again).not.toBe(text);
    },
  );
});
