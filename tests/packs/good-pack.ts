import type { Pack } from '../../scripts-library/pack.ts';
import type { Rule } from '../../scripts-library/rule.ts';
import type { Script } from '../../scripts-library/script.ts';

export const rule: Rule = {
  id: 'promise-gift',
  kind: 'phrase',
  category: 'promise',
  level: 'warn',
  title: '私自许诺赠品',
  message: '赠品要页面写明才能答应',
  why: '答应了发不出就是失信',
  phrases: ['{多|再}送您一个'],
  trips: ['多送您一个'],
  passes: ['页面写明的赠品会一起发'],
  source: 'test',
  seenOn: '2026-11',
  confidence: 'high',
};

export const script: Script = {
  id: 'cup-wash',
  title: '杯子怎么洗',
  stage: 'pre-sale',
  intents: [
    {
      name: '清洗',
      examples: ['杯子怎么洗', '能进洗碗机吗', '杯盖拆得开吗', '有茶渍怎么办', '能用钢丝球吗'],
    },
  ],
  body: '{{称呼|亲}}，杯身可以进洗碗机，杯盖请手洗，{{fact.质保|一年}}内有问题找我们。',
  source: ['test'],
};

/** A small pack with something in every section that has a shape of its own. */
export const goodPack: Pack = {
  format: 'counterside-pack/1',
  id: 'cup-shop',
  version: 7,
  title: '杯子店话术包',
  publisher: '晴天杯子店',
  platforms: [],
  effective: '2026-01-01',
  license: 'internal',
  prepared: { by: '小李', on: '2026-11-20' },
  rules: [rule],
  scripts: [script],
  facts: [{ id: '质保', value: '两年' }],
  products: [
    { id: 'cup-500', title: '保温杯 500ml', items: [{ item: '880012' }], attributes: { 材质: '304 不锈钢' } },
  ],
  notices: [{ id: 'blue-out', title: '蓝色缺货', body: '明天中午前发不出', mustRead: true }],
  categories: [{ id: 'use', title: '使用', children: [{ id: 'use-wash', title: '清洗', class: 'product' }] }],
  tests: [{ kind: 'screen', text: '再送您一个', rules: ['promise-gift'] }],
};
