import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import {
  type Anchor,
  entryOfAnchor,
  type Proof,
  type Verdict,
  verdictOf,
} from '../../core/evidence/verify.ts';
import { fromBase64 } from '../../storage/log-file/base64.ts';
import { readLog } from '../../storage/log-file/read.ts';
import { BUILT } from '../browser/built.ts';
import type { faults as Faults } from './page.ts';

declare const faults: typeof Faults;

export type { Faults };

let bundled: Promise<string> | undefined;

function script(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

/** The built extension in a browser, with a page of it that sends and looks. */
export interface Bed {
  readonly browser: LaunchedWithExtension;
  readonly page: Page;
  /** Another page of the extension that can do the same. */
  another(): Promise<Page>;
  /** Ends the browser as a crash does. */
  crash(): Promise<void>;
}

/** Puts the suite's own code into a page of the extension. The page's policy does not bind what the tester runs. */
export async function arm(page: Page): Promise<void> {
  await page.evaluate(await script());
}

export async function makeBed(profile?: string): Promise<Bed> {
  const browser = await launchChromium({
    extension: BUILT.chrome,
    hostRules: 'MAP unused 127.0.0.1',
    headless: true,
    ...(profile === undefined ? {} : { profile }),
  });
  const another = async () => {
    const page = await browser.extensionPage('options.html');
    await arm(page);
    return page;
  };
  const page = await another();
  const crash = async () => {
    for (const pid of pidsOf(profile ?? '')) process.kill(pid, 'SIGKILL');
    await browser.close().catch(() => undefined);
  };
  return { browser, page, another, crash };
}

/** The processes of this profile's browser alone. */
function pidsOf(profile: string): number[] {
  if (profile === '') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          pid !== process.pid &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`)
        );
      } catch {
        // It ended meanwhile.
        return false;
      }
    });
}

export const state = (page: Page) => page.evaluate(() => faults.state());
export const add = (page: Page, count: number, tag: string) =>
  page.evaluate(([n, name]) => faults.add(n, name), [count, tag] as const);
export const drained = (page: Page, mostMs: number) => page.evaluate((most) => faults.drained(most), mostMs);

export interface Judged {
  readonly verdict: Verdict;
  readonly proof: Proof;
  readonly events: number;
}

/** Exports the log in the page and judges the file outside of it. */
export async function judge(page: Page, anchors: readonly Anchor[] = []): Promise<Judged> {
  const bytes = fromBase64(await page.evaluate(() => faults.file()));
  const { proof, events } = await readLog(new Blob([bytes]), { wanted: () => anchors.map(entryOfAnchor) });
  return { proof, verdict: verdictOf(proof, anchors, { whole: true }), events: events.length };
}

/** Reproducible chance; suites print their seed. */
export function randomFrom(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
