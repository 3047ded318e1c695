import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { killWorker } from '../../cli/browser/worker.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { makeSampleExtension } from './sample-extension.ts';

const sample = makeSampleExtension('chrome');
let practice: Practice;
let browser: LaunchedWithExtension;
let ours: Panel;

beforeAll(async () => {
  practice = await startPractice();
  browser = await launchChromium({ extension: sample.folder, hostRules: practice.hostRules, headless: true });
  ours = await panel(browser.page);
});
afterAll(async () => {
  await browser?.close();
  await practice?.close();
  sample.remove();
});

it('sees no panel where the extension has none', async () => {
  await browser.page.goto('about:blank');
  expect(await ours.present()).toBe(false);
  expect(await ours.text()).toBe('');
});

it('reads and clicks inside a closed shadow root that the page itself cannot open', async () => {
  await browser.page.goto('https://mms.pinduoduo.com/');
  await ours.waitFor('button');
  const open = () => [...document.documentElement.children].some((one) => one.shadowRoot !== null);
  expect(await browser.page.evaluate(open)).toBe(false);
  await ours.click('button');
  await ours.click('button');
  expect((await ours.query('output'))?.text).toBe('2');
  expect(await ours.text()).toContain('按我');
  expect(await ours.text()).not.toContain('藏');
  expect((await ours.query('i'))?.visible).toBe(false);
  expect(await ours.query('b')).toBeNull();
});

it('still finds the panel after a navigation to another console', async () => {
  await browser.page.goto('https://im.jinritemai.com/');
  await ours.waitFor((text) => text.startsWith('按我'));
  expect((await ours.query('output'))?.text).toBe('0');
});

it('refuses to click what is missing or covered', async () => {
  await expect(ours.click('b')).rejects.toThrow('has no b');
  await ours.run(`(root) => { const veil = document.createElement('p');
    veil.style = 'position:fixed;inset:0;z-index:999999'; root.append(veil); }`);
  await expect(ours.click('button')).rejects.toThrow('covered by <p');
  await ours.run(`(root) => { root.querySelector('p').remove(); }`);
});

it('kills the worker, and the next message wakes another', async () => {
  const boot = async () => {
    await ours.run(`(root) => { delete root.host.dataset.boot;
      root.querySelector('input').dispatchEvent(new Event('input')); }`);
    const named = await browser.page.waitForFunction(() =>
      [...document.documentElement.children].map((one) => (one as HTMLElement).dataset.boot).find(Boolean),
    );
    return named.jsonValue();
  };
  const first = await boot();
  expect(await boot()).toBe(first);
  await killWorker(browser.context, browser.extensionId);
  expect(await boot()).not.toBe(first);
});

it('speaks Chinese where the browser is Chinese', async () => {
  expect(await browser.page.evaluate(() => navigator.language)).toBe('zh-CN');
  expect(await ours.run('() => chrome.i18n.getUILanguage()')).toBe('zh-CN');
  expect(await browser.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
    'Asia/Shanghai',
  );
});
