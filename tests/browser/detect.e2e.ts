import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launchPlainChromium } from '../../cli/browser/chromium.ts';
import { KITS, kitPage, NONE, OWN, ownPage } from '../kits/build.ts';

// Detection alone, in a page's own world, on chat interfaces of many makes. `adapters/detect-first-try.md` says how
// it did on them before it knew them.

let browser: Launched;
let page: Page;
let script: string;

beforeAll(async () => {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'detect-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'esnext',
    charset: 'utf8',
  });
  script = built.outputFiles[0]!.text;
  browser = await launchPlainChromium({ hostRules: '', headless: true });
  page = browser.page;
});
afterAll(() => browser?.close());

async function open(html: string): Promise<void> {
  await page.unrouteAll();
  await page.route('https://chat.example/**', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.abort(),
  );
  await page.goto('https://chat.example/inbox');
  await page.evaluate(script);
}

/** What detection says once the page shows its chat. A kit that never shows it is judged as it stands. */
async function judged() {
  const shown = page.waitForFunction(() => window.judge().reads, null, { polling: 100, timeout: 10_000 });
  await shown.catch((error: unknown) => expect(String(error)).toContain('Timeout'));
  const { found, composer, list, direction, send, reads, told, adapter } = await page.evaluate(() =>
    window.judge(),
  );
  return { verdict: { found, composer, list, direction, send, reads }, told, adapter };
}

const RIGHT = { found: true, composer: true, list: true, direction: true, send: true, reads: true };

describe.each([
  ...OWN.map((name) => ({ name: `own/${name}`, html: async () => ownPage(name) })),
  ...KITS.map((name) => ({ name, html: () => kitPage(name) })),
])('$name', ({ html }) => {
  it('is found, and its proposed adapter reads what is said', async () => {
    await open(await html());
    const { verdict, told, adapter } = await judged();
    expect({ ...verdict, told: verdict.reads ? null : told }, JSON.stringify(adapter)).toEqual({
      ...RIGHT,
      told: null,
    });
  });
});

it.each(NONE)('is not sure of a chat on a page that is none: %s', async (name) => {
  await open(ownPage(name, 'none'));
  expect(await page.evaluate(() => window.judge().sureEnough)).toBe(false);
});
