import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf } from './filter.ts';
import { mayBeginWith } from './may-begin.ts';
import { Memo } from './memo.ts';
import { othersOf } from './others.ts';
import { placesWith } from './places.ts';
import { lazily, lexiconOf, reader, rule, runs } from './rules.for-tests.ts';
import { walkOf } from './walk.ts';

const read = reader();
const lexicon = lazily(() =>
  lexiconOf(rule({ id: 'r', phrases: ['加微信', '明天', '返#元', '好评返现', '5折'] })),
);
/** The units at which a phrase may begin. */
const places = (text: string): number[] => {
  const { starts } = lexicon();
  const { at, count } = placesWith(starts, othersOf(lexicon(), new Memo()))(read(text));
  return [...at.subarray(0, count)];
};
/** The same as the thorough look alone says. */
const thorough = (text: string): number[] => {
  const { starts } = lexicon();
  const may = mayBeginWith(starts, othersOf(lexicon(), new Memo()));
  const units = read(text);
  return Array.from({ length: units.length }, (_, i) => i).filter((i) => may(units, i));
};

describe('a phrase may begin', () => {
  it.each<[text: string, ...places: number[]]>([
    ['加微信', 0],
    ['请加微信吧', 1],
    ['加信明天', 2],
    ['加一微信', 0],
    ['加微一信', 0],
    ['加一丨微丶信', 0],
    ['加加微信', 0, 1],
    ['加微微信', 0],
    ['加 微 信', 0],
    ['加❤微信', 0],
    ['加v信', 0],
    ['加vx', 0],
    ['加薇', 0],
    ['加微', 0],
    ['加微❤', 0],
    ['加微xin', 0],
    ['加weixin', 0],
    ['jiaweixin', 0],
    ['jia微信', 0],
    ['jia一微信', 0],
    ['力口微信', 0],
    ['信微加', 0],
    ['明天', 0],
    ['明一天', 0],
    ['明天天', 0],
    ['明明天', 0, 1],
    ['明tian', 0],
    ['mingtian', 0],
    ['返3元', 0],
    ['返三十元', 0],
    ['返12一元', 0],
    ['返3yuan', 0],
    ['返12yuan', 0],
    ['女子评返现', 0],
    ['hp返现', 0],
    ['五折', 0],
    ['伍折', 0],
    ['5一折', 0, 1],
    ['5zhe', 0],
    [`加${'一'.repeat(39)}微信`, 0],
    [`加微${'一'.repeat(39)}信`, 0],
  ])('in %s at %j', (text, ...expected) => {
    expect(places(text)).toEqual(expected);
    expect(thorough(text)).toEqual(expected);
  });

  it('where it only sounds like one of two characters the thorough look lets it be', () => {
    expect(places('明添')).toEqual([]);
    expect(thorough('明添')).toEqual([0]);
  });

  it.each([
    '亲您好请问有什么可以帮您的呢',
    '加天',
    '加信微',
    '加我',
    '加一天',
    '天微信',
    'jia好',
    'ji',
    'j',
    '力口天',
    '力天',
    '明日',
    '明ti',
    'mtian',
    '明明',
    '返元',
    '返3',
    '返3e',
    '女子明',
    '女子',
    '好评',
    '好评天',
    'hp天',
    'haoping',
    '折5',
    '5',
    '5z',
    '❤',
    'vx',
    '微',
    '',
    `加${'一'.repeat(45)}天信`,
    `加${'一'.repeat(45)}微信`,
  ])('nowhere in %s', (text) => {
    expect(places(text)).toEqual([]);
    expect(thorough(text)).toEqual([]);
  });

  it('not over a gap that parts everything', () => expect(thorough('明\n\n\n\n\n\n\n\n天')).toEqual([]));

  it('in a long text too, and in the short one after it', () => {
    const find = lazily(() => placesWith(lexicon().starts, othersOf(lexicon(), new Memo())));
    const count = (text: string): number => find()(read(text)).count;
    const { count: all, at } = find()(read('加微信。'.repeat(1000)));
    expect([all, at[999]]).toEqual([1000, 2997]);
    expect(count('加微信')).toBe(1);
    expect(find()(read('好加微信')).at[0]).toBe(1);
  });
});

describe('the thorough look, which costs most', () => {
  /** The units that get it. */
  const lookedAt = (text: string): number[] => {
    const { starts } = lexicon();
    const asked: number[] = [];
    const find = placesWith(starts, othersOf(lexicon(), new Memo()), (_, i) => asked.push(i) < 0);
    find(read(text));
    return asked;
  };

  it.each<[text: string, ...units: number[]]>([
    ['加微信'],
    ['明明日'],
    ['加天微信'],
    ['女子评'],
    ['加好vx'],
    ['加天天'],
    ['好评天天'],
    ['加微', 0],
    ['加微天', 0],
    ['加绿天'],
    ['加a天'],
    ['加v天', 0],
    ['微a天'],
    ['加'],
    ['5'],
    ['加微一信', 0],
    ['加的的的', 0],
    ['加加微信', 0],
    ['加微微信', 0],
    ['明一日', 0],
    ['返的的', 0],
    ['返3e', 0],
    ['加v信', 0],
    ['hp天', 0],
    ['加微信vx', 2],
    ['加信微', 1],
    ['加❤微信', 0, 1, 2, 3],
  ])('is given, in %s, to what may hide a beginning', (text, ...units) =>
    expect(lookedAt(text)).toEqual(units),
  );
});

it('what is found with every place tried is found', () => {
  const form = fc.constantFrom(
    ...['加', 'jia', '佳', '➕', '力口', '微', 'wei', '薇', '徽', '信', '亻言', 'vx', '一', '❤', ' ', '，'],
    ...[
      '明',
      'ming',
      '日月',
      '天',
      'tian',
      '返',
      '5',
      '十二',
      '元',
      '折',
      '好',
      '女子',
      'hp',
      '评',
      '现',
      '珼',
      '的',
      'a',
    ],
  );
  const text = fc.array(form, { maxLength: 9 }).map((forms) => forms.join(''));
  const finders = lazily(() => {
    const { starts } = lexicon();
    const all = new Uint32Array(starts.pairs.length).fill(0xffffffff);
    const open = { ...starts, pairs: all, triples: filterOf(new Uint32Array(512).fill(0xffffffff)) };
    return [walkOf(lexicon()), walkOf({ ...lexicon(), starts: open })] as const;
  });
  fc.assert(
    fc.property(text, (typed) => {
      const [find, findAll] = finders();
      expect(find(read(typed)), typed).toEqual(findAll(read(typed)));
    }),
    { numRuns: runs(3000) },
  );
});
