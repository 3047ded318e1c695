import { describe, expect, it } from 'vitest';
import { goodPack, rule, script } from '../tests/packs/good-pack.ts';
import { type Pack, scriptsOf } from './pack.ts';
import { packDiff } from './pack-diff.ts';
import { type InstalledPack, mergePacks } from './pack-layers.ts';

const DAY = '2026-11-22';
const bodyOf = (pack: Pack, id: string) => scriptsOf(pack).find((one) => one.id === id)?.body;
const base: Pack = {
  ...goodPack,
  id: 'base',
  title: '基础',
  layer: 'base',
  notices: [],
  products: [],
  facts: [],
  tests: [],
};
const shop = (change: Partial<Pack>): Pack => ({
  ...base,
  id: 'shop',
  title: '店铺',
  layer: 'shop',
  rules: [],
  ...change,
});
const say = (body: string, about: object = {}) => ({ ...script, body, ...about });
const merge = (packs: readonly Pack[], off: Readonly<Record<string, readonly string[]>> = {}, day = DAY) =>
  mergePacks(
    packs.map((pack): InstalledPack => ({ pack, off: new Set(off[pack.id] ?? []) })),
    day,
  );

describe('mergePacks', () => {
  it('lets shop stand over category over base, whatever the order of installation', () => {
    const category = shop({ id: 'cups', layer: 'category', scripts: [say('品类')] });
    const own = shop({ scripts: [say('店铺')] });
    for (const packs of [
      [base, own, category],
      [base, category, own],
    ]) {
      const { pack, conflicts } = merge(packs);
      expect(bodyOf(pack, script.id)).toBe('店铺');
      expect(conflicts).toEqual([]);
    }
  });

  it('reports two of one layer, the later installed holds', () => {
    const { pack, conflicts } = merge([
      base,
      shop({ scripts: [say('甲')] }),
      shop({ id: 'b', title: '乙店', scripts: [say('乙')] }),
    ]);
    expect(bodyOf(pack, script.id)).toBe('乙');
    expect(conflicts.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'W_CONFLICT cup-wash (店铺, 乙店)',
    ]);
  });

  it('leaves out what is off, so that the layer below speaks, and steps that led there', () => {
    const own = shop({
      scripts: [say('店铺'), say('问', { id: 'ask', branches: [{ when: '要洗', script: script.id }] })],
    });
    expect(bodyOf(merge([base, own], { shop: ['scripts/cup-wash'] }).pack, script.id)).toBe(script.body);
    const none = merge([base, own], { shop: ['scripts/cup-wash'], base: ['scripts/cup-wash'] }).pack;
    expect(scriptsOf(none).map(({ id, branches }) => [id, branches])).toEqual([['ask', []]]);
    expect(merge([base], { base: [`rules/${rule.id}`] }).pack.rules).toEqual([]);
  });

  it('says nothing of a pack before its day, keeps only the rules of one after it, and knows the next change', () => {
    const own = shop({
      rules: [{ ...rule, id: 'own' }],
      scripts: [say('店铺')],
      effective: '2026-11-20',
      expiry: '2026-12-01',
    });
    const at = (day: string) => merge([base, own], {}, day);
    expect([at('2026-11-19').pack.rules.length, bodyOf(at('2026-11-19').pack, script.id)]).toEqual([
      1,
      script.body,
    ]);
    expect([at(DAY).pack.rules.length, bodyOf(at(DAY).pack, script.id)]).toEqual([2, '店铺']);
    expect([at('2026-12-01').pack.rules.length, bodyOf(at('2026-12-01').pack, script.id)]).toEqual([
      2,
      script.body,
    ]);
    expect(['2026-11-19', DAY, '2026-12-01'].map((day) => at(day).changesOn)).toEqual([
      '2026-11-20',
      '2026-12-01',
      null,
    ]);
  });

  it('holds entries to the consoles of their pack', () => {
    const own = shop({
      platforms: ['feige'],
      rules: [
        { ...rule, id: 'own' },
        { ...rule, id: 'else', scope: { platforms: ['pinduoduo'] } },
      ],
      scripts: [say('飞鸽', { id: 'own-script' })],
    });
    const { pack } = merge([base, own]);
    expect(pack.rules.map(({ id, scope }) => [id, scope?.platforms])).toEqual([
      [rule.id, undefined],
      ['own', ['feige']],
    ]);
    expect(scriptsOf(pack).find(({ id }) => id === 'own-script')?.platforms).toEqual(['feige']);
  });
});

it('packDiff names what comes, changes and goes', () => {
  const next = {
    ...goodPack,
    scripts: [
      { ...script, body: '新' },
      { ...script, id: 'lid', title: '杯盖' },
    ],
    rules: [],
  };
  expect(packDiff(goodPack, next).map(({ kind, section, id }) => `${kind} ${section}/${id}`)).toEqual([
    `removed rules/${rule.id}`,
    'changed scripts/cup-wash',
    'added scripts/lid',
  ]);
  expect(packDiff(null, goodPack).every(({ kind }) => kind === 'added')).toBe(true);
  expect(packDiff(goodPack, goodPack)).toEqual([]);
});
