import { describe, expect, test } from 'vitest';
import { parsePack } from '../scripts-library/pack.ts';
import { buildIndex, libraryOf } from '../scripts-library/suggest/index.ts';
import { suggest } from '../scripts-library/suggest/suggest.ts';
import { readBasePack } from './build/read-seeds.ts';

const parsed = parsePack(readBasePack());
if (!parsed.ok) throw new Error('the built-in pack should parse');
const index = buildIndex(libraryOf(parsed.pack));
const ids = (...texts: string[]): string[] =>
  suggest(index, { turns: texts.map((text) => ({ by: 'buyer', text })), top: 3 }).map(
    ({ item: { id } }) => id,
  );

describe('the built-in pack answers first', () => {
  test.each([
    ['请问拍下以后多久能发货呀，周末搬家急用', 'ship-when'],
    ['收到的杯子有一个裂了，怎么处理', 'damaged-transit'],
    ['收到的杯子碎了一个', 'damaged-transit'],
    ['照片发你了，你看一下', 'hold-photo'],
    ['这个有蓝色的吗', 'option-have'],
    ['能便宜点吗', 'price-lower'],
  ])('%s', (asked, first) => expect(ids(asked)[0]).toBe(first));

  test('for a second parcel, one of the replies about it', () => {
    expect(['reship-progress', 'reship-confirm']).toContain(ids('那什么时候能给我补发')[0]);
  });

  test('three places are filled once one fits', () => {
    expect(ids('收到的杯子碎了一个')).toHaveLength(3);
  });

  test.each(['今天天气真好', '666', '哈哈哈'])('and stays silent on %s', (line) =>
    expect(ids(line)).toEqual([]),
  );
});
