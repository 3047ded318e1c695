import { join } from 'node:path';
import { build } from 'esbuild';
import { launchChromium } from '../../cli/browser/chromium.ts';

export interface DeskMeasured {
  readonly events: number;
  readonly fillMs: number;
  /** From the start of the navigation until today's figures are drawn, by visit; the first opens a cold database. */
  readonly visits: readonly number[];
  /** Of that, reading and counting today's events alone. */
  readonly dayMs: readonly number[];
  /** A picture opened in a tab of the extension: the least that anything takes here. */
  readonly empty: readonly number[];
}

const ROOT = join(import.meta.dirname, '../..');

/** Opens the built extension's desk over a log of `count` events in a real Chromium with its real IndexedDB. */
export async function measureDesk(count: number, visits: number): Promise<DeskMeasured> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'fill.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'error',
  });
  const browser = await launchChromium({
    extension: join(ROOT, '.output/chrome-mv3'),
    hostRules: 'MAP * ~NOTFOUND',
    headless: true,
  });
  try {
    const page = await browser.extensionPage('popup.html');
    await page.evaluate(outputFiles[0]?.text ?? '');
    const begin = performance.now();
    const events = await page.evaluate(
      (n) => (globalThis as unknown as { benchFill(n: number): Promise<number> }).benchFill(n),
      count,
    );
    const fillMs = performance.now() - begin;
    await page.close();
    // What the browser needs for a page of the extension that does nothing at all.
    const empty: number[] = [];
    for (let visit = 0; visit < visits; visit++) {
      const icon = await browser.extensionPage('icon/16.png');
      empty.push(
        await icon.evaluate(() => {
          const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          return way?.loadEventEnd ?? Number.NaN;
        }),
      );
      await icon.close();
    }
    const times: number[] = [];
    const days: number[] = [];
    for (let visit = 0; visit < visits; visit++) {
      const desk = await browser.extensionPage('desk.html');
      await desk.waitForFunction(() => performance.getEntriesByName('desk-day').length > 0, null, {
        timeout: 60_000,
      });
      const [drawn, day] = await desk.evaluate(() => [
        performance.getEntriesByName('desk-day')[0]?.startTime ?? Number.NaN,
        performance.getEntriesByName('desk-day-read')[0]?.duration ?? Number.NaN,
      ]);
      times.push(drawn ?? Number.NaN);
      days.push(day ?? Number.NaN);
      // What the desk asks for after it is drawn is over before it is opened again.
      await desk.locator('[data-figure="repeat"][data-value]').waitFor({ timeout: 60_000 });
      await desk.close();
    }
    return { events, fillMs, visits: times, dayMs: days, empty };
  } finally {
    await browser.close();
  }
}
