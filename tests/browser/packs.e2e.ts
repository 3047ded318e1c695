import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Seat } from '../../cli/demo/seat.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { newKey, packText, signPack } from '../../scripts-library/sign.ts';
import { goodPack, rule, script } from '../packs/good-pack.ts';
import { type Stage, setStage } from './stage.ts';

const GONE = '这款马上全网断供';
const WASH = '杯身可以进洗碗机';

let stage: Stage;
let seat: Seat;
let options: Page;
let pem: string;
const folder = mkdtempSync(join(tmpdir(), 'packs-e2e-'));

beforeAll(async () => {
  ({ pem } = await newKey());
  stage = await setStage();
  seat = await stage.sit('pinduoduo');
  options = await stage.browser.extensionPage('options.html');
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const scarce = {
  ...rule,
  id: 'scarce',
  title: '制造紧张',
  phrases: ['全网断供'],
  trips: [GONE],
  passes: ['还有货'],
};
const first: Pack = { ...goodPack, rules: [...goodPack.rules, scarce], notices: [] };

async function hand(pack: Pack, name = 'cup.cspack', change = (text: string) => text): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, change(packText(await signPack(pack, pem))));
  await options.bringToFront();
  await options.setInputFiles('.options input[type="file"]', file);
}

async function install(pack: Pack): Promise<void> {
  await hand(pack);
  const offered = options.getByRole('region', { name: /^安装/ });
  await offered.waitFor();
  const consent = offered.getByRole('checkbox');
  if (await consent.count()) await consent.check();
  await offered.getByRole('button', { name: '安装' }).click();
  await offered.waitFor({ state: 'detached' });
}

const card = () => options.locator('li.pack', { hasText: '杯子店话术包' });
const atDesk = () => seat.page.bringToFront();
/** What of the draft is underlined once it was judged. */
const marks = async () => (await seat.panel.queryAll('.underlines .mark')).map(({ text }) => text).join();

async function offersUntil(wanted: boolean): Promise<void> {
  await atDesk();
  const offers = (text: string) => text.includes(WASH) === wanted;
  await seat.panel.waitFor((text) => offers(text) || text.includes('有新推荐'));
  // What came while words were being written waits until it is asked for.
  if (!offers(await seat.panel.text())) await seat.panel.click('.row.sec button.link');
  await seat.panel.waitFor(offers);
}

it('an open console uses a new script and a new rule once their pack is installed, without a reload', async () => {
  await seat.type(GONE);
  await seat.panel.waitFor('section.find, aside.cs');
  expect(await marks()).toBe('');
  await seat.buyerSays('杯子怎么洗呀，能进洗碗机吗');

  await install(first);
  expect(await card().getByText('已签名').isVisible()).toBe(true);
  expect(await card().textContent()).toMatch(/密钥 (?:[0-9a-f]{4} ){7}[0-9a-f]{4}/);

  await atDesk();
  await seat.panel.waitFor((text) => text.includes('制造紧张'));
  expect(await marks()).toContain('全网断供');
  await seat.clear();
  await offersUntil(true);
  expect(await seat.panel.text()).toContain('两年内有问题找我们');
});

it('a script that is switched off is offered no more, until it is on again', async () => {
  await options.bringToFront();
  await card().getByText('内容与开关').click();
  await card().getByLabel('杯子怎么洗').uncheck();
  await options.getByText('已关掉“杯子怎么洗”').waitFor();
  await offersUntil(false);
  await options.bringToFront();
  await options.getByRole('button', { name: '撤销' }).click();
  await options.getByText('已撤销').waitFor();
  await offersUntil(true);
});

it('a new version shows what it changes, and one click goes back', async () => {
  const next = {
    ...first,
    version: 8,
    rules: [rule],
    scripts: [{ ...script, body: '{{称呼|亲}}，请整只手洗。' }],
  };
  await hand(next);
  const offered = options.getByRole('region', { name: /^安装/ });
  await offered.waitFor();
  const said = (await offered.textContent()) ?? '';
  expect(said).toContain('版本 7 → 8');
  expect(said).toMatch(/修改 1.*杯子怎么洗/s);
  expect(said).toMatch(/删除 1.*制造紧张/s);
  await offered.getByRole('button', { name: '安装' }).click();
  await offered.waitFor({ state: 'detached' });
  await atDesk();
  await seat.panel.waitFor((text) => text.includes('请整只手洗'));

  await options.bringToFront();
  await card().getByRole('button', { name: '退回版本 7' }).click();
  await card().getByText('版本 7', { exact: true }).waitFor();
  await offersUntil(true);
});

it('a script that has ended, has not begun or breaks a rule once its slots are filled is neither offered nor found', async () => {
  const said = (id: string, body: string) => ({ ...script, id, title: `洗杯子 ${id}`, body });
  await install({
    ...first,
    version: 9,
    scripts: [
      script,
      { ...said('ended', '去年的洗法：用热碱水泡。'), effective: '2025-01-01', expiry: '2026-01-02' },
      { ...said('to-come', '明年的洗法：送回店里洗。'), effective: '2031-01-01' },
      // Harmless as the pack has it, and against the base pack's rules as the buyer would read it.
      said('filled', '洗法看这里：{{fact.去处}}'),
      said('fine', '洗法也可以看说明书第三页。'),
    ],
    facts: [...(first.facts ?? []), { id: '去处', value: '加我微信 wx880012 发您视频' }],
  });
  await atDesk();
  await seat.buyerSays('杯子怎么洗，有茶渍怎么办');
  await offersUntil(true);
  const never = /去年的洗法|明年的洗法|加我微信/u;
  expect(await seat.panel.text()).not.toMatch(never);

  await seat.type('/');
  await seat.panel.waitFor('input');
  await seat.page.keyboard.type('洗法');
  await seat.panel.waitFor((text) => text.includes('说明书第三页'));
  expect(await seat.panel.text()).not.toMatch(never);
  await seat.press('Escape');
});

it('a bad file says one sentence and changes nothing', async () => {
  await hand({ ...first, version: 10 }, 'bent.cspack', (text) => text.replace('请手洗', '请水洗'));
  const alert = options.getByRole('alert').filter({ hasText: 'bent.cspack' });
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/^bent\.cspack 不能安装：签名对不上.*什么都没有改动。/s);
  await alert.getByRole('button', { name: '关闭' }).click();
  writeFileSync(join(folder, 'empty.csv'), '');
  await options.setInputFiles('.options input[type="file"]', join(folder, 'empty.csv'));
  await options.getByText('empty.csv 不能安装：文件是空的').waitFor();
  expect(await card().textContent()).toContain('版本 9');
  await offersUntil(true);
});

it('a notice stands on the panel until it was read, and that is logged', async () => {
  const notice = { id: 'blue-out', title: '蓝色缺货', body: '明天中午前发不出', mustRead: true };
  await install({
    ...goodPack,
    ...{ id: 'cup-notices', title: '今日口径', version: 1, rules: [], scripts: [], tests: [] },
    ...{ notices: [notice, { ...notice, id: 'old', title: '昨天的事', expiry: '2026-01-02' }] },
  });
  await atDesk();
  await seat.panel.waitFor((text) => text.includes('蓝色缺货') && text.includes('明天中午前发不出'));
  expect(await seat.panel.text()).not.toContain('昨天的事');
  await seat.panel.click('section.posted button');
  await seat.panel.waitFor((text) => !text.includes('蓝色缺货'));
  const log = await stage.logUntil((all) => all.some(({ kind }) => kind === 'notice-read'));
  const [read] = log.filter(({ kind }) => kind === 'notice-read');
  expect(read).toMatchObject({ notice: expect.stringMatching(/^blue-out\.[0-9a-f]{12}$/) });

  await seat.page.reload();
  await seat.page.waitForSelector(seat.console.editor);
  await seat.panel.waitFor('aside.cs');
  await seat.panel.waitFor((text) => text.includes('建议回复') || text.includes('用语'));
  expect(await seat.panel.text()).not.toContain('蓝色缺货');
});
