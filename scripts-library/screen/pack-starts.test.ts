import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.ts';
import { ALONE, FILLS, FOLLOWS, JOINS, NUMERAL, WILD } from './faces.ts';
import { joinedOf, marked, threeOf, twoOf, wholeOf } from './filter.ts';
import { lazily, lexiconOf, rule } from './rules.for-tests.ts';
import { faceAt, lookOf } from './starts.ts';

type Part = Partial<Rule>;
const code = (char: string): number => char.charCodeAt(0);
const lexicon = lazily(() =>
  lexiconOf(rule({ id: 'r', phrases: ['加微信', '明天', '返#元', '好', '5折', '码'] })),
);
const looks = (trait: number, chars: string): string =>
  [...chars].filter((char) => lookOf(lexicon().starts, code(char)) & trait).join('');

describe('a character has the trait', () => {
  it('that it may stand for something, alone or as the first of more', () =>
    expect(looks(WILD, 'vw薇微天加明a一')).toBe('vw薇微'));
  it('that it may be half of one', () => {
    expect(looks(JOINS, 'jwxmtfhy力亻日天加明元')).toBe('力亻日');
    expect(looks(FOLLOWS, '口言月iaeu天加')).toBe('口言月');
  });
  it('that it hides others', () => expect(looks(FILLS, '一丨丶乀天加1')).toBe('一丨丶乀'));
  it('that it is a phrase of its own', () => expect(looks(ALONE, '好码加明天5五')).toBe('好码'));
  it('that it is a number', () => {
    expect(looks(NUMERAL, '0129一二两百几半壹加')).toBe('0129一二两百几半');
  });
});

it('no character hides others where no rule wants it, and none is a number where none is asked for', () => {
  const { starts } = lexiconOf(rule({ id: 'r', phrases: ['明天'], withoutFolds: ['filler'] }));
  for (const char of '一丨丶乀15') expect(lookOf(starts, code(char)) & (FILLS | NUMERAL), char).toBe(0);
});

it('a number may be a phrase of its own, in any writing', () => {
  const { starts } = lexiconOf(rule({ id: 'r', phrases: ['#'] }));
  const alone = (char: string) => (lookOf(starts, code(char)) & ALONE) !== 0;
  expect([...'0五十壹天'].filter(alone).join('')).toBe('0五十壹');
  const five = lexiconOf(rule({ id: 'r', phrases: ['5'] })).starts;
  expect([...'5五伍天'].filter((char) => lookOf(five, code(char)) & ALONE).join('')).toBe('5五伍');
});

describe('of the beginnings', () => {
  const faces = (text: string): [number, number, number] => {
    const [a = 0, b = 0, c = 0] = Array.from(text, (char) => faceAt(lexicon().starts, code(char)));
    return [a, b, c];
  };
  const triple = (text: string): boolean => marked(lexicon().starts.triples, threeOf(...faces(text)));
  const ends = (text: string): boolean => {
    const [a, b] = faces(text);
    return marked(lexicon().starts.triples, twoOf(a, b));
  };
  const pair = (text: string, key: (a: number, b: number) => number): boolean =>
    marked(lexicon().starts.triples, key(code(text.charAt(0)), code(text.charAt(1))));

  it('three characters are known however they sound, one of them by its looks', () => {
    for (const text of ['加微信', '佳为新', '返3元', '反五元', '咖微信', '加微伩'])
      expect(triple(text), text).toBe(true);
    for (const text of ['加信微', '天加微', '微加信', '加微天', '天微信', '加天信', '明天加'])
      expect(triple(text), text).toBe(false);
  });

  it('two are known as they sound, and as written', () => {
    for (const text of ['明天', '名添', '5折', '五折']) expect(ends(text), text).toBe(true);
    for (const text of ['加微', '天明', '明加']) expect(ends(text), text).toBe(false);
    for (const text of ['明天', '5折', '五折', '伍折']) expect(pair(text, wholeOf), text).toBe(true);
    for (const text of ['名添', '加微', '折5', '天明']) expect(pair(text, wholeOf), text).toBe(false);
  });

  it('two that make one are known', () => {
    for (const text of ['力口', '亻言', '日月']) expect(pair(text, joinedOf), text).toBe(true);
    for (const text of ['ji', '绿泡', '口力', '加微', '明天']) expect(pair(text, joinedOf), text).toBe(false);
  });
});

describe('what no rule may read otherwise is not marked so', () => {
  const looks = lazily(() =>
    lexiconOf(rule({ id: 'r', phrases: ['加微信'], withoutFolds: ['homophone', 'lookalike'] })),
  );
  const parts = lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信'], withoutFolds: ['split'] })));
  const all = lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信'] })));
  const begins = (of: typeof all, text: string): boolean => {
    const { starts } = of();
    const [a = 0, b = 0, c = 0] = Array.from(text, (char) => faceAt(starts, code(char)));
    return marked(starts.triples, threeOf(a, b, c));
  };

  it('by its looks', () => {
    for (const text of ['咖微信', '加微伩']) {
      expect(begins(all, text), text).toBe(true);
      expect(begins(parts, text), text).toBe(true);
      expect(begins(looks, text), text).toBe(false);
    }
    expect(begins(looks, '加微信')).toBe(true);
  });

  it('by its parts', () => {
    for (const text of ['力口微', '加微亻']) {
      expect(begins(all, text), text).toBe(true);
      expect(begins(looks, text), text).toBe(true);
      expect(begins(parts, text), text).toBe(false);
    }
    expect(begins(parts, '加微信')).toBe(true);
  });

  it('though another rule reads the same characters otherwise, elsewhere', () => {
    const exact: Part = { phrases: ['加微信'], withoutFolds: ['homophone', 'lookalike', 'split'] };
    const both = lexiconOf(rule({ id: 'r', ...exact }), rule({ id: 's', phrases: ['小加微妙', '大信封口'] }));
    const alone = (text: string): boolean => begins(() => both, text);
    for (const text of ['咖微信', '加徽信', '加微伩', '力口微', '加微亻'])
      expect(alone(text), text).toBe(false);
    for (const text of ['加微信', '小咖微', '小加徽', '小力口', '大信封', '大亻言'])
      expect(alone(text), text).toBe(true);
  });

  it('but what one of two rules may read is', () => {
    const two = lexiconOf(
      rule({ id: 'r', phrases: ['加微信', '好评返现'], withoutFolds: ['homophone', 'lookalike', 'split'] }),
      rule({ id: 's', phrases: ['加微信号'] }),
    );
    for (const text of ['咖微信', '力口微'])
      expect(
        begins(() => two, text),
        text,
      ).toBe(true);
    expect(begins(() => two, '女子评')).toBe(false);
  });
});

it('the filter grows with the phrases, and stays sparse', () => {
  const chars = Array.from({ length: 40 }, (_, i) => String.fromCharCode(0x4e00 + i * 97));
  const many = chars.flatMap((a) => chars.map((b) => `${a}${b}${a}`));
  const filled = (phrases: readonly string[]) => {
    const { words } = lexiconOf(
      rule({ id: 'r', phrases, withoutFolds: ['lookalike', 'abbreviation', 'homophone', 'pinyin', 'split'] }),
    ).starts.triples;
    const bits = words.reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0);
    return { words: words.length, filled: bits / (words.length * 32) };
  };
  expect(filled(['明天发']).words).toBe(512);
  const large = filled(many);
  expect(large.filled).toBeLessThanOrEqual(0.1);
  expect(large.filled).toBeGreaterThan(0.05);
  expect(large.words).toBeGreaterThan(512);
});

/** More let ordinary text pass, fewer miss something. Whoever changes the character tables writes down anew. */
it.each<[phrases: string[], bits: number]>([
  [['加微信', '好'], 235],
  [['明天', '明'], 27],
  [['返#元', '5折'], 129],
  [['好评返现'], 136],
])('no more and no fewer bits than it takes tell the beginnings of %j', (phrases, bits) => {
  const { words } = lexiconOf(rule({ id: 'r', phrases })).starts.triples;
  expect(words.reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0)).toBe(bits);
});
