import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { grantedBuild } from './granted.ts';
import type { Reading } from './in-page.ts';
import { NOTHING } from './nothing.ts';

/** The same, in the order in which one reads it: the browser hands objects over with their keys sorted. */
export function inOrder(reading: Reading): Omit<Reading, 'adapter'> {
  const { url, source, console, sure, state, shown, conversation, shop, order } = reading;
  const { messages, waiting, composer, send, missing } = reading;
  return {
    ...{ url, source, console, sure, state, shown, conversation, shop, order },
    messages: messages.map(({ by, text, sentAt, precision, content, id }) => ({
      ...{ by, text, sentAt, precision, content, id },
    })),
    ...{ waiting, composer, send, missing },
  };
}

export interface ProbeOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  /** For pages that only pretend to be their host: see `startPractice`. */
  readonly hostRules?: string;
  readonly headless?: boolean;
  /** How long a page may take to show its chat, in milliseconds. */
  readonly patience?: number;
}

/** Injected by name into the page; nothing in the extension loads it. */
const SCRIPT = 'probe.js';
/** Any page may be looked at. */
const ANY = ['http://*/*', 'https://*/*'];
const AGAIN_MS = 400;

/** A look that will not get better by waiting. */
const complete = ({ state, messages, composer, source }: Reading): boolean =>
  state === 'unusable' ||
  (state === 'ready' && messages.length > 0 && (composer !== null || source === 'shipped'));

/** The better one of two frames' readings: a chat before none, a known console before a found one, more parts before fewer. */
function better(one: Reading, other: Reading): Reading {
  const worth = ({ source, messages, composer, send, state }: Reading): number =>
    (source === 'shipped' ? 8 : source === 'detected' ? 2 : 0) +
    (state === 'ready' ? 4 : 0) +
    (composer ? 3 : 0) +
    (send ? 1 : 0) +
    Math.min(messages.length, 10) / 5;
  return worth(other) > worth(one) ? other : one;
}

async function bundled(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'countersideProbe',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    // The file's last value is what the browser hands back.
    footer: { js: 'countersideProbe.read();' },
  });
  return built.outputFiles[0]?.text ?? '';
}

/**
 * Opens a page in a real browser with the extension and says what the adapter of its address, or what is found on a
 * page without one, reads: from the extension's own isolated world, in the frame that has the chat. Waits until a
 * chat is there and has stopped growing; at the end of its patience it says what it saw.
 *
 * @throws if the page can't be opened
 */
export async function probe(url: string, options: ProbeOptions): Promise<Reading> {
  const { extension, hostRules = 'EXCLUDE localhost', headless = true, patience = 15_000 } = options;
  const granted = grantedBuild(extension, ANY, { [SCRIPT]: await bundled() });
  try {
    const browser = await launchChromium({ extension: granted.folder, hostRules, headless });
    try {
      const { page } = browser;
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
      const worker = await browser.serviceWorker();
      const look = () => worker.evaluate(lookAt, [page.url(), SCRIPT] as const) as Promise<Reading[]>;
      const end = Date.now() + patience;
      let last = '';
      for (;;) {
        const reading = (await look()).reduce(better, nothingAt(page));
        const { messages, state } = reading;
        const now = `${state} ${messages.length} ${messages.at(-1)?.text}`;
        if ((complete(reading) && now === last) || Date.now() > end) return reading;
        last = now;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    } finally {
      await browser.close();
    }
  } finally {
    granted.remove();
  }
}

/** Before any frame took the script. */
const nothingAt = (page: Page): Reading => ({
  url: page.url(),
  source: 'none',
  console: null,
  ...NOTHING,
  missing: ['messages', 'composer'],
  adapter: null,
});

/** Runs in the extension's worker: every frame's reading of the tab at this address. */
async function lookAt([url, script]: readonly [string, string]): Promise<unknown[]> {
  interface Api {
    tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
    scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
  }
  const { chrome } = globalThis as unknown as { chrome: Api };
  const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
  if (tab?.id === undefined) return [];
  const target = { tabId: tab.id, allFrames: true };
  const results = await chrome.scripting.executeScript({ target, files: [script] });
  return results.map(({ result }) => result).filter((result) => result !== null && result !== undefined);
}
