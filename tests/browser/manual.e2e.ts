import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import type { ChatEvent } from '../../core/event.ts';
import { BUILT } from './built.ts';

// Chats that no page shows: pasted, answered, copied, timed and logged as console `manual`.

let browser: LaunchedWithExtension;
let page: Page;
let desk: Page;
/** Another program, as far as the clipboard knows. */
let other: Page;

beforeAll(async () => {
  browser = await launchChromium({ extension: BUILT.chrome, hostRules: '', headless: true });
  desk = await browser.extensionPage('desk.html');
  page = await browser.extensionPage('manual.html');
  other = await browser.context.newPage();
  await other.setContent('<textarea></textarea>');
});
afterAll(() => browser?.close());

const log = () => logRows(desk);
const until = <T>(ask: () => Promise<T>, wanted: T) =>
  expect.poll(ask, { timeout: 30_000, interval: 50 }).toEqual(wanted);
const said = async () =>
  (await log()).flatMap((event) =>
    event.kind === 'message-seen' ? [`${event.by} ${event.text ?? ''}`.trim()] : [],
  );
const logged = async (...wanted: ChatEvent['kind'][]) => {
  const kinds = new Set((await log()).map(({ kind }) => kind));
  return wanted.every((kind) => kinds.has(kind));
};
async function clipboard(): Promise<string> {
  await other.bringToFront();
  await other.fill('textarea', '');
  await other.focus('textarea');
  await other.keyboard.press('Control+V');
  const text = await other.inputValue('textarea');
  await page.bringToFront();
  return text;
}
async function paste(text: string): Promise<void> {
  await other.bringToFront();
  await other.fill('textarea', text);
  await other.focus('textarea');
  await other.keyboard.press('Control+A');
  await other.keyboard.press('Control+C');
  await page.bringToFront();
  await page.locator('#paste').focus();
  await page.keyboard.press('Control+V');
}

it('takes the buyer’s line, starts the timer, and offers replies', async () => {
  await paste('这个什么时候发货');
  await page.locator('.replies .reply').first().waitFor();
  expect(await page.locator('.turns li').allInnerTexts()).toEqual([
    expect.stringContaining('这个什么时候发货'),
  ]);
  expect(await page.locator('.timer').innerText()).toMatch(/已等待 0:0\d/);
  await until(said, ['buyer 这个什么时候发货']);
});

it('places a reply by its key, and copies and logs it in one more', async () => {
  await page.keyboard.press('Alt+1');
  const draft = await page.locator('#draft').inputValue();
  expect(draft.length).toBeGreaterThan(5);
  await page.keyboard.press('Control+Enter');
  await page.locator('.timer[data-running="false"]').waitFor();
  expect(await clipboard()).toBe(draft);
  expect(await page.locator('#draft').inputValue()).toBe('');
  await until(async () => (await said()).length, 2);
  await until(() => logged('suggestion-inserted', 'suggestion-sent'), true);
  expect(new Set((await log()).map(({ place }) => place.console))).toEqual(new Set(['manual']));
});

it('holds a copy with forbidden wording until a reason is given', async () => {
  await page.fill('#draft', '您加我微信 abc12345，我私下给您优惠');
  await page.locator('.findings li[data-level="block"]').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('[role="alertdialog"]').waitFor();
  expect(await clipboard()).not.toContain('微信');
  await page.getByRole('button', { name: '引用买家原话' }).click();
  await until(clipboard, '您加我微信 abc12345，我私下给您优惠');
  await until(() => logged('finding-overridden', 'send-held', 'send-released'), true);
});

it('reads a copied chat with its times, tells both sides, and adds nothing when it is pasted again', async () => {
  await page.getByRole('button', { name: '下一位买家' }).click();
  const chat =
    '晴天\r\n2026-11-20 14:02:11\r\n有现货吗\r\n小店:阿柚\r\n2026-11-20 14:02:40\r\n有的亲\r\n已读\r\n';
  const before = (await said()).length;
  await paste(chat);
  await until(async () => (await said()).slice(before), ['buyer 有现货吗', 'agent 有的亲']);
  expect(await page.inputValue('#buyer')).toBe('晴天');
  const [asked, answered] = (await log()).filter(({ kind }) => kind === 'message-seen').slice(-2);
  expect(asked).toMatchObject({ sentAt: { precision: 'second', source: 'page' }, seen: 'backfill' });
  expect(
    answered!.kind === 'message-seen' &&
      answered!.sentAt.precision !== 'none' &&
      asked!.kind === 'message-seen' &&
      asked!.sentAt.precision !== 'none' &&
      answered!.sentAt.at - asked!.sentAt.at,
  ).toBe(29_000);
  await paste(chat);
  await paste('那我拍了');
  await until(async () => (await said()).slice(before), ['buyer 有现货吗', 'agent 有的亲', 'buyer 那我拍了']);
});

it('asks whose a name is where nothing tells, and logs nothing of it before', async () => {
  await page.getByRole('button', { name: '下一位买家' }).click();
  const before = (await said()).length;
  await paste('大风\n2026-11-20 15:00:00\n能开发票吗\n小雨\n2026-11-20 15:00:20\n可以的');
  await page.getByRole('group', { name: '大风 是' }).getByRole('radio', { name: '买家' }).check();
  await until(async () => (await said()).slice(before), ['buyer 能开发票吗']);
  await page.getByRole('group', { name: '小雨 是' }).getByRole('radio', { name: '自己' }).check();
  await until(async () => (await said()).slice(before), ['buyer 能开发票吗', 'agent 可以的']);
});

it('starts and stops the timer by hand, and opens a case', async () => {
  await page.getByRole('button', { name: '下一位买家' }).click();
  await page.getByRole('button', { name: '开始计时' }).click();
  await page.locator('.timer[data-running="true"]').waitFor();
  await page.getByRole('button', { name: '停止计时' }).click();
  await page.locator('.timer[data-running="false"]').waitFor();
  await page.getByRole('button', { name: '建跟进单' }).click();
  await until(() => logged('case-opened'), true);
  await page.getByText('跟进单已建：物流').waitFor();
});
