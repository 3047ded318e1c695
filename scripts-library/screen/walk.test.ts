import { describe, expect, it } from 'vitest';
import type { Lexicon } from './lexicon.ts';
import { lazily, lexiconOf, reader, rule } from './rules.for-tests.ts';
import { textOf } from './units.ts';
import { walkOf } from './walk.ts';

const read = reader();
const lexicon = lazily(() =>
  lexiconOf(
    rule({
      id: 'r',
      phrases: ['加微信', '加我微信', '明天', '返#元', '好评返现', '5折', '加qq', '支付宝转账给您'],
    }),
  ),
);

/** A column that counts how often one of its numbers is read. */
function counted<T extends Uint16Array | Uint32Array>(column: T, count: () => void): T {
  return new Proxy(column, {
    get(all, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) count();
      const value: unknown = Reflect.get(all, name, all);
      return typeof value === 'function' ? value.bind(all) : value;
    },
  });
}

type Cost = [heads: number, ends: number, ways: number];

/** How often a text's walk asks for a phrase's first two characters, for what ends at a node, and for a way on. */
function asked(text: string, of: Lexicon = lexicon()): Cost {
  const { trie, heads, ...rest } = of;
  const asked: Cost = [0, 0, 0];
  const find = walkOf({
    ...rest,
    heads: { ...heads, node: counted(heads.node, () => asked[0]++) },
    trie: {
      ...trie,
      ends: counted(trie.ends, () => asked[1]++),
      targets: counted(trie.targets, () => asked[2]++),
    },
  });
  asked.fill(0);
  find(read(text));
  return asked;
}

/**
 * More than this is wasted: a text costs no more than what may come of it. Less may miss something. Whoever changes how
 * the walk looks ahead writes down what it costs then.
 */
it.each<[text: string, ...Cost]>([
  ['加微信', 3, 19, 4],
  ['加微', 4, 13, 6],
  ['加v信', 3, 16, 8],
  ['加vx', 2, 12, 7],
  ['加薇', 5, 15, 6],
  ['加威信', 5, 29, 6],
  ['佳微信', 3, 19, 4],
  ['佳威信', 6, 21, 7],
  ['佳威心', 5, 16, 6],
  ['加❤微❤信', 3, 26, 8],
  ['加微一信', 3, 21, 3],
  ['加一微信', 2, 17, 5],
  ['加微微信', 4, 33, 10],
  ['jia微信', 2, 17, 4],
  ['jiaweixin', 1, 4, 3],
  ['jiawei', 0, 0, 1],
  ['加weixin', 2, 18, 10],
  ['加 we ixin', 2, 18, 10],
  ['力口微信', 2, 19, 5],
  ['信微加', 3, 13, 2],
  ['加我微信', 2, 23, 6],
  ['加我vx', 2, 16, 12],
  ['加我薇心', 2, 24, 8],
  ['明天', 2, 6, 0],
  ['名天', 0, 0, 0],
  ['明添', 0, 0, 0],
  ['明日', 0, 0, 0],
  ['明一天', 1, 4, 0],
  ['返3元', 1, 10, 2],
  ['返三十元', 1, 10, 2],
  ['返3圆', 1, 10, 2],
  ['返很多元', 0, 0, 0],
  ['好评返现', 2, 20, 7],
  ['号评返现', 1, 33, 12],
  ['好平返线', 2, 21, 10],
  ['好评返', 2, 12, 4],
  ['女子评返现', 1, 35, 13],
  ['hp返现', 0, 21, 13],
  ['5折', 1, 4, 0],
  ['五折', 1, 4, 0],
  ['5哲', 0, 0, 0],
  ['加qq', 2, 13, 3],
  ['加扣扣', 2, 13, 12],
  ['家qq', 2, 13, 3],
  ['支付宝转账给您', 2, 34, 10],
  ['支付包转帐给您', 2, 59, 17],
  ['支付宝转账', 2, 24, 8],
  ['支付宝付款', 2, 14, 5],
  ['zfb转账给您', 0, 29, 16],
  ['加微信加微信', 6, 38, 8],
  ['您好，明天给您发货', 2, 6, 0],
  ['微信', 0, 0, 0],
  ['天明', 0, 0, 0],
  ['加\n\n\n\n\n\n\n\n微信', 1, 2, 0],
  [`加${'一'.repeat(38)}微信`, 2, 17, 745],
  [`加微${'❤'.repeat(12)}信`, 4, 72, 18],
])('looks up no more than it needs in %j', (text, ...cost) => expect(asked(text)).toEqual(cost));

const drawnOut = lazily(() => lexiconOf(rule({ id: 'r', phrases: [`${'啊'.repeat(12)}呀`, '加微信'] })));

it('gives up a start from which too many ways lead nowhere, and reads on after it', () => {
  // A letter that is said again may be read or left out: 12 of 30 are some 86 million ways.
  const ways = (letters: number): number => asked('啊'.repeat(letters), drawnOut())[2];
  const [one, more] = [ways(30), ways(31)];
  expect(one).toBeLessThan(30 * 10_000);
  expect(more - one).toBeGreaterThan(2_000);
  expect(more - one).toBeLessThan(10_000);
  const units = read(`${'啊'.repeat(30)}，加微信`);
  const found = walkOf(drawnOut())(units);
  expect(found.map(({ from, to }) => textOf(units, from, to))).toEqual(['加微信']);
});

describe('what looks like a character is not what sounds like that one', () => {
  const two = lazily(() =>
    lexiconOf(rule({ id: 'r', phrases: ['加为好友', '为信任点赞', '伟大的人', '加微好友', '大家为何来'] })),
  );
  const found = (text: string): string[] => {
    const units = read(text);
    return walkOf(two())(units).map(({ from, to }) => textOf(units, from, to));
  };
  it('also where another phrase has that one', () => {
    // 徽 looks like 微, which sounds like 为 and 伟.
    expect(found('加徽好友')).toEqual(['加徽好友']);
    expect(found('加为好友')).toEqual(['加为好友', '加为好友']);
    for (const text of ['徽大的人', '大家徽何来']) expect(found(text), text).toEqual([]);
  });
  it('nor is another name', () => expect(found('v任点赞')).toEqual([]));
});
