import { describe, expect, it } from 'vitest';
import { readNumber } from './inputs.ts';

describe('readNumber', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['12', 12],
    ['１２．５', 12.5],
    ['12。5', 12.5],
    ['0', 0],
  ])('%j is %s', (typed, value) => {
    expect(readNumber(typed, false)).toEqual({ ok: true, value });
  });

  it.each(['abc', '1,000', '1e5', '0x10', '=1+1', '--1', '1.2.3', 'Infinity', '9'.repeat(13)])(
    '%j is no number',
    (typed) => {
      expect(readNumber(typed, false)).toMatchObject({ ok: false, why: '请填数字' });
    },
  );

  it('tells what is wrong with a number', () => {
    expect(readNumber('-1', false)).toMatchObject({ ok: false, why: '不能小于 0' });
    expect(readNumber('－1', false)).toMatchObject({ ok: false, why: '不能小于 0' });
    expect(readNumber('1.5', true)).toMatchObject({ ok: false, why: '请填整数' });
  });
});
