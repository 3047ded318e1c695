import { describe, expect, it } from 'vitest';
import { leadsOf } from './leads.ts';
import { follow } from './lexicon.ts';
import { Memo } from './memo.ts';
import { othersOf } from './others.ts';
import { lazily, lexiconOf, reader, rule } from './rules.for-tests.ts';

const read = reader();
const lexicon = lazily(() =>
  lexiconOf(rule({ id: 'r', phrases: ['加微信号', '返#元', '领现金', '打5折', '明天'] })),
);
/** Whether anything can come of having read `said` and standing before the first unit of `text`. */
const leads = (said: string, text: string, swapsLeft = 0): boolean => {
  const node = follow(lexicon().trie, 0, said);
  expect(node).not.toBe(0);
  return leadsOf(lexicon(), othersOf(lexicon(), new Memo()))(node, read(`。${text}`), 0, swapsLeft);
};

describe('something can come', () => {
  it.each<[said: string, text: string, swapsLeft?: number]>([
    ['明天', ''],
    ['明天', '的'],
    ['加', '微'],
    ['加', 'wei'],
    ['加', 'vx'],
    ['加', '薇信'],
    ['加', '为', 1],
    ['加微', '亻言'],
    ['加微', '伩', 1],
    ['返', '3'],
    ['返', '十'],
    ['领', '珼', 1],
    ['打', '五'],
    ['打', '伍'],
    ['加', '一微'],
    ['加', '❤微'],
    ['加', '一一丨微'],
    ['加', `${'一'.repeat(40)}微`],
  ])('after %s of %s', (said, text, swapsLeft) => expect(leads(said, text, swapsLeft)).toBe(true));

  it.each<[said: string, text: string, swapsLeft?: number]>([
    ['明', ''],
    ['加', ''],
    ['加', '的'],
    ['加', '信', 3],
    ['加', '为'],
    ['加', 'jia'],
    ['加', '亻言'],
    ['加', 'hp'],
    ['加微', '伩'],
    ['返', '元', 3],
    ['返', '伍'],
    ['领', '珼'],
    ['打', '六', 3],
    ['打', '陆', 3],
    ['加', '一'],
    ['加', '一的'],
    ['加', '的微'],
    ['加', `${'一'.repeat(41)}微`],
  ])('nothing after %s of %s', (said, text, swapsLeft) => expect(leads(said, text, swapsLeft)).toBe(false));
});
