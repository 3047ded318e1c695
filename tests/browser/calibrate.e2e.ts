import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Panel } from '../../cli/browser/panel.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import type { ChatEvent } from '../../core/event.ts';
import { kitPage, ownPage } from '../kits/build.ts';
import { type Api, type GrantedStage, grantedStage } from './granted.ts';

// Pages that nobody described, on origins that the person allowed: found and confirmed, or pointed out; then read,
// also after a reload; and what the toolbar says when such a page changes.

const FOUND = 'found.chat.example';
const POINTED = 'pointed.chat.example';
const ORIGINS = [`https://${FOUND}/*`, `https://${POINTED}/*`];
let stage: GrantedStage;
let page: Page;
let ours: Panel;
let desk: Page;

beforeAll(async () => {
  stage = await grantedStage(ORIGINS);
  ({ page, desk, ours } = stage);
  const pages: Record<string, string> = {
    [FOUND]: ownPage('plain'),
    [POINTED]: await kitPage('react-chat-elements'),
  };
  await page.route(/chat\.example/, (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    const body = pathname === '/inbox' ? pages[hostname] : undefined;
    return body
      ? route.fulfill({ contentType: 'text/html', body })
      : route.fulfill({ status: 404, body: '' });
  });
});
afterAll(() => stage?.close());

const log = () => logRows(desk);
const said = (events: readonly ChatEvent[], host: string) =>
  events.flatMap((event) =>
    event.kind === 'message-seen' && event.place.console === `own-${host}`
      ? [`${event.by === 'agent' ? 'own' : 'other'} ${event.text}`]
      : [],
  );
const truth = () => page.evaluate(() => window.truth!.messages.map(({ by, text }) => `${by} ${text}`));
const until = <T>(ask: () => Promise<T>, wanted: T, timeout = 15_000) =>
  expect.poll(ask, { timeout, interval: 50 }).toEqual(wanted);

/** The pointing card's root: the panel has a root of its own beside it. */
const inCard = (body: string) =>
  `() => { const root = [...document.documentElement.children].map((one) => chrome.dom.openOrClosedShadowRoot(one)).find((one) => one?.querySelector('.card')); ${body} }`;
const cardText = async () =>
  String((await ours.run(inCard("return root?.querySelector('.card').innerText ?? ''"))) ?? '');
/** A real click on a button of the card. */
async function press(wish: string): Promise<void> {
  const where = () =>
    ours.run(
      inCard(
        `const box = root?.querySelector('[data-act="${wish}"]')?.getBoundingClientRect(); return box ? [box.x + box.width / 2, box.y + box.height / 2] : null`,
      ),
    );
  await until(async () => (await where()) !== null, true);
  const [x, y] = (await where()) as [number, number];
  await page.mouse.click(x, y);
}

/** The badge of the page's tab, as the browser shows it. */
const badge = () =>
  desk.evaluate(async (host) => {
    const api = (globalThis as unknown as Api).chrome;
    const tabs = await api.tabs.query({ url: `https://${host}/*` });
    return api.action.getBadgeText({ tabId: tabs[0]?.id ?? -1 });
  }, new URL(page.url()).hostname);

it('finds the chat on an allowed page, asks, and reads it once the agent says yes', async () => {
  // Also where the page opens while the browser takes the origins: it is entered a moment later.
  await page.goto(`https://${FOUND}/inbox`);
  await until(() => ours.present(), true);
  await ours.waitFor('[data-act="accept"]');
  const lines = (await ours.queryAll('li')).map(({ text }) => text.replace(/\s+/g, ' '));
  expect(lines.at(-1)).toBe('买家 好');
  expect(await log()).toEqual([]);
  await ours.click('[data-act="accept"]');
  await ours.waitFor('aside.cs');
  const wanted = await truth();
  await until(async () => said(await log(), FOUND), wanted);
});

it('is pointed out: a buyer’s message, an own one, the editor, the button; and reads the same after a reload', async () => {
  await page.goto(`https://${POINTED}/inbox`);
  await ours.waitFor('[data-act="point"]');
  await ours.click('[data-act="point"]');
  const click = (css: string) => page.locator(css).first().click({ force: true });
  await ours.waitFor((text) => text.includes('买家发来的消息'));
  await click('.rce-mbox-left .rce-mbox-text, .rce-mbox:not(.rce-mbox-right) .rce-mbox-text');
  await ours.waitFor((text) => text.includes('自己发出的消息'));
  // By keys alone: from the outside in, Enter takes what is framed.
  await page.locator('.rce-mbox-right .rce-mbox-text').first().hover({ force: true });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await ours.waitFor((text) => text.includes('输入框'));
  await click('.rce-mbox-text');
  await ours.waitFor('[role="alert"]');
  await click('.rce-input');
  await ours.waitFor((text) => text.includes('发送按钮'));
  await click('.rce-button');
  await ours.waitFor('[data-act="skip"]');
  await ours.click('[data-act="skip"]');
  await ours.waitFor('[data-act="save"]');
  expect((await ours.queryAll('li')).map(({ attributes }) => attributes.class)).toEqual([
    'agent',
    'agent',
    'buyer',
    'buyer',
    'agent',
  ]);
  await ours.click('[data-act="save"]');
  await ours.waitFor('aside.cs');
  const wanted = await truth();
  await until(async () => said(await log(), POINTED), wanted);
  const before = await log();
  await page.reload();
  await ours.waitFor('aside.cs');
  await until(
    async () => (await log()).filter(({ kind }) => kind === 'adapter-healthy').length,
    before.filter(({ kind }) => kind === 'adapter-healthy').length + 1,
  );
  // Read again, and nothing of it is new.
  expect(said(await log(), POINTED)).toEqual(wanted);
});

it('says so on the toolbar within two seconds when the page changes, records no wait, and recovers', async () => {
  await until(badge, '');
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('[class*="rce-"]'))
      row.setAttribute('class', (row.getAttribute('class') ?? '').replaceAll('rce-', 'x9-'));
  });
  const broken = Date.now();
  await until(badge, '!');
  // A hang limit would do; this is the promise itself, and generous: the page needs half of it.
  expect(Date.now() - broken).toBeLessThan(2_000);
  const before = (await log()).length;
  await page.evaluate(() => {
    const row = document.querySelector('.x9-container-mbox')!;
    const copy = row.cloneNode(true) as Element;
    copy.querySelector('.x9-mbox-text')!.textContent = '改版后买家说的';
    row.parentElement!.append(copy);
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
  const since = (await log()).slice(before).map(({ kind }) => kind);
  expect(since.filter((kind) => kind === 'message-seen' || kind === 'list-seen')).toEqual([]);
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('[class*="x9-"]'))
      row.setAttribute('class', (row.getAttribute('class') ?? '').replaceAll('x9-', 'rce-'));
  });
  await until(badge, '');
  await until(async () => said(await log(), POINTED).includes('other 改版后买家说的'), true);
});

it('is repaired from the panel by pointing again, and reads the changed page after a reload', async () => {
  const changed = (body: string) => body.replaceAll('rce-', 'x9-');
  await page.unrouteAll();
  const html = changed(await kitPage('react-chat-elements'));
  await page.route(/chat\.example/, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.reload();
  await page.locator('.x9-mbox-text').first().waitFor();
  // Nothing of the adapter fits: the popup's way, for the panel waits a minute for a page that may still load.
  await desk.evaluate(async (host) => {
    const api = (globalThis as unknown as Api).chrome;
    const [tab] = await api.tabs.query({ url: `https://${host}/*` });
    await api.runtime.sendMessage({ protocol: 1, call: 'chat.point', ask: { tab: tab?.id } });
  }, POINTED);
  const card = async (asked: string, css: string) => {
    await until(async () => (await cardText()).includes(asked), true);
    await page.locator(css).first().click({ force: true });
  };
  await card('买家发来的消息', '.x9-mbox:not(.x9-mbox-right) .x9-mbox-text');
  await card('自己发出的消息', '.x9-mbox-right .x9-mbox-text');
  await card('输入框', '.x9-input');
  await card('发送按钮', '.x9-button');
  await press('skip');
  await press('save');
  await press('reload');
  await until(async () => (await ours.queryAll('aside.cs .dot.fine')).length, 1);
});
