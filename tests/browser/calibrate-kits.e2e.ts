import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from '../../cli/browser/panel.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import { kitPage, ownPage } from '../kits/build.ts';
import { type Api, type GrantedStage, grantedStage } from './granted.ts';

// Chats of many makes pointed out by hand: what is saved reads the same after a reload, and a page that changes turns
// the badge red and records nothing.

interface Case {
  readonly name: string;
  readonly html: () => Promise<string> | string;
  /** Selectors of a buyer's words, own words, the editor and what sends; Playwright looks into open shadow roots. */
  readonly buyer: string;
  readonly own: string;
  readonly composer: string;
  readonly send: string | null;
  /** What a redesign changes, in the page or in its shadow root. */
  readonly breaks: { readonly host?: string; readonly of: string; readonly to: string };
}

const words = (text: string) => `text=${text}`;
const THEIRS = words('那什么时候发货');
const OURS = words('拍下后我给您备注加急');

const CASES: readonly Case[] = [
  {
    name: 'chatscope',
    html: () => kitPage('chatscope'),
    ...{ buyer: THEIRS, own: OURS, composer: '[contenteditable=true]', send: '.cs-button--send' },
    breaks: { of: 'cs-', to: 'z-' },
  },
  {
    name: 'semi',
    html: () => kitPage('semi'),
    ...{ buyer: THEIRS, own: OURS, composer: 'textarea', send: null },
    breaks: { of: 'semi-', to: 'z-' },
  },
  {
    name: 'vue-advanced-chat',
    html: () => kitPage('vue-advanced-chat'),
    ...{ buyer: THEIRS, own: OURS, composer: '#roomTextarea', send: null },
    breaks: { host: 'vue-advanced-chat', of: 'vac-', to: 'z-' },
  },
  {
    name: 'red-shop',
    html: () => ownPage('red-shop'),
    ...{ buyer: THEIRS, own: OURS, composer: '.ed', send: '.d-button' },
    breaks: { of: 'scroll', to: 'roll' },
  },
  {
    name: 'shadow-console',
    html: () => ownPage('shadow-console'),
    ...{ buyer: THEIRS, own: OURS, composer: '.e1', send: '.e3' },
    breaks: { host: 'desk-app', of: 'r9', to: 'z9' },
  },
];

const hostOf = (name: string) => `${name}.kit.example`;
const ORIGINS = CASES.map(({ name }) => `https://${hostOf(name)}/*`);
let stage: GrantedStage;
let page: Page;
let ours: Panel;
let desk: Page;

beforeAll(async () => {
  stage = await grantedStage(ORIGINS);
  ({ page, desk, ours } = stage);
});
afterAll(() => stage?.close());

const until = <T>(ask: () => Promise<T>, wanted: T, timeout = 15_000) =>
  expect.poll(ask, { timeout, interval: 50 }).toEqual(wanted);
const of = async (name: string) =>
  (await logRows(desk)).filter((event) => 'place' in event && event.place.console === `own-${hostOf(name)}`);
/** What the log holds of a chat, by who said it. */
const said = async (name: string) =>
  (await of(name)).flatMap((event) =>
    event.kind === 'message-seen' && (event.by === 'agent' || event.by === 'buyer')
      ? [`${event.by === 'agent' ? 'own' : 'other'} ${(event.text ?? '').replace(/\s+/g, '')}`]
      : [],
  );
const badge = (name: string) =>
  desk.evaluate(async (host) => {
    const { tabs, action } = (globalThis as unknown as Api).chrome;
    const [tab] = await tabs.query({ url: `https://${host}/*` });
    return action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, hostOf(name));

describe.each(CASES)('$name', ({ name, html, buyer, own, composer, send, breaks }) => {
  it('is pointed out, reads the same after a reload, and says when it breaks', async () => {
    const body = await html();
    await page.unrouteAll();
    await page.route(/kit\.example/, (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html', body })
        : route.fulfill({ status: 404, body: '' }),
    );
    await page.goto(`https://${hostOf(name)}/inbox`);
    // Also where the page opens while the browser takes the origins: it is entered a moment later.
    await expect
      .poll(async () => (await ours.queryAll('[data-act="point"]')).length, { timeout: 30_000 })
      .toBe(1);
    await ours.click('[data-act="point"]');
    const steps = [
      ['买家发来的消息', buyer],
      ['自己发出的消息', own],
      ['输入框', composer],
      ['发送按钮', send],
    ] as const;
    for (const [asked, css] of steps) {
      await ours.waitFor((text) => text.includes(asked));
      if (css) await page.locator(css).first().click({ force: true });
      else await ours.click('[data-act="skip"]');
    }
    await ours.waitFor((text) => text.includes('买家的名字'));
    await ours.click('[data-act="skip"]');
    await ours.waitFor('[data-act="save"]');
    await ours.click('[data-act="save"]');
    await ours.waitFor('aside.cs');
    const wanted = await page.evaluate(() =>
      window.truth!.messages.map(({ by, text }) => `${by} ${text.replace(/\s+/g, '')}`),
    );
    await until(() => said(name), wanted);
    const healthy = async () => (await of(name)).filter(({ kind }) => kind === 'adapter-healthy').length;
    const before = await healthy();
    await page.reload();
    await ours.waitFor('aside.cs');
    await until(healthy, before + 1);
    expect(await said(name)).toEqual(wanted);

    await until(() => badge(name), '');
    const seen = (await of(name)).length;
    await page.evaluate(({ host, of: old, to }) => {
      const root = host ? document.querySelector(host)!.shadowRoot! : document;
      for (const one of root.querySelectorAll(`[class*="${old}"]`))
        one.setAttribute('class', (one.getAttribute('class') ?? '').replaceAll(old, to));
    }, breaks);
    const broken = Date.now();
    await until(() => badge(name), '!');
    // The promise itself; the page needs half of it.
    expect(Date.now() - broken).toBeLessThan(2_000);
    const since = (await of(name)).slice(seen).map(({ kind }) => kind);
    expect(since.filter((kind) => kind === 'message-seen' || kind === 'list-seen')).toEqual([]);
  });
});
