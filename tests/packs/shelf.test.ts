import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { packShelf } from '../../entrypoints/background/packs.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { compileRules } from '../../scripts-library/screen/compile.ts';
import { newKey, packText, signPack } from '../../scripts-library/sign.ts';
import { PacksDb } from '../../storage/packs/db.ts';
import { goodPack, rule, script } from './good-pack.ts';

// A hang limit only: compiling rules takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const base: Pack = {
  ...goodPack,
  ...{
    id: 'base',
    title: '基础',
    layer: 'base',
    version: 1,
    notices: [],
    products: [],
    facts: [],
    tests: [],
  },
  scripts: [{ ...script, id: 'hello', body: '您好' }],
};
const baseRules = compileRules(base.rules, { packHash: 'base' });
const { pem } = await newKey();
const { pem: foreign } = await newKey();
const file = async (change: Partial<Pack> = {}, by = pem) =>
  packText(await signPack({ ...goodPack, rules: [{ ...rule, id: 'own' }], tests: [], ...change }, by));

let db: PacksDb;
let today: string;
const compile = vi.fn(compileRules);
const changed = vi.fn();
const live = () =>
  packShelf({
    db,
    base,
    baseRules,
    build: 'test',
    appVersion: '1.0.0',
    changed,
    compile,
    now: () => new Date(`${today}T10:00:00`),
  });
beforeEach(() => {
  today = '2026-11-22';
  db = new PacksDb('packs-shelf');
  compile.mockClear();
  changed.mockClear();
});
afterEach(() => db.delete());

const scriptIds = async (shelf = live()) => (await shelf.engine()).pack.scripts.map(({ id }) => id);

it('is the built-in pack alone at first, with the rules as they were built', async () => {
  const { rules, pack } = await live().engine();
  expect([rules, pack]).toEqual([baseRules, base]);
  expect(compile).not.toHaveBeenCalled();
});

it('compiles once for a change and not again in its next life', async () => {
  expect(await live().install(await file(), ['I_NEW_SIGNER'])).toMatchObject({
    ok: true,
    id: 'cup-shop',
    version: 7,
  });
  expect(changed).toHaveBeenCalledTimes(1);
  const { rules } = await live().engine();
  expect(Object.keys(rules.notes)).toEqual([rule.id, 'own']);
  expect(await scriptIds()).toEqual(['hello', 'cup-wash']);
  expect(compile).toHaveBeenCalledTimes(1);
});

it('asks for consent to a new key, and lets no other key, older or altered pack in', async () => {
  const codes = async (text: string) => {
    const answer = await live().install(text, ['I_NEW_SIGNER']);
    return answer.ok ? 'in' : answer.issues.map(({ code }) => code).join();
  };
  const refusal = await live().install(await file(), []);
  expect(refusal).toMatchObject({ ok: false, issues: [{ code: 'I_NEW_SIGNER' }] });
  expect(await db.active.count()).toBe(0);
  expect(await codes(await file())).toBe('in');
  expect(await codes(await file({ version: 8 }, foreign))).toBe('E_SIGNER_CHANGED');
  expect(await codes(await file({ version: 6 }))).toBe('E_ROLLBACK');
  expect(await codes(await file({ title: '别的' }))).toBe('E_VERSION_REUSED');
  expect(await codes(await file({ id: 'base', version: 9 }))).toBe('E_DUPLICATE_ID');
  expect(await scriptIds()).toEqual(['hello', 'cup-wash']);
});

it('a pack of notices alone needs no compiling, and is read by each person once', async () => {
  const shelf = live();
  const text = await file({ rules: [], scripts: [], id: 'notes' });
  expect(await shelf.install(text, ['I_NEW_SIGNER'])).toMatchObject({ ok: true });
  expect(compile).not.toHaveBeenCalled();
  const [notice] = await shelf.notices('feige', '小李');
  expect(notice).toMatchObject({ title: '蓝色缺货', mustRead: true });
  await shelf.read('小李', notice?.key ?? '');
  expect(await live().notices('feige', '小李')).toEqual([]);
  expect(await live().notices('feige', '小王')).toHaveLength(1);
});

it('a pack begins and ends by itself, and says so to open pages', async () => {
  const shelf = live();
  await shelf.install(await file({ effective: '2026-11-23', expiry: '2026-11-25' }), ['I_NEW_SIGNER']);
  expect(await scriptIds(shelf)).toEqual(['hello']);
  changed.mockClear();
  today = '2026-11-23';
  expect(await scriptIds(shelf)).toEqual(['hello', 'cup-wash']);
  expect(changed).toHaveBeenCalledTimes(1);
  today = '2026-11-25';
  expect(await scriptIds(shelf)).toEqual(['hello']);
  expect(Object.keys((await shelf.engine()).rules.notes)).toContain('own');
});

it('switches single entries off, built-in ones too, and takes a pack away', async () => {
  const shelf = live();
  await shelf.install(await file(), ['I_NEW_SIGNER']);
  await shelf.switchItem('base', `rules/${rule.id}`, false);
  await shelf.switchItem('cup-shop', 'scripts/cup-wash', false);
  expect(await scriptIds(shelf)).toEqual(['hello']);
  expect(Object.keys((await shelf.engine()).rules.notes)).toEqual(['own']);
  await shelf.switchItem('base', `rules/${rule.id}`, true);
  await shelf.remove('cup-shop');
  expect((await live().engine()).pack).toMatchObject({ id: 'base' });
});

it('finds a product by its number, and puts its scripts first while it is talked about', async () => {
  const shelf = live();
  const [cup] = goodPack.products ?? [];
  if (!cup) throw new Error('the pack should hold a product');
  const products = [
    { ...cup, names: ['大杯'], scripts: ['care'], questions: [{ ask: '能装茶吗', answer: '可以装茶' }] },
  ];
  const care = {
    ...script,
    id: 'care',
    title: '保养',
    body: '{{商品}}是{{商品.材质}}，晾干再盖',
    intents: [],
  };
  const about = { ...care, intents: [{ name: 'a', examples: ['怎么保养', '平时怎么护理'] }] };
  await shelf.install(await file({ products, scripts: [script, about] }), ['I_NEW_SIGNER']);
  const { suggest } = await shelf.engine();
  const asked = async (text: string, query?: string) => {
    const place = { console: 'pinduoduo', shop: 'unknown', seat: 'x' };
    const turns = [{ by: 'buyer', text }] as const;
    const ask = { place, turns, slots: {}, sent: [], ...(query === undefined ? {} : { query }) };
    const found = await suggest(ask, { language: 'zh-CN', day: today, minute: `${today}T10:00` });
    return found.map((one) => one.text);
  };
  expect(await asked('在吗', '880012')).toEqual(['保温杯 500ml是304 不锈钢，晾干再盖', '可以装茶']);
  expect((await asked('大杯怎么洗，平时怎么保养'))[0]).toBe('保温杯 500ml是304 不锈钢，晾干再盖');
});
