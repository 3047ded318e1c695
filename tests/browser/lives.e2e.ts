import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlainChromium } from '../../cli/browser/chromium.ts';
import { findFirefox } from '../../cli/browser/find.ts';
import type { lives as Lives } from '../faults/lives.ts';

declare const lives: typeof Lives;

/**
 * In Chromium an append is told to commit before all answers are back, and counts on the browser to end it all the same if
 * a row is there already. Firefox would not, and waits for them.
 */
const ROUNDS = 30;
const server = createServer((_, answer) =>
  answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
);
let address = '';
let script = '';
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/`;
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../faults/lives.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  script = outputFiles[0]?.text ?? '';
});
afterAll(() => server.close());

type Found = Awaited<ReturnType<typeof Lives.race>>;

async function inChromium(): Promise<Found> {
  const { page, close } = await launchPlainChromium({ hostRules: 'MAP unused 127.0.0.1', headless: true });
  try {
    await page.goto(address);
    await page.evaluate(script);
    return await page.evaluate((rounds) => lives.race(rounds, true), ROUNDS);
  } finally {
    await close();
  }
}

async function inFirefox(): Promise<Found> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(script);
    return await page.evaluate((rounds) => lives.race(rounds, false), ROUNDS);
  } finally {
    await browser.close();
  }
}

it.for([
  ['Chromium', inChromium],
  ['Firefox', inFirefox],
] as const)('keeps one chain of what two lives of the writer add in %s', async ([, run]) => {
  const { words, seqs } = await run();
  const said = Array.from({ length: ROUNDS }, (_, round) =>
    ['第0个', '第1个', '都说'].map((what) => `第${round}轮，${what}`),
  );
  expect(words.toSorted()).toEqual(said.flat().toSorted());
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
});
