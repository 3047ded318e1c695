import type { Page } from 'playwright-core';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import { CONSOLES, type Console, type Seat, sitDown } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import type { ChatEvent } from '../../core/event.ts';
import { BUILT } from './built.ts';

/** A browser with the built extension, the practice consoles behind their real names, and a look at the log. */
export interface Stage {
  readonly practice: Practice;
  readonly browser: LaunchedWithExtension;
  sit(console: Console['id'], page?: Page): Promise<Seat>;
  log(): Promise<ChatEvent[]>;
  /** The log once it holds what is wanted; fails with the kinds it held instead. */
  logUntil(wanted: (events: readonly ChatEvent[]) => boolean): Promise<ChatEvent[]>;
  /** Keeps the log's writer waiting for its database until the page that looks at it is closed. */
  occupyLog(): Promise<void>;
  /** Opens the desk anew, through which the log is looked at: an update closes it. */
  reopen(): Promise<Page>;
  close(): Promise<void>;
}

const HANG_MS = 30_000;

export async function setStage(
  language: 'zh-CN' | 'en' = 'zh-CN',
  extension: string = BUILT.chrome,
): Promise<Stage> {
  const practice = await startPractice();
  const { hostRules } = practice;
  const browser = await launchChromium({ extension, hostRules, headless: true, language });
  let desk = await browser.extensionPage('desk.html');
  await browser.page.bringToFront();
  const log = () => logRows(desk);
  return {
    practice,
    browser,
    log,
    occupyLog: () => desk.evaluate(occupy),
    reopen: async () => {
      desk = await browser.extensionPage('desk.html');
      return desk;
    },
    sit: (console, page) => sitDown(browser, CONSOLES[console], page),
    logUntil: async (wanted) => {
      const end = Date.now() + HANG_MS;
      for (;;) {
        const events = await log();
        if (wanted(events)) return events;
        if (Date.now() > end) throw new Error(`the log holds ${events.map(({ kind }) => kind).join(' ')}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close: async () => {
      await browser.close();
      await practice.close();
    },
  };
}

/** Texts of the messages that the log holds, in log order. */
export function textsIn(events: readonly ChatEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'message-seen' && event.text ? [event.text] : []));
}

/** Runs in a page of the extension: a transaction that never ends. */
async function occupy(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('counterside-log');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise<void>((resolve) => {
    const store = db.transaction(['values', 'batches'], 'readwrite').objectStore('values');
    const hold = () => {
      store.count().onsuccess = hold;
      resolve();
    };
    hold();
  });
}
