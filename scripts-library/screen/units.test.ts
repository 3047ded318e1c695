import { describe, expect, it } from 'vitest';
import { namesOf } from './folds.ts';
import { reader } from './rules.for-tests.ts';
import {
  CLAUSE_GAP,
  COMMA_GAP,
  foldsAt,
  gapAt,
  gapFoldsAt,
  LINE_GAP,
  looseAt,
  NO_GAP,
  SOFT_GAP,
  textOf,
  WALL,
} from './units.ts';

const read = reader();
const all = (text: string): string => textOf(read(text), 0, read(text).length);
/** Each unit with what was typed for it. */
const typed = (text: string): string[] => {
  const units = read(text);
  return Array.from(
    { length: units.length },
    (_, i) => `${textOf(units, i, i + 1)}=${text.slice(units.start[i], units.end[i])}`,
  );
};

describe('a text is read', () => {
  it.each([
    ['您好', '您好'],
    ['ＶＸ 號', 'vx号'],
    ['加，微。信！', '加微信'],
    ['&#24494;信', '微信'],
    ['&#x5fae;信', '微信'],
    ['&#X5FAE;信', '微信'],
    ['&#38;&#92;', ''],
    ['&#65;', 'a'],
    ['a&b', 'ab'],
    ['&#24494信', '24494信'],
    ['&#10;', ''],
    ['&#1;', '1'],
    ['&#x110000;好', 'x110000好'],
    ['&#x10ffff;好', '\u{10ffff}好'],
    ['&#xd83d;好', '\ud83d好'],
    ['a&b&#24494;好', 'ab微好'],
    ['\\/X', 'vx'],
    ['a\\b', 'ab'],
    ['a\\', 'a'],
    ['㎏', 'kg'],
    ['𝐕𝐗', 'vx'],
    ['𠀀好', '𠀀好'],
    ['', ''],
    ['…', ''],
  ])('%j as %j', (text, expected) => expect(all(text)).toBe(expected));

  it('each unit keeping its place', () => {
    expect(typed('加 微')).toEqual(['加=加', '微=微']);
    expect(typed('é\u0301\u0332好')).toEqual(['e=é\u0301\u0332', '好=好']);
    expect(typed('e \u0301好')).toEqual(['e=e', '好=好']);
    expect(typed('\u0301好')).toEqual(['好=好']);
    expect(typed('㎏')).toEqual(['k=㎏', 'g=㎏']);
    expect(typed('&#24494;信')).toEqual(['微=&#24494;', '信=信']);
    expect(typed('\\/信')).toEqual(['v=\\/', '信=信']);
    expect(typed('😀𝐕好')).toEqual(['v=𝐕', '好=好']);
    expect(typed('𠀀')).toEqual(['\ud840=𠀀', '\udc00=𠀀']);
  });

  it('over and over, the texts before forgotten', () => {
    expect(all('这是一句很长的话')).toBe('这是一句很长的话');
    expect(all('短')).toBe('短');
    const units = read('短');
    expect([1, 2, 3].map((i) => units.code[i])).toEqual([0, 0, 0]);
    expect([1, 2, 3].map((i) => gapAt(units, i))).toEqual([0, 0, 0]);
  });

  it('however long', () => {
    for (const length of [99, 100, 101, 499, 500, 501, 5000, 200_000]) {
      const text = '好'.repeat(length);
      expect(all(text)).toBe(text);
      expect(all('㎏'.repeat(length))).toBe('kg'.repeat(length));
      const units = read('㎯'.repeat(length));
      expect(textOf(units, 0, units.length)).toBe('rads'.repeat(length));
      expect([0, 1, 2].map((i) => units.code[units.length + i])).toEqual([0, 0, 0]);
    }
  });
});

describe('between two units lies', () => {
  const gap = (between: string): number => gapAt(read(`a${between}b`), 1);
  it.each<[between: string, gap: number]>([
    ['', NO_GAP],
    ['\u200b\u2060', NO_GAP],
    [' ', SOFT_GAP],
    ['😀', SOFT_GAP],
    ['*-', SOFT_GAP],
    ['\n', LINE_GAP],
    [' \n ', LINE_GAP],
    ['，', COMMA_GAP],
    ['，\n', COMMA_GAP],
    ['。', CLAUSE_GAP],
    ['，。 ', CLAUSE_GAP],
    ['      ', SOFT_GAP],
    ['       ', WALL],
    ['，       ', WALL],
    ['\u200b'.repeat(9), NO_GAP],
    ['&', SOFT_GAP],
    ['\\', SOFT_GAP],
    ['&#38;', SOFT_GAP],
    ['&#92;', SOFT_GAP],
  ])('%j: %d', (between, expected) => expect(gap(between)).toBe(expected));

  it('what undoing it takes', () => {
    const folds = (between: string) => namesOf(gapFoldsAt(read(`a${between}b`), 1));
    expect(folds('')).toEqual([]);
    expect(folds(' ')).toEqual(['separator']);
    expect(folds('\u200b')).toEqual(['invisible']);
    expect(folds('😀')).toEqual(['emoji']);
    expect(folds(' \u200b😀')).toEqual(['invisible', 'separator', 'emoji']);
    expect(namesOf(gapFoldsAt(read('a b c'), 2))).toEqual(['separator']);
    expect(namesOf(gapFoldsAt(read('a bc'), 2))).toEqual([]);
    expect(gapAt(read(' ab'), 0)).toBe(SOFT_GAP);
    expect(gapAt(read('a。bc'), 2)).toBe(NO_GAP);
  });
});

describe('a unit takes folds', () => {
  const folds = (text: string) => namesOf(foldsAt(read(text), 0));
  it.each<[text: string, folds: string[]]>([
    ['a', []],
    ['A', ['case']],
    ['a\u0301', ['invisible']],
    ['&#24494;', ['entity']],
    ['&#65;', ['case', 'entity']],
    ['\\/', ['lookalike']],
    ['❤', ['emoji']],
    ['們', ['traditional']],
  ])('%s: %j', (text, expected) => expect(folds(text)).toEqual(expected));

  it('and may be mere decoration', () => {
    const units = read('a❤b');
    expect([0, 1, 2].map((i) => looseAt(units, i))).toEqual([false, true, false]);
    expect(units.decorated).toBe(true);
    expect(read('ab').decorated).toBe(false);
    expect(read('Ａ们們').decorated).toBe(false);
    expect(looseAt(read('Ａ'), 0)).toBe(false);
    expect(foldsAt(read('a ❤'), 1)).toBe(foldsAt(read('❤'), 0));
  });
});
