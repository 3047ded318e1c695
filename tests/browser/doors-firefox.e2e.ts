import { afterAll, beforeAll, expect, it } from 'vitest';
import { firefoxPanel, type LaunchedFirefox, launchFirefox } from '../../cli/browser/firefox.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { makeSampleExtension } from './sample-extension.ts';

const sample = makeSampleExtension('firefox');
let practice: Practice;
let firefox: LaunchedFirefox;
let ours: Panel;

beforeAll(async () => {
  practice = await startPractice();
  firefox = await launchFirefox({ extension: sample.folder, hosts: practice.hosts, headless: true });
  ours = firefoxPanel(firefox, firefox.page);
});
afterAll(async () => {
  await firefox?.close();
  await practice?.close();
  sample.remove();
});

it('sees no panel where the extension has none', async () => {
  expect(await ours.present()).toBe(false);
});

it('reads and clicks inside a closed shadow root', async () => {
  await firefox.page.goto(`https://mms.pinduoduo.com:${practice.port}/`);
  await ours.waitFor('button');
  await ours.click('button');
  await ours.click('button');
  expect((await ours.query('output'))?.text).toBe('2');
  expect(await ours.text()).toContain('按我');
  expect((await ours.query('i'))?.visible).toBe(false);
});

it('works the practice page as Chromium does', async () => {
  await firefox.page.waitForSelector('#msgListContainer');
  const id = await firefox.page.evaluate(() => window.practice.buyerSays('7702418853016', '火狐也行吗'));
  const text = await firefox.page.$eval(`#middlePanel_list_${id} .msg-content-box`, (one) => one.textContent);
  expect(text).toBe('火狐也行吗');
});

it('opens a page of the extension', async () => {
  const page = await firefox.extensionPage('manifest.json');
  expect(await page.evaluate(() => location.protocol)).toBe('moz-extension:');
});
