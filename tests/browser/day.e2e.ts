import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import { killWorker } from '../../cli/browser/worker.ts';
import { exportLogFile, goOnDuty, saveFile } from '../../cli/demo/desk.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import { CONSOLES, type Seat, sitDown } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { shippedProfiles } from '../../cli/profiles.ts';
import { foldCases } from '../../core/cases.ts';
import type { ChatEvent } from '../../core/event.ts';
import { dayFigures } from '../../core/figures/day.ts';
import { dayOf, daySpan } from '../../core/figures/days.ts';
import { meanWait } from '../../core/figures/ratios.ts';
import { foldFollowUps } from '../../core/follow-ups/follow-up.ts';
import type { HandOver } from '../../core/hand-over.ts';
import { readLog } from '../../storage/log-file/read.ts';
import { BUILT } from './built.ts';
import { textsIn } from './stage.ts';

const ZONE = 'Asia/Shanghai';
const PERSON = '客服 甲';
const THIRD = '7700000000001';

const folder = mkdtempSync(join(tmpdir(), 'counterside-day-'));
const profile = join(folder, 'profile');
let practice: Practice;
let browser: LaunchedWithExtension;
let desk: Page;
let events: readonly ChatEvent[];

const open = () =>
  launchChromium({
    extension: BUILT.chrome,
    hostRules: practice.hostRules,
    headless: true,
    language: 'zh-CN',
    profile,
  });

/** One round: the buyer asks, the panel counts, the agent answers. */
async function round(seat: Seat, question: string, answer: string): Promise<void> {
  await seat.page.bringToFront();
  await seat.buyerSays(question);
  await seat.panel.waitFor((text) => /\d:\d\d/.test(text));
  await seat.type(answer);
  await seat.clickSend();
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
  // A browser that closes now must find it kept.
  await until('the answer to be kept', async () => textsIn(await logRows(desk)).includes(answer));
}

/** Picks in a drop-down of the case part and presses its form's button. */
async function choose(seat: Seat, select: string, value: string): Promise<void> {
  const chosen = await seat.panel.run(
    `(root, [select, value]) => {
      const field = root.querySelector(select);
      if (!field) return false;
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return field.value === value;
    }`,
    [select, value],
  );
  expect(chosen).toBe(true);
}

/** The number that the desk shows for a figure, once there is one. */
async function figure(id: string): Promise<number> {
  const shown = desk.locator(`[data-figure="${id}"][data-value]`);
  await shown.waitFor();
  return Number(await shown.getAttribute('data-value'));
}

const until = async (what: string, done: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 20_000; !(await done()); ) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

beforeAll(async () => {
  practice = await startPractice();
  browser = await open();
});
afterAll(async () => {
  await browser?.close();
  await practice?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('a day at two consoles', () => {
  it('before noon: a promise, a case with its flow, a background that dies', async () => {
    desk = await goOnDuty(browser, PERSON);
    const pdd = await sitDown(browser, CONSOLES.pinduoduo, browser.page);
    await round(pdd, '架子有一块板裂了，怎么办', '亲，抱歉，我明天上午10点前给您补发一块新的');
    await pdd.panel.click('#tab-case');
    await pdd.panel.waitFor('#part-case .new-case');
    // What was promised is on the card by itself.
    await pdd.panel.waitFor((text) => text.includes('已答应') && text.includes('补发'));
    await pdd.panel.click('#part-case .new-case .chip:nth-of-type(3) span');
    await pdd.panel.click('#part-case .new-case .main');
    await pdd.panel.waitFor((text) => text.includes('跟进单已登记'));
    // Its first node has ten minutes: the flow begins eleven ago, so that it is missed on this day, whatever the hour.
    const worker = await browser.serviceWorker();
    await worker.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 11 * 60_000;
    });
    await pdd.panel.click('#part-case details.flow > summary');
    await choose(pdd, '#part-case select[name="flow"]', 'return-exchange');
    await pdd.panel.click('#part-case form:has(select[name="flow"]) button');
    await pdd.panel.waitFor((text) => text.includes('受理客户意见'));
    await pdd.panel.click('#tab-reply');

    await killWorker(browser.context, browser.extensionId);
    const feige = await sitDown(browser, CONSOLES.feige, await browser.context.newPage());
    await round(feige, '请问可以开发票吗', '可以的，付款后在订单里申请就行');
  });

  it('after noon, in a browser that was closed and opened again: a node that was missed', async () => {
    await desk.bringToFront();
    await until('the log to hold the second console', async () => (await figure('received')) === 2);
    expect(await figure('unexported')).toBe(1);
    await browser.close();
    browser = await open();
    desk = await browser.extensionPage('desk.html');
    await until('the case and the promise to be there again', async () => (await figure('open-cases')) === 1);
    expect(await figure('unexported')).toBe(1);
    await desk.locator('[data-part="follow-ups"] li', { hasText: '补发' }).waitFor();

    const worker = await browser.serviceWorker();
    const badge = () =>
      worker.evaluate(() =>
        (
          globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
        ).chrome.action.getBadgeText({}),
      );
    await until('the badge', async () => (await badge()) === '1');
    await until('the missed node on the desk', async () => (await figure('missed')) === 1);
  });

  it('in the evening: a third buyer, the node done late, the promise kept', async () => {
    await killWorker(browser.context, browser.extensionId);
    const pdd = await sitDown(browser, CONSOLES.pinduoduo, browser.page);
    await pdd.page.bringToFront();
    await pdd.panel.click('#tab-case');
    await pdd.panel.waitFor((text) => text.includes('受理客户意见') && text.includes('已超时'));
    await pdd.panel.click('#part-case .nodes li.current .done');
    await pdd.panel.waitFor((text) => text.includes('提供图片'));
    await pdd.panel.click('#tab-reply');

    await pdd.page.evaluate(
      async ([uid]) => {
        await window.practice.newBuyer(uid ?? '', '禾苗');
        await window.practice.open(uid ?? '');
      },
      [THIRD],
    );
    await round(pdd, '请问今天下单什么时候发货', '您好，今天下单的话正常是明天发出');

    await desk.bringToFront();
    await desk
      .locator('[data-part="follow-ups"] li', { hasText: '补发' })
      .getByRole('button', { name: '办到了' })
      .click();
    await until('the promise to be gone', async () => (await desk.getByText('补发').count()) === 0);
    await until('three buyers', async () => (await figure('received')) === 3);
  });

  it('at its end desk, log and report agree to the second', async () => {
    const log = await exportLogFile(desk, folder);
    await until('all to be exported', async () => (await figure('unexported')) === 0);
    ({ events } = await readLog(new Blob([readFileSync(log)])));
    const all = shippedProfiles();
    const general = all.get('manual-mean-response');
    if (!general) throw new Error('no general profile');
    const counted = dayFigures(
      events,
      {
        general,
        profiles: ['pdd-3min-rate', 'douyin-3min-rate-message'].map((id) => ({
          profile: all.get(id)!,
          consoles: [id.startsWith('pdd') ? 'pinduoduo' : 'feige'],
        })),
        timeZone: ZONE,
        person: PERSON,
      },
      daySpan(dayOf(Date.now(), ZONE), ZONE),
    );
    expect(counted).toMatchObject({
      received: expect.objectContaining({ length: 3 }),
      turns: 3,
      promisesKept: 1,
      casesOpened: 1,
    });
    expect(await figure('received')).toBe(3);
    expect(await figure('mean')).toBeCloseTo(meanWait(counted) ?? Number.NaN, 6);
    for (const [id, value] of [
      ['unanswered', counted.unanswered],
      ['peak', counted.peak],
      ['missed', counted.missed],
      ['sent', counted.sentFindings],
    ] as const)
      expect([id, await figure(id)]).toEqual([id, value]);

    await desk.getByRole('button', { name: '我的数据' }).click();
    const downloading = desk.waitForEvent('download');
    await desk.locator('[data-report="day"]').getByRole('button', { name: 'XLSX' }).click();
    const path = join(folder, 'report.xlsx');
    await (await downloading).saveAs(path);
    const [days, platforms] = await readXlsx(path);
    const [titles = [], row = []] = days?.data ?? [];
    const cell = (title: string) => row[titles.indexOf(title)];
    expect(cell('日期')).toBe(dayOf(Date.now(), ZONE));
    expect(cell('接待量')).toBe(3);
    expect(cell('应答轮次')).toBe(counted.turns);
    expect(cell('平均响应（秒）')).toBeCloseTo(meanWait(counted) ?? Number.NaN, 6);
    expect(cell('超时')).toBe(counted.missed);
    const pdd = counted.metrics['pdd-3min-rate'];
    expect(platforms?.data.find(([, label]) => String(label).startsWith('拼多多 · '))?.slice(2)).toEqual([
      pdd?.value,
      pdd?.counted,
      pdd?.met,
    ]);
  });

  it('the log tells the whole day by itself', () => {
    const [one, ...others] = foldCases(events);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      category: 'return_exchange',
      closed: null,
      flow: { flow: 'return-exchange' },
    });
    expect(Object.keys(one?.flow?.done ?? {})).toEqual(['accept']);
    expect(Object.keys(one?.flow?.late ?? {})).toEqual(['accept']);
    expect(foldFollowUps(events).map(({ what, state }) => [what, state])).toEqual([['promise', 'done']]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('a case goes to another desk as a file, and one of another desk is taken over', async () => {
    await desk.getByRole('button', { name: '跟进单', exact: true }).click();
    await desk.locator('.cases-row').first().click();
    const page = desk.getByRole('dialog');
    await page.getByText('转交', { exact: true }).click();
    await page.getByLabel('交给谁').fill('客服 乙');
    const path = await saveFile(desk, '存成文件', folder);
    await page.getByText('已转交，文件在').waitFor();
    await desk.keyboard.press('Escape');
    const file = JSON.parse(readFileSync(path, 'utf8')) as HandOver;

    const pick = (value: unknown) => {
      const buffer = Buffer.from(JSON.stringify(value));
      const input = desk.locator('input[type="file"][accept=".json"]');
      return input.setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer });
    };
    await pick({ ...file, notes: 'none' });
    await desk.getByText('文件里“notes”不对').waitFor();
    await pick(file);
    await desk.getByText('这张单是从本机转出的').waitFor();
    const foreign = { ...file, hand: 'from-elsewhere', from: '客服 丙' };
    await pick(foreign);
    await desk.getByText('客服 丙 于').waitFor();
    await desk.getByRole('button', { name: '接手', exact: true }).focus();
    await desk.keyboard.press('Enter');
    await page.getByText('提供图片').first().waitFor();
    await desk.keyboard.press('Escape');
    await pick(foreign);
    await desk.getByText('这份文件已经接手过').waitFor();

    await desk.getByRole('button', { name: '今天', exact: true }).click();
    const { events: later } = await readLog(new Blob([readFileSync(await exportLogFile(desk, folder))]));
    const [sent, taken, ...others] = foldCases(later);
    expect(others).toEqual([]);
    expect(sent?.handed).toMatchObject([{ kind: 'to', hand: file.hand, who: '客服 乙' }]);
    expect(taken?.handed).toMatchObject([{ kind: 'from', hand: 'from-elsewhere', who: '客服 丙' }]);
    expect(taken?.flow).toMatchObject({ startedAt: sent?.flow?.startedAt });
    expect(taken?.flow?.done.accept?.at).toBe(sent?.flow?.done.accept?.at);
  });
});
