import { describe, expect, it } from 'vitest';
import { finderOf } from './finder.ts';
import { buildIndex, type LibraryItem } from './index.ts';
import { Initials } from './initials.ts';
import { suggest } from './suggest.ts';

const item = (id: string, title: string, text: string, examples: string[] = []): LibraryItem => ({
  id,
  title,
  text,
  examples,
});
const index = buildIndex([
  item('ship-when', '发货时间', '现货都是下午发出', ['什么时候发货']),
  item('return-how', '退货流程', '在订单里点申请售后就可以', ['怎么退货']),
  item('coupon', '优惠券领取', '店铺首页可以领券', ['有没有券']),
]);
index.finder = finderOf(index.items);
const found = (search: string) => suggest(index, { turns: [], search }).map(({ item: { id } }) => id);

describe('search', () => {
  it.each([
    ['fh', 'ship-when'],
    ['fhsj', 'ship-when'],
    ['tuihuo', 'return-how'],
    ['yhq', 'coupon'],
    ['领券', 'coupon'],
    ['return', 'return-how'],
    ['thlc', 'return-how'],
  ])('finds by %s', (typed, first) => {
    expect(found(typed)[0]).toBe(first);
  });

  it('finds by code before anything else that holds those letters, and by the beginning of one', () => {
    const coded = buildIndex([
      { ...item('a', '尺码 B12 说明', '看图选'), code: 'b1' },
      { ...item('b', '面料', '纯棉的'), code: 'B12', tags: ['材质'] },
      { ...item('c', '洗涤', '温水手洗'), code: '007' },
    ]);
    coded.finder = finderOf(coded.items);
    const by = (search: string) => suggest(coded, { turns: [], search }).map(({ item: { id } }) => id);
    expect(by('b12')).toEqual(['b', 'a']);
    expect(by('B1')).toEqual(['a', 'b']);
    expect(by('00')[0]).toBe('c');
    expect([by('材质'), by('cz')]).toEqual([['b'], ['b']]);
  });

  it('takes a slip for what it resembles', () => {
    expect(found('发货时问')[0]).toBe('ship-when');
  });

  it('finds nothing for letters that are nobody’s', () => {
    expect(found('qxzvw')).toEqual([]);
  });

  it('puts what this team sends before its equals', () => {
    const twins = [item('a', '包邮说明', '满额包邮'), item('b', '包邮说明', '满额包邮哦')];
    const history = [{ conversation: [{ by: 'buyer', text: '?包邮' }], script: 'b' }] as const;
    const search = (of: ReturnType<typeof buildIndex>) =>
      suggest(of, { turns: [], search: '包邮' })[0]?.item.id;
    expect(search(buildIndex(twins))).toBe('a');
    expect(search(buildIndex(twins, history))).toBe('b');
  });
});

describe('a list of letters', () => {
  it('answers as looking through all of them does', () => {
    const strings = ['fhsj', 'tuihuo thlc', 'a b', '', 'fhfh', 'sjfh'];
    const initials = new Initials(strings);
    for (const run of ['fh', 'hs', 'fhs', 'sjf', 'th', 'zz', 'tuihuo', 'a b'])
      expect(initials.find(run)).toEqual(
        run.includes(' ') ? [] : strings.flatMap((each, at) => (each.includes(run) ? [at] : [])),
      );
  });
});
