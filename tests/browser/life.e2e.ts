import { afterEach, beforeEach, expect, it } from 'vitest';
import { killWorker } from '../../cli/browser/worker.ts';
import type { ChatEvent } from '../../core/event.ts';
import { type Stage, setStage, textsIn } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage?.close());

const holds = (text: string) => (events: readonly ChatEvent[]) => textsIn(events).includes(text);
const ids = (events: readonly ChatEvent[]) => events.map(({ id }) => id);

it('loses nothing and stores nothing twice when the background dies between two messages', async () => {
  const seat = await stage.sit('pinduoduo');
  const said: string[] = [];
  for (let round = 0; round < 6; round++) {
    const text = `第${round}轮问题，发货了吗`;
    said.push(text);
    await seat.buyerSays(text);
    if (round % 2 === 0) await killWorker(stage.browser.context, stage.browser.extensionId);
  }
  const events = await stage.logUntil((all) => said.every((text) => holds(text)(all)));
  expect(textsIn(events).filter((text) => said.includes(text))).toEqual(said);
  expect(new Set(ids(events)).size).toBe(events.length);
});

it('stores nothing twice when the page is loaded again', async () => {
  const seat = await stage.sit('feige');
  await seat.buyerSays('刷新之前问的');
  await stage.logUntil(holds('刷新之前问的'));
  const messages = (events: readonly ChatEvent[]) => events.filter((e) => e.kind === 'message-seen');
  const before = messages(await stage.log());
  await seat.page.reload();
  await seat.panel.waitFor('aside.cs');
  await seat.buyerSays('刷新之后问的');
  const after = messages(await stage.logUntil(holds('刷新之后问的')));
  expect(ids(after).slice(0, before.length)).toEqual(ids(before));
  expect(textsIn(after).filter((text) => text.startsWith('刷新之'))).toEqual([
    '刷新之前问的',
    '刷新之后问的',
  ]);
  expect(after.length).toBe(before.length + 1);
});

it('works in a second tab at the same time, and both see each message as one', async () => {
  const first = await stage.sit('pinduoduo');
  const second = await stage.sit('pinduoduo', await stage.browser.context.newPage());
  await first.buyerSays('两个标签页都开着');
  await second.panel.waitFor((text) => /\d:\d\d/.test(text));
  await first.buyerSays('再问一句');
  const events = await stage.logUntil(holds('再问一句'));
  await first.page.waitForTimeout(1_000);
  expect(
    textsIn(await stage.log()).filter((text) => text === '两个标签页都开着' || text === '再问一句'),
  ).toEqual(['两个标签页都开着', '再问一句']);
  expect(new Set(ids(events)).size).toBe(events.length);
});

it('keeps reading after the console throws its list away and makes it anew', async () => {
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('重绘之前');
  await stage.logUntil(holds('重绘之前'));
  const before = (await stage.log()).filter((e) => e.kind === 'message-seen').length;
  await seat.page.evaluate(() => window.practice.remount());
  await seat.buyerSays('重绘之后');
  const after = await stage.logUntil(holds('重绘之后'));
  expect(after.filter((e) => e.kind === 'message-seen')).toHaveLength(before + 1);
});
