import { join } from 'node:path';
import { build } from 'esbuild';
import { savedPage } from '../../adapters/saved-page.fixture.ts';
import { launchPlainChromium } from '../../cli/browser/chromium.ts';
import type { Found, Slow, Trials } from './hostile-dom-page.ts';

/** Pages tried in one go; a hang shows as a go that does not end. */
const AT_ONCE = 10;

const slower = (one: Slow, other: Slow): Slow => (one.ms > other.ms ? one : other);

/** Reads seeded hostile pages of each adapter's saved console, until `pages` or `mostMs` are over. */
export async function readHostile(
  ids: readonly string[],
  { pages, seed, mostMs }: { readonly pages: number; readonly seed: number; readonly mostMs: number },
): Promise<Found> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'hostile-dom-page.ts')],
    ...{ bundle: true, write: false, format: 'iife', target: 'esnext', charset: 'utf8', logLevel: 'error' },
  });
  const { page, context, close } = await launchPlainChromium({
    hostRules: 'MAP unused 127.0.0.1',
    headless: true,
  });
  const end = Date.now() + mostMs;
  const none: Slow = { ms: 0, what: '' };
  let all: Found = { pages: 0, deeds: 0, thrown: [], slowest: none, slowestSearch: none };
  try {
    for (let at = 0; at < pages && Date.now() < end; at += AT_ONCE) {
      const adapter = ids[(at / AT_ONCE) % ids.length] ?? '';
      await page.goto('about:blank');
      const cdp = await context.newCDPSession(page);
      const { frameTree } = await cdp.send('Page.getFrameTree');
      // A page's forms take other names from its own scripts than from ours.
      const world = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
      const evaluate = (expression: string) =>
        cdp.send('Runtime.evaluate', {
          ...{ expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true },
        });
      await evaluate(outputFiles[0]?.text ?? '');
      const trials: Trials = {
        ...{ adapter, html: savedPage(adapter), from: seed + at, pages: Math.min(AT_ONCE, pages - at) },
      };
      const { result, exceptionDetails } = await evaluate(`hostileDom.run(${JSON.stringify(trials)})`);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      const found = result.value as Found;
      all = {
        pages: all.pages + found.pages,
        deeds: all.deeds + found.deeds,
        thrown: [...all.thrown, ...found.thrown],
        slowest: slower(found.slowest, all.slowest),
        slowestSearch: slower(found.slowestSearch, all.slowestSearch),
      };
      await cdp.detach();
    }
    return all;
  } finally {
    await close();
  }
}
