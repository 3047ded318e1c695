import type { Page } from 'playwright-core';
import type { LaunchedWithExtension } from '../browser/chromium.ts';
import type { Panel } from '../browser/panel.ts';
import { panel } from '../browser/shadow.ts';

/** A practice console as an agent works it: where it is, and what is typed into and clicked. */
export interface Console {
  readonly id: 'pinduoduo' | 'feige';
  readonly url: string;
  readonly editor: string;
  readonly send: string;
  /** A message of our side that a person wrote, by its text. */
  readonly ownText: string;
}

export const CONSOLES: Readonly<Record<Console['id'], Console>> = {
  pinduoduo: {
    id: 'pinduoduo',
    url: 'https://mms.pinduoduo.com/chat-merchant/index.html#/',
    editor: 'textarea#replyTextarea',
    send: 'div.send-btn',
    ownText: '.cs-item .msg-content-box',
  },
  feige: {
    id: 'feige',
    url: 'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    editor: 'textarea[data-qa-id="qa-send-message-textarea"]',
    send: 'div[data-qa-id="qa-send-message-button"]',
    ownText: '.messageIsMe pre',
  },
};

/** An agent at a console: real keys and clicks on the page, and eyes on our panel. */
export interface Seat {
  readonly console: Console;
  readonly page: Page;
  readonly panel: Panel;
  /** The uid of the open conversation. */
  open(): Promise<string>;
  buyerSays(text: string): Promise<string>;
  /** Types as a person does, at the caret. */
  type(text: string): Promise<void>;
  /** Empties the editor by keys. */
  clear(): Promise<void>;
  /** The text as the page's own model has it. */
  draft(): Promise<string>;
  press(key: string): Promise<void>;
  clickSend(): Promise<void>;
  /** What went out through the page's composer, oldest first. */
  sent(): Promise<string[]>;
}

/** A page of either browser's driver that can do such work with a text. */
export interface Works<T> {
  evaluate(work: (text: string) => Promise<T>, text: string): Promise<T>;
}

/** Has the buyer of the open conversation say something; ends with the message's id. */
export const buyerSays = (page: Works<string>, text: string): Promise<string> =>
  page.evaluate(async (words) => {
    const uid = window.practice.active();
    if (uid === null) throw new Error('no conversation is open');
    return window.practice.buyerSays(uid, words);
  }, text);

/** Opens a console in `page` and waits until the panel stands over it. */
export async function sitDown(
  browser: LaunchedWithExtension,
  console: Console,
  page: Page = browser.page,
): Promise<Seat> {
  await page.goto(console.url);
  await page.waitForSelector(console.editor);
  const ours = await panel(page);
  await ours.waitFor('aside.cs');
  const draft = () => page.evaluate(() => window.practice.draft());
  return {
    console,
    page,
    panel: ours,
    draft,
    open: async () => {
      const uid = await page.evaluate(() => window.practice.active());
      if (uid === null) throw new Error('no conversation is open');
      return uid;
    },
    buyerSays: (text) => buyerSays(page, text),
    type: async (text) => {
      await page.focus(console.editor);
      await page.keyboard.type(text);
    },
    clear: async () => {
      await page.focus(console.editor);
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
    },
    press: (key) => page.keyboard.press(key),
    clickSend: () => page.click(console.send),
    sent: () => page.evaluate(() => window.practice.sent().map(({ text }) => text)),
  };
}
