import { describe, expect, it } from 'vitest';
import { isDenied, isWhole, standsAfter, standsBefore } from './context.ts';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { reader } from './rules.for-tests.ts';
import { textOf } from './units.ts';

const read = reader();
const words = {
  ...loadLanguage(LANGUAGE),
  deniesBefore: /(?:没有|不)$/,
  deniesAfter: /^.{0,10}?(?:没有|不做)/,
  deniesFromNext: /^.{0,8}?不做/,
  deniesAnew: /^没有的/,
  notDenials: /不错|没关系/g,
  salutations: /^(?:亲|您好)*$/,
};

const denied = (text: string): boolean => {
  const units = read(text);
  const from = textOf(units, 0, units.length).indexOf('返现');
  return isDenied(units, from, from + 2, words);
};

describe('a clause denies what stands in it', () => {
  it.each([
    ['没有返现'],
    ['没有 返现'],
    ['没有\n返现'],
    ['没有一二三四五六七八返现'],
    ['没有不错不错不错不错返现'],
    ['不返现'],
    ['不给返现'],
    ['很好，没有返现'],
    ['返现没有'],
    ['返现一二三四五六七八九十没有'],
    ['返现，我们不做'],
    ['返现一二三四五六七八九十，不做'],
    ['返现哦，一二三四五六七八不做'],
    ['返现？没有的亲'],
    ['返现。没有的'],
  ])('%s', (text) => expect(denied(text)).toBe(true));

  it.each([
    ['返现'],
    ['没有一二三四五六七八九返现'],
    ['不一二返现'],
    ['没有，返现'],
    ['没有。返现'],
    ['没有，有返现'],
    ['没不错有返现'],
    ['没关系返现'],
    ['返现没不错有'],
    ['返现。没有'],
    ['返现？有的没有的'],
    ['返现，没有的亲'],
    ['返现一二三四五六七八九十甲？没有的'],
    ['返现，没有'],
    ['返现一二三四五六七八九十甲没有'],
    ['返现。我们不做'],
    ['返现！不做'],
    ['返现一二三四五六七八九十甲，不做'],
    ['返现，哦，不做'],
    ['返现，一二三四五六七八九不做'],
    ['返现不错，真的'],
  ])('%s does not', (text) => expect(denied(text)).toBe(false));
});

describe('a hit is the whole message', () => {
  const whole = (text: string): boolean => {
    const units = read(text);
    const from = textOf(units, 0, units.length).indexOf('不行');
    return isWhole(units, from, from + 2, words);
  };
  it.each(['不行', '亲，不行', '不行，亲', '亲您好，不行。亲'])('%s', (text) =>
    expect(whole(text)).toBe(true),
  );
  it.each(['可不行', '不行吗', '亲不行的', '我不行亲'])('%s is more', (text) =>
    expect(whole(text)).toBe(false),
  );
});

describe('words right before and after', () => {
  const standing = (text: string, ...listed: string[]): boolean =>
    standsBefore(read(text), textOf(read(text), 0, 99).indexOf('加'), listed);
  const following = (text: string, ...listed: string[]): boolean =>
    standsAfter(read(text), textOf(read(text), 0, 99).indexOf('加') + 1, listed);

  it('stand before, spaces between or not', () => {
    expect(standing('再参加', '更', '参')).toBe(true);
    expect(standing('参 加', '参')).toBe(true);
    expect(standing('参\n加', '参')).toBe(true);
    expect(standing('多多增加', '多增')).toBe(true);
    expect(standing('参', '参')).toBe(false);
  });
  it('do not stand before', () => {
    expect(standing('参，加', '参')).toBe(false);
    expect(standing('参。加', '参')).toBe(false);
    expect(standing('再加', '更', '参')).toBe(false);
    expect(standing('参再加', '参')).toBe(false);
    expect(standing('增加', '多多增')).toBe(false);
    expect(standing('参加')).toBe(false);
  });
  it('stand after, spaces between or not', () => {
    expect(following('加急单', '班', '急')).toBe(true);
    expect(following('加 急', '急')).toBe(true);
    expect(following('加急单', '急单')).toBe(true);
  });
  it('do not stand after', () => {
    expect(following('加，急', '急')).toBe(false);
    expect(following('加。急', '急')).toBe(false);
    expect(following('加班', '急')).toBe(false);
    expect(following('加班急', '急')).toBe(false);
    expect(following('急加', '急')).toBe(false);
    expect(following('加急')).toBe(false);
  });
});
