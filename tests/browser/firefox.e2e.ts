import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firefoxPanel, type LaunchedFirefox, launchFirefox } from '../../cli/browser/firefox.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { readTail } from '../../cli/demo/log-rows.ts';
import { buyerSays, CONSOLES } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { encrypted } from '../../storage/log-file/encrypt.ts';
import { toKey } from '../../storage/log-file/to-key.ts';
import { honestFile } from '../faults/honest-file.ts';
import { BUILT } from './built.ts';
import { forgeEnd } from './forged-end.ts';

const { id: ID } = (
  JSON.parse(readFileSync(join(BUILT.firefox, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  }
).browser_specific_settings.gecko;

const folder = mkdtempSync(join(tmpdir(), 'counterside-firefox-'));
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
  rmSync(folder, { recursive: true, force: true });
});

it('puts the panel over 拼多多 and keeps what the buyer writes', async () => {
  const { page } = firefox;
  await page.goto(`https://mms.pinduoduo.com:${practice.port}/chat-merchant/index.html#/`);
  // The panel may be there before the console has its conversations.
  await page.waitForSelector(CONSOLES.pinduoduo.editor);
  await ours.waitFor('aside.cs');
  const text = '请问什么时候能发货呀';
  await buyerSays(page, text);
  await ours.waitFor((shown) => shown.includes('Alt 1'));
  const desk = await firefox.extensionPage('desk.html');
  const events = await desk.evaluate(readTail);
  expect(events.filter((event) => event.kind === 'message-seen' && event.text === text)).toHaveLength(1);
});

it('goes on when the page forges the word by which frameworks end a content script', async () => {
  const { page } = firefox;
  const desk = await firefox.extensionPage('desk.html');
  await page.bringToFront();
  const kept = async () =>
    (await desk.evaluate(readTail)).flatMap((event) =>
      event.kind === 'message-seen' && event.text?.startsWith('伪造') ? [event.text] : [],
    );
  await buyerSays(page, '伪造之前');
  await expect.poll(kept, { timeout: 20_000 }).toEqual(['伪造之前']);
  // The id is in every package of ours, so a page knows it.
  await forgeEnd(page, ID);
  await buyerSays(page, '伪造之后');
  await expect.poll(kept, { timeout: 20_000 }).toEqual(['伪造之前', '伪造之后']);
  expect(await ours.present()).toBe(true);
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

/** The public half of the only key in the supervisor's database. */
async function readPoint(): Promise<number[]> {
  const opening = indexedDB.open('counterside-receiving');
  const db = await new Promise<IDBDatabase>((done, fail) => {
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const asking = db.transaction('keys').objectStore('keys').getAll();
  const [row] = await new Promise<{ point: Uint8Array }[]>((done) => {
    asking.onsuccess = () => done(asking.result);
  });
  db.close();
  return [...(row?.point ?? [])];
}

it('keeps a receiving key, and opens what was encrypted to it', async () => {
  const first = await firefox.extensionPage('supervisor.html');
  const press = (name: string) => first.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  await press('收件钥匙');
  await first.locator('.key-make input').fill('林主管');
  await press('做一把钥匙');
  await first.waitForSelector('.own-keys .print');
  await first.close();
  const page = await firefox.extensionPage('supervisor.html');
  const point = new Uint8Array(await page.evaluate(readPoint));
  const sealed = encrypted(new Blob([await honestFile({ stored: false })]).stream(), toKey(point));
  const path = join(folder, 'sealed.cslog');
  writeFileSync(path, new Uint8Array(await new Response(sealed).arrayBuffer()));
  const input = (await page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await page.waitForSelector('.results li[data-kind="imported"]');
});
