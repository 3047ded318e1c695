import { afterAll, beforeAll, expect, it } from 'vitest';
import { firefoxPanel, type LaunchedFirefox, launchFirefox } from '../../cli/browser/firefox.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { readTail } from '../../cli/demo/log-rows.ts';
import { CONSOLES } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { BUILT } from './built.ts';

let practice: Practice;
let firefox: LaunchedFirefox;
let ours: Panel;

beforeAll(async () => {
  practice = await startPractice();
  firefox = await launchFirefox({ extension: BUILT.firefox, hosts: practice.hosts, headless: true });
  ours = firefoxPanel(firefox, firefox.page);
});
afterAll(async () => {
  await firefox?.close();
  await practice?.close();
});

it('puts the panel over 拼多多 and keeps what the buyer writes', async () => {
  const { page } = firefox;
  await page.goto(`https://mms.pinduoduo.com:${practice.port}/chat-merchant/index.html#/`);
  // The panel may be there before the console has its conversations.
  await page.waitForSelector(CONSOLES.pinduoduo.editor);
  await ours.waitFor('aside.cs');
  const text = '请问什么时候能发货呀';
  await page.evaluate(async (words) => {
    const uid = window.practice.active();
    if (uid === null) throw new Error('no conversation is open');
    await window.practice.buyerSays(uid, words);
  }, text);
  await ours.waitFor((shown) => shown.includes('Alt 1'));
  const desk = await firefox.extensionPage('desk.html');
  const events = await desk.evaluate(readTail);
  expect(events.filter((event) => event.kind === 'message-seen' && event.text === text)).toHaveLength(1);
});

it('underlines as the agent types and holds a forbidden send', async () => {
  const { page } = firefox;
  await page.bringToFront();
  await page.focus(CONSOLES.pinduoduo.editor);
  await page.keyboard.type('加我微信');
  await ours.waitFor('.underlines .mark');
  await page.click(CONSOLES.pinduoduo.send);
  await ours.waitFor((shown) => shown.includes('仍要发送'));
  expect(await page.evaluate(() => window.practice.sent())).toEqual([]);
});
