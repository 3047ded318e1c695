import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchFirefox } from '../../cli/browser/firefox.ts';
import { readTail } from '../../cli/demo/log-rows.ts';
import { buyerSays, CONSOLES } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { BUILT } from './built.ts';
import { textsIn } from './stage.ts';

/** “Delete cookies and site data when Firefox is closed”, by the names that older and newer versions have for it. */
const CLEARS = {
  'privacy.sanitize.sanitizeOnShutdown': true,
  'privacy.clearOnShutdown.cookies': true,
  'privacy.clearOnShutdown.offlineApps': true,
  'privacy.clearOnShutdown_v2.cookiesAndStorage': true,
};
const TEXT = '关掉浏览器之前问的';

const folder = mkdtempSync(join(tmpdir(), 'counterside-cleared-'));
let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => {
  await practice?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

it('keeps its log in a Firefox that deletes what sites keep when it is closed', async () => {
  const profile = { folder, uuid: randomUUID() };
  const open = async () => {
    const firefox = await launchFirefox({
      ...{ extension: BUILT.firefox, hosts: practice.hosts, headless: true, profile },
      preferences: CLEARS,
    });
    await firefox.page.goto(`https://mms.pinduoduo.com:${practice.port}/chat-merchant/index.html#/`);
    await firefox.page.waitForSelector(CONSOLES.pinduoduo.editor);
    const desk = await firefox.extensionPage('desk.html');
    await firefox.page.bringToFront();
    return { firefox, page: firefox.page, desk, texts: async () => textsIn(await desk.evaluate(readTail)) };
  };
  const first = await open();
  try {
    await first.page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: what a site keeps
      document.cookie = 'kept=here; max-age=100000';
      localStorage.setItem('kept', 'here');
    });
    await buyerSays(first.page, TEXT);
    await expect.poll(first.texts, { timeout: 20_000 }).toContain(TEXT);
    // No other party may clear it while the disk is full either.
    expect(await first.desk.evaluate(() => navigator.storage.persisted())).toBe(true);
  } finally {
    await first.firefox.close();
  }
  const second = await open();
  try {
    // The site's own are gone, so it did delete.
    expect(await second.page.evaluate(() => [document.cookie, localStorage.getItem('kept')])).toEqual([
      '',
      null,
    ]);
    expect((await second.texts()).filter((text) => text === TEXT)).toEqual([TEXT]);
    await buyerSays(second.page, '重新打开之后问的');
    await expect.poll(second.texts, { timeout: 20_000 }).toContain('重新打开之后问的');
    expect(await second.desk.evaluate(() => document.querySelector('.loss'))).toBe(null);
  } finally {
    await second.firefox.close();
  }
});
