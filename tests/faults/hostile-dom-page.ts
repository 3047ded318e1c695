import { findComposer } from '../../adapters/compose.ts';
import { detect } from '../../adapters/detect.ts';
import { checkHealth } from '../../adapters/health.ts';
import { openConversation, readPage } from '../../adapters/read.ts';
import { adapters } from '../../adapters/registry.ts';
import { sendBox } from '../../adapters/send-box.ts';
import { watch } from '../../adapters/watch.ts';
import { seeded } from '../../cli/practice/random.ts';
import { spoil } from './hostile-dom.ts';

/** Runs in an isolated world of a page, as our scripts do: what is read there while the document turns on its readers. */

export interface Trials {
  readonly adapter: string;
  /** The console's saved page. */
  readonly html: string;
  readonly from: number;
  readonly pages: number;
}

export interface Found {
  readonly pages: number;
  readonly deeds: number;
  /** What escaped, with the page's seed and what was done to it. */
  readonly thrown: readonly string[];
  /** Of what runs all the while; and of looking for a chat on a page that nobody described, which is done on request. */
  readonly slowest: Slow;
  readonly slowestSearch: Slow;
}

export interface Slow {
  readonly ms: number;
  readonly what: string;
}

/** Rows, editors and names, where a deed hurts. */
const LOOKED = [
  'li',
  'textarea',
  '[contenteditable]',
  '[class*="msg"]',
  '[class*="name"]',
  'ul',
  'button',
  'pre',
];
const turn = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function run({ adapter: id, html, from, pages }: Trials): Promise<Found> {
  const adapter = adapters.find((one) => one.id === id);
  if (!adapter) throw new Error(`no adapter ${id}`);
  const looked = [...LOOKED, adapter.messages, ...adapter.row.at, ...adapter.composer.map(({ css }) => css)];
  const thrown: string[] = [];
  const slow: Record<'reading' | 'search', Slow> = {
    reading: { ms: 0, what: '' },
    search: { ms: 0, what: '' },
  };
  let deeds = 0;
  let about = '';
  const fail = (what: string, error: unknown) =>
    thrown.push(
      `${about}: ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  const step = (what: string, work: () => unknown) => {
    const began = performance.now();
    try {
      work();
    } catch (error) {
      fail(what, error);
    }
    const ms = performance.now() - began;
    const kind = what === 'detect' ? 'search' : 'reading';
    if (ms > slow[kind].ms) slow[kind] = { ms, what: `${about}: ${what}` };
  };
  const heard = (event: ErrorEvent | PromiseRejectionEvent) =>
    fail('later', 'reason' in event ? event.reason : event.error);
  window.addEventListener('error', heard);
  window.addEventListener('unhandledrejection', heard);
  for (let page = from; page < from + pages; page++) {
    const random = seeded(page);
    about = `${id} page ${page}`;
    document.documentElement.innerHTML = html;
    const end = new AbortController();
    step('watch', () => watch(adapter, document, () => undefined, { signal: end.signal, now: Date.now }));
    await turn(0);
    const done = spoil(random, 1 + Math.floor(random() * 4), looked);
    deeds += done.length;
    about += ` (${done.join(', ')})`;
    step('read', () => readPage(adapter, document, Date.now()));
    step('open', () => openConversation(adapter, document));
    step('editor', () => findComposer(adapter, document)?.read());
    step('send', () => sendBox(adapter, document));
    step('health', () => checkHealth(adapter, document, Date.now()));
    if (random() < 0.3) step('detect', () => detect(document));
    // The watch looks after the next frame.
    await turn(60);
    end.abort();
  }
  window.removeEventListener('error', heard);
  window.removeEventListener('unhandledrejection', heard);
  return { pages, deeds, thrown, slowest: slow.reading, slowestSearch: slow.search };
}

Object.assign(globalThis, { hostileDom: { run } });
