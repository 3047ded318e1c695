import { expect, it } from 'vitest';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';

const words = () => loadLanguage(LANGUAGE);

it('takes every negative word that denies nothing out of a text', () => {
  expect('不错的，没关系'.replace(words().notDenials, '')).toBe('的，');
});

it('knows numbers by their names in any case, and the letters that call for one', () => {
  expect(words().otherNumber.test('SKU ')).toBe(true);
  expect(words().otherNumber.test('订单')).toBe(true);
  expect(words().otherNumber.test('电话')).toBe(false);
  expect(words().calling.test('vx')).toBe(true);
  expect(words().calling.test('sf')).toBe(false);
  expect(words().banking.test('农行卡')).toBe(true);
});

it('knows how people break up a phone number, one sum at a time', () => {
  expect(words().phoneBreaks.has('3-4-4')).toBe(true);
  expect(words().phoneBreaks.has('4-4-4')).toBe(false);
  expect(words().phoneBreaks.size).toBeGreaterThan(5);
});

it('knows each digit in its writings', () => {
  const { digits } = words();
  expect(['0', '〇', 'o', '幺', '贰', '9', '玖'].map((form) => digits.get(form))).toEqual([
    '0',
    '0',
    '0',
    '1',
    '2',
    '9',
    '9',
  ]);
  expect(digits.get(' ')).toBeUndefined();
  expect(digits.get('十')).toBeUndefined();
});

it('knows what may follow a short name', () => {
  expect(words().afterWeak.has('聊'.charCodeAt(0))).toBe(true);
  expect(words().afterWeak.has('州'.charCodeAt(0))).toBe(false);
  expect(words().afterWeak.has(Number.NaN)).toBe(false);
});

it('finds every address and account of a text', () => {
  expect('a.b@c.com 和 D.E@F.COM'.match(words().email)).toEqual(['a.b@c.com', 'D.E@F.COM']);
  expect('qq12345678微信号abc12345'.match(words().account)).toEqual(['qq12345678', '微信号abc12345']);
});
