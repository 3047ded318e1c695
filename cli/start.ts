import { join } from 'node:path';
import { buildExtension, EXTENSION } from './browser/build-extension.ts';
import { launchChromium } from './browser/chromium.ts';
import { findChromium, hasDisplay } from './browser/find.ts';
import { runJourney } from './demo/journey.ts';
import { CONSOLES, sitDown } from './demo/seat.ts';
import { startPractice } from './practice/server.ts';

/**
 * The main job: builds the extension, starts the practice consoles and opens a real browser with the extension
 * on them. Without a display it plays the whole journey headless and leaves its pictures and files behind.
 */
const DEMO = join(import.meta.dirname, '../.output/demo');

async function openWindow(): Promise<void> {
  const practice = await startPractice({ play: { speed: 1 } });
  const { hostRules } = practice;
  const browser = await launchChromium({ extension: EXTENSION, hostRules, headless: false });
  await sitDown(browser, CONSOLES.feige, await browser.context.newPage());
  await sitDown(browser, CONSOLES.pinduoduo);
  await browser.page.bringToFront();
  console.log(
    'Counterside stands over two practice consoles. Simulated buyers write; nothing leaves this machine.',
  );
  console.log('Close the browser to end.');
  await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  await practice.close();
}

async function main(): Promise<void> {
  buildExtension();
  findChromium();
  if (hasDisplay()) return openWindow();
  console.log('No display here: playing the journey headless.');
  const files = await runJourney(EXTENSION, DEMO);
  console.log('\nLeft behind:');
  for (const file of files) console.log(`  ${file}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
