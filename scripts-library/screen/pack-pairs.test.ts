import { describe, expect, it } from 'vitest';
import { FACES, faceOf } from './faces.ts';
import type { Lexicon } from './lexicon.ts';
import { FILLERS } from './pack-faces.ts';
import { lazily, lexiconOf, rule } from './rules.for-tests.ts';
import { beginsSo, lookOf } from './starts.ts';

/** Whether a text may begin a phrase, by its first two units alone. */
const asking = (lexicon: () => Lexicon) => {
  const face = (code: number): number => faceOf(lookOf(lexicon().starts, code));
  return (text: string): boolean =>
    beginsSo(lexicon().starts.pairs, face(text.charCodeAt(0)), face(text.charCodeAt(1)));
};
/** Of ordinary characters those that may follow. */
const ORDINARY =
  '的了是我你他她们这那有在不和就说要会可以吗呢吧啊哦到好上下大小多少来去看想能很也都还没过给对起用年月日时分天里后前面头手心口目耳';

describe('a phrase may begin with', () => {
  const lexicon = lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信', '好'] })));
  const may = asking(lexicon);
  it.each([
    ['its characters', ['加微']],
    ['what sounds like one of them', ['家微', '加为', '佳威']],
    ['what looks like one of them', ['珈微', '加徽', '咖微']],
    ['the letters of one of them', ['jia', '加w']],
    ['the parts of one of them', ['力口']],
    ['another name, alone or after the first character', ['加v', '加薇', '加绿']],
    [
      'a character twice, or one with a filler behind it',
      ['加加', ...Array.from(FILLERS, (filler) => `加${filler}`)],
    ],
    ['a phrase of one character, whatever follows', ['好的', '好了', '好\0', '号微']],
  ])('%s', (_, texts) => expect(texts.filter((text) => !may(text))).toEqual([]));

  it.each([
    ['a character of its middle', ['微信', '信加']],
    ['its first and third', ['加信']],
    ['ordinary characters', Array.from(ORDINARY, (char) => `天${char}`)],
  ])('not with %s', (_, texts) => expect(texts.filter((text) => may(text))).toEqual([]));

  it('hardly with anything else', () => {
    // Another name of 微信 begins with 小, and rare sounds share their faces.
    expect([...ORDINARY].filter((char) => may(`加${char}`)).length).toBeLessThan(4);
    expect(pairsOf(lexicon()) / FACES ** 2).toBeLessThan(0.005);
  });
});

const bitsIn = (word: number): number => word.toString(2).replaceAll('0', '').length;
const pairsOf = ({ starts }: Lexicon): number => starts.pairs.reduce((sum, word) => sum + bitsIn(word), 0);

/** More let ordinary text pass, fewer miss something. Whoever changes the character tables or the names writes down anew. */
it.each<[phrases: string[], pairs: number]>([
  [['加微信', '好'], 1166],
  [['微信号码', '好评返'], 332],
  [['微信', '微信号'], 5247],
  [['加'], 1031],
  [['返#元', '5折'], 47],
])('no more and no fewer pairs than it takes begin %j', (phrases, pairs) =>
  expect(pairsOf(lexiconOf(rule({ id: 'r', phrases })))).toBe(pairs),
);

describe('other names', () => {
  it('begin a phrase whose first characters they are', () => {
    const may = asking(lazily(() => lexiconOf(rule({ id: 'r', phrases: ['微信号码', '好评返'] }))));
    for (const text of ['vx', 'v号', '薇信', '薇号', '薇薇', '女子', '好坪', 'hp'])
      expect(may(text), text).toBe(true);
    for (const text of ['v码', '薇码', '码v', '返好']) expect(may(text), text).toBe(false);
  });

  it('may be the whole of it', () => {
    const may = asking(lazily(() => lexiconOf(rule({ id: 'r', phrases: ['微信', '微信号'] }))));
    for (const text of ['v天', '薇天', '薇\0', 'vx']) expect(may(text), text).toBe(true);
    expect(may('天薇')).toBe(false);
  });

  it('begin nothing where their word begins nothing', () => {
    const may = asking(lazily(() => lexiconOf(rule({ id: 'r', phrases: ['加微信'] }))));
    for (const text of ['vx', '薇信', '薇薇']) expect(may(text), text).toBe(false);
  });
});
