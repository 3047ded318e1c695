import { describe, expect, it } from 'vitest';
import { script } from '../tests/packs/good-pack.ts';
import { postedNotices } from './notices.ts';
import type { Notice, Product } from './pack-sections.ts';
import { productReplies } from './product-replies.ts';
import { linkedFirst, linkedScripts, packSlots, productOf, searchProducts } from './products.ts';
import { fillSlots } from './slots.ts';

const cup: Product = {
  id: 'cup-500',
  title: '真空保温杯 500ml',
  items: [{ platform: 'pinduoduo', item: '880012' }],
  names: ['大保温杯'],
  attributes: { 材质: '304 不锈钢' },
  scripts: ['cup-wash'],
};
const lid: Product = {
  id: 'lid',
  title: '保温杯盖',
  items: [],
  names: ['杯盖'],
  attributes: {},
  expiry: '2026-11-22',
};
const all = [cup, lid];
const NOW = '2026-11-21T10:00';
const context = { platform: 'pinduoduo', shop: 'unknown', texts: [] };

describe('productOf', () => {
  it.each<[string, Partial<Parameters<typeof productOf>[1]>, string | null]>([
    ['the number on the page', { item: '８８００１２' }, 'cup-500'],
    ['the name on the page', { item: '【包邮】真空保温杯500ML 大容量' }, 'cup-500'],
    ['what was named last', { texts: ['大保温杯多少钱', '那杯盖呢'] }, 'lid'],
    ['nothing that is known', { texts: ['在吗'] }, null],
    ['a product of another console', { platform: 'feige', texts: ['大保温杯'] }, null],
  ])('goes by %s', (_, about, expected) =>
    expect(productOf(all, { ...context, ...about })?.id ?? null).toBe(expected),
  );
});

it('searches by number, start of a name, any part of it, in this order', () => {
  expect(searchProducts(all, '880012').map(({ id }) => id)).toEqual(['cup-500']);
  expect(searchProducts(all, '保温杯').map(({ id }) => id)).toEqual(['lid', 'cup-500']);
  expect(searchProducts(all, '玻璃')).toEqual([]);
  expect(searchProducts(all, ' ')).toEqual([]);
});

it('fills holes from facts that hold and from the product, by both of its names', () => {
  const facts = [
    { id: '退货天数', value: '7' },
    { id: '大促', value: '三天', expiry: '2026-11-12' },
  ];
  const values = packSlots({ facts, product: cup }, NOW);
  const said = fillSlots(
    '{{商品}}是{{商品.材质}}，即{{product.材质}}，{{fact.退货天数}}天可退，{{fact.大促|不限}}',
    values,
  );
  expect(said.text).toBe('真空保温杯 500ml是304 不锈钢，即304 不锈钢，7天可退，不限');
  expect(fillSlots('{{fill.颜色}}', values)).toMatchObject({
    text: '【颜色】',
    slots: [{ state: 'missing' }],
  });
});

it('gives what was written of a product: linked scripts, answers, help for faults', () => {
  const told: Product = {
    ...cup,
    questions: [{ ask: '能装茶吗', answer: '可以，{{商品.材质}}不怕茶渍' }],
    faults: [{ sign: '漏水', help: '先看密封圈有没有装反' }],
  };
  const values = packSlots({ product: told }, NOW);
  expect(
    productReplies(told, [script], values).map(({ script: id, text }) => [id, text.slice(0, 12)]),
  ).toEqual([
    ['cup-wash', '亲，杯身可以进洗碗机，杯'],
    ['cup-500.q1', '可以，304 不锈钢不怕'],
    ['cup-500.f1', '先看密封圈有没有装反'],
  ]);
  expect(productReplies(told, [], values)).toHaveLength(2);
});

it('puts the scripts of the product first, each group in its order', () => {
  const offered = ['a', 'cup-wash', 'b'].map((one) => ({ script: one }));
  expect(linkedFirst(offered, linkedScripts(cup)).map((one) => one.script)).toEqual(['cup-wash', 'a', 'b']);
  expect(linkedFirst(offered, linkedScripts(null))).toEqual(offered);
});

describe('postedNotices', () => {
  const out: Notice = { id: 'out', title: '缺货', body: '蓝色', mustRead: true };
  const posted = (notices: readonly Notice[]) => postedNotices(notices, { platform: 'feige', now: NOW });

  it('leaves out what is over or for other consoles, and puts first what must be read', () => {
    const notices = [
      { ...out, id: 'usual', mustRead: false },
      { ...out, id: 'over', expiry: '2026-11-21T10:00' },
      { ...out, id: 'later', effective: '2026-11-21T18:00' },
      { ...out, id: 'other', platforms: ['pinduoduo'] },
    ];
    expect(posted(notices).map(({ key }) => key.split('.')[0])).toEqual(['later', 'usual']);
  });

  it('is to be read anew once its words change, and not when only its day does', () => {
    const [key] = posted([out]).map((one) => one.key);
    expect(posted([{ ...out, expiry: '2026-12-01' }])[0]?.key).toBe(key);
    expect(posted([{ ...out, body: '蓝色和红色' }])[0]?.key).not.toBe(key);
  });
});
