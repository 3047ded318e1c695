import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../cli/browser/find.ts';
import { lexiconOf } from './lexicon.ts';
import { compiled } from './ours.ts';
import type { InPage, measureInPage } from './page.ts';

/** Measures each size in a page of a real Chromium, one after the other. */
export async function inChromium(sizes: readonly number[]): Promise<InPage[]> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const rows: InPage[] = [];
    for (const size of sizes) {
      const page = await browser.newPage();
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
      rows.push(
        await page.evaluate(
          ([count, rules]) =>
            (globalThis as unknown as { measureInPage: typeof measureInPage }).measureInPage(count, rules),
          [size, JSON.stringify(compiled(lexiconOf(size)))] as const,
        ),
      );
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
  }
}
