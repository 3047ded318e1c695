import { describe, expect, it } from 'vitest';
import { namesOf } from './folds.ts';
import { Memo } from './memo.ts';
import { othersOf } from './others.ts';
import { ANY_OF_SOUND, BY_SOUND, EXACTLY, isSpelt, type Reading, readingsOf } from './readings.ts';
import { lazily, lexiconOf, reader, rule } from './rules.for-tests.ts';

const read = reader();
const lexicon = lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信', '返#元', '现5折'] })));
const readingsAt = (text: string, at = 0): readonly Reading[] =>
  readingsOf(lexicon(), othersOf(lexicon(), new Memo()), new Memo())(read(text), at);
const WAYS: Readonly<Record<number, string>> = {
  [EXACTLY]: 'exactly',
  [BY_SOUND]: 'sound',
  [ANY_OF_SOUND]: 'any',
};
const readings = (text: string, at = 0): string[] =>
  readingsAt(text, at).map(({ way, label, to, folds, swaps }) =>
    [WAYS[way], label === 0 ? '' : String.fromCharCode(label), to, swaps, ...namesOf(folds)].join(' '),
  );

describe('a unit is read', () => {
  it.each<[text: string, ...readings: string[]]>([
    ['天', 'sound 天 1 0'],
    ['微', 'sound 微 1 0', 'exactly 微 1 0 abbreviation'],
    ['們', 'sound 们 1 0 traditional'],
    ['十', 'sound 十 1 0', 'exactly # 1 0'],
    ['十二元', 'sound 十 1 0', 'exactly # 2 0'],
    ['12a', 'sound 1 1 0', 'exactly # 2 0'],
    ['１2', 'sound 1 1 0 width', 'exactly # 2 0 width'],
    ['1 2', 'sound 1 1 0', 'exactly # 1 0'],
    ['五', 'sound 五 1 0', 'exactly # 1 0', 'exactly 5 1 0 digits'],
    ['伍', 'sound 伍 1 0', 'exactly 5 1 0 digits'],
    ['珼', 'sound 珼 1 0', 'exactly 现 1 1 lookalike'],
    ['jia', 'sound j 1 0', 'any  3 0 pinyin'],
    ['vx', 'sound v 1 0', 'exactly 微 2 0 abbreviation'],
    ['亻言', 'sound 亻 1 0', 'exactly 信 2 0 split'],
    ['亻 言', 'sound 亻 1 0', 'exactly 信 2 0 separator split'],
    ['亻\u0301言', 'sound 亻 1 0 invisible', 'exactly 信 2 0 invisible split'],
    ['亻言\u0301', 'sound 亻 1 0', 'exactly 信 2 0 invisible split'],
    ['，亻言', 'sound 亻 1 0', 'exactly 信 2 0 split'],
    ['VX', 'sound v 1 0 case', 'exactly 微 2 0 case abbreviation'],
    ['jI\u200ba', 'sound j 1 0', 'any  3 0 case invisible pinyin'],
    ['vx😀', 'sound v 1 0', 'exactly 微 2 0 abbreviation'],
  ])('%s', (text, ...expected) => expect(readings(text)).toEqual(expected));

  it('wherever it stands', () => {
    expect(readings('返十二元', 1)).toEqual(['sound 十 2 0', 'exactly # 3 0']);
    expect(readings('返伍', 1)).toEqual(['sound 伍 2 0', 'exactly 5 2 0 digits']);
    expect(readings('返珼', 1)).toEqual(['sound 珼 2 0', 'exactly 现 2 1 lookalike']);
  });

  it('by a class of sound, whatever it stands for', () => {
    const { sound, readings: spelt } = lexicon().tables;
    const [own, any] = readingsAt('jia');
    expect(own?.heard).toBe(sound['j'.charCodeAt(0)]);
    expect(any?.heard).toBe(spelt.get('jia'));
    const [, vx] = readingsAt('vx');
    expect(vx?.heard).toBe(spelt.get('wei'));
    expect(vx?.other).toMatchObject({ word: '微信', weak: false });
    expect([own, any, vx].map((reading) => reading !== undefined && isSpelt(reading))).toEqual([
      false,
      true,
      false,
    ]);
    expect(own?.other).toBeNull();
  });
});

it('is worked out once for each unit of a text', () => {
  const made = new Memo<readonly Reading[]>();
  const at = readingsOf(lexicon(), othersOf(lexicon(), new Memo()), made);
  const units = read('加微');
  const first = at(units, 1);
  expect(at(units, 1)).toBe(first);
  expect(made.get(1)).toBe(first);
  made.clear();
  expect(at(units, 1)).not.toBe(first);
});
