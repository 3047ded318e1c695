import { describe, expect, it } from 'vitest';
import { namesOf } from './folds.ts';
import { Memo } from './memo.ts';
import { type Other, othersOf } from './others.ts';
import { lazily, lexiconOf, reader, rule } from './rules.for-tests.ts';

const read = reader();
const lexicon = lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信', '加qq', '好装修'] })));
const found = (text: string, at: number): readonly Other[] => othersOf(lexicon(), new Memo())(read(text), at);
/** What starts at a unit: the word (for a syllable in letters its reading), of how many units, and the fold. */
const others = (text: string, at = 0): string[] => {
  const { readings } = lexicon().tables;
  const spelling = new Map([...readings].map(([reading, heard]) => [heard, reading]));
  return found(text, at).map(({ word, heard, length, weak, fold }) =>
    [
      word === '' ? `-${spelling.get(heard)}` : word,
      length,
      ...(weak ? ['weak'] : []),
      ...namesOf(fold),
    ].join(' '),
  );
};

describe('another name', () => {
  it.each<[text: string, ...found: string[]]>([
    ['vx', '微信 2 abbreviation'],
    ['薇', '微信 1 weak abbreviation'],
    ['薇信', '微信 1 weak abbreviation', '微信 2 abbreviation'],
    ['薇薇', '微信 1 weak abbreviation', '微信 2 weak abbreviation'],
    ['绿泡泡', '微信 2 abbreviation', '微信 3 abbreviation'],
    ['扣扣', 'qq 2 abbreviation'],
  ])('%s', (text, ...found) => expect(others(text)).toEqual(found));

  it('may have something between its characters, but no comma', () => {
    expect(others('VX')).toEqual(['微信 2 abbreviation']);
    expect(others('v x')).toEqual(['微信 1 weak abbreviation', '微信 2 abbreviation']);
    expect(others('v\u200bx')).toEqual(['微信 2 abbreviation']);
    expect(others('，薇信')).toEqual(['微信 1 weak abbreviation', '微信 2 abbreviation']);
    expect(others('绿 泡，泡')).toEqual(['微信 2 abbreviation']);
  });

  it('is a whole Latin word, and no product', () => {
    expect(others('avx', 1)).toEqual([]);
    expect(others('a vx', 1)).toEqual(['微信 2 abbreviation']);
    expect(others('vxa')).toEqual([]);
    expect(others('vx100')).toEqual([]);
    expect(others('vx12345')).toEqual(['微信 2 abbreviation']);
    expect(others('v，x')).toEqual(['微信 1 weak abbreviation']);
    expect(others('好vx', 1)).toEqual(['微信 2 abbreviation']);
  });
});

describe('a syllable in letters', () => {
  it('stands for its sound', () => {
    expect(others('jia')).toEqual(['-jia 3 pinyin']);
    expect(others('zhuang')).toEqual(['-zhuang 6 pinyin']);
    expect(others('xinxi')).toEqual(['-xin 3 pinyin']);
    expect(others('jiawei', 3)).toEqual(['-wei 3 pinyin']);
    expect(others('ji')).toEqual([]);
  });

  it('may have something between its letters, but no comma', () => {
    expect(others('JIA')).toEqual(['-jia 3 pinyin']);
    expect(others('j ia')).toEqual(['-jia 3 pinyin']);
    expect(others('ji\u200ba')).toEqual(['-jia 3 pinyin']);
    expect(others('。jia')).toEqual(['-jia 3 pinyin']);
    expect(others('ji，a')).toEqual([]);
    expect(others('ji啊a')).toEqual([]);
  });
});

describe('two parts', () => {
  it('make a character', () => {
    expect(others('亻言')).toEqual(['信 2 split']);
    expect(others('女子')).toEqual(expect.arrayContaining(['好 2 split']));
    expect(others('一亻言', 1)).toEqual(['信 2 split']);
    expect(others('亻 言')).toEqual(['信 2 split']);
    expect(others('亻，言')).toEqual([]);
    expect(others('，亻言')).toEqual(['信 2 split']);
  });
});

it('most characters start nothing', () => {
  for (const text of ['天', '天言', '亻', '亻天', '言亻', '😀', '', 'b'])
    expect(others(text), text).toEqual([]);
});

it('is looked up once for each unit of a text', () => {
  const known = new Memo<readonly Other[]>();
  const othersAt = othersOf(lexicon(), known);
  const units = read('加vx亻言');
  const [once, twice] = [othersAt(units, 1), othersAt(units, 1)];
  expect(once).toHaveLength(1);
  expect(twice).toBe(once);
  expect(othersAt(units, 3)).toBe(othersAt(units, 3));
  known.clear();
  expect(othersAt(units, 1)).not.toBe(once);
});

it('there is none where no rule may be read so', () => {
  const none = othersOf(lexiconOf(rule({ id: 'r', phrases: ['天天'] })), new Memo());
  for (const text of ['vx', '薇信', 'jia', '亻言']) expect(none(read(text), 0), text).toEqual([]);
});
