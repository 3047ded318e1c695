import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { buildExtension, EXTENSION } from '../../cli/browser/build-extension.ts';
import { launchChromium, launchPlainChromium } from '../../cli/browser/chromium.ts';
import { makeCertificate } from '../../cli/practice/certificate.ts';
import { ADDRESS, HTML } from './page.ts';
import { type Ours, ours } from './trace.ts';

// What the extension costs the console's page: main-thread time, with the extension as built, in a real browser.

const ROUNDS = 3;
const MESSAGES = 200;
const BURST = 10_000;
const IDLE_MS = 15_000;
const TEN_MINUTES = 600_000;

interface Round {
  readonly load: Ours;
  /** The first that a person does: rules are unpacked only then. */
  readonly touch: Ours;
  readonly each: Ours;
  readonly burst: Ours;
  readonly idle: Ours;
  /** All that ran on the main thread in the same acts, whoever caused it. */
  readonly busy: {
    readonly load: number;
    readonly touch: number;
    readonly each: number;
    readonly burst: number;
    readonly idle: number;
  };
}

async function busyOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** The same acts on the page, with the extension or without. */
async function play(page: Page): Promise<Round> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const busy: Record<string, number> = {};
  const measured = async (name: string, act: () => Promise<void>): Promise<Ours> => {
    const before = name === 'load' ? 0 : await busyOf(cdp);
    const result = await ours(cdp, act);
    busy[name] = (await busyOf(cdp)) - before;
    return result;
  };
  const load = await measured('load', async () => {
    await page.goto(ADDRESS);
    await page.waitForTimeout(4_000);
  });
  const touch = await measured('touch', async () => {
    await page.click('#replyTextarea');
    await page.keyboard.press('a');
    await page.waitForTimeout(1_500);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(500);
  });
  const each = await measured('each', async () => {
    for (let said = 0; said < MESSAGES; said += 1) {
      await page.evaluate((index) => window.say(1, `第${index}句`), said);
      await page.waitForTimeout(25);
    }
    await page.waitForTimeout(1_000);
  });
  const idle = await measured('idle', () => page.waitForTimeout(IDLE_MS));
  const burst = await measured('burst', async () => {
    await page.evaluate((count) => window.say(count, '一下子来的第'), BURST);
    await page.waitForTimeout(8_000);
  });
  return { load, touch, each, burst, idle, busy: busy as unknown as Round['busy'] };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

async function main(): Promise<void> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) buildExtension();
  const server = createServer(makeCertificate([new URL(ADDRESS).hostname]), (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const options = { hostRules: `MAP mms.pinduoduo.com 127.0.0.1:${port}`, headless: true };
  const rounds = async (open: () => Promise<{ page: Page; close(): Promise<void> }>) => {
    const all: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const browser = await open();
      all.push(await play(browser.page));
      await browser.close();
    }
    return all;
  };
  const withOurs = await rounds(() => launchChromium({ ...options, extension: EXTENSION }));
  const without = await rounds(() => launchPlainChromium(options));
  server.close();
  server.closeAllConnections();

  const of = (pick: (round: Round) => number, from = withOurs) => median(from.map(pick));
  const added = (name: keyof Round['busy']) =>
    of(({ busy }) => busy[name]) - of(({ busy }) => busy[name], without);
  const toTen = TEN_MINUTES / IDLE_MS;
  const rows = [
    ['load', of(({ load }) => load.total), 30, added('load')],
    ['the first click and key', of(({ touch }) => touch.total), 50, added('touch')],
    ['its longest task', of(({ touch }) => touch.longest), 20, Number.NaN],
    ['a message', of(({ each }) => each.total) / MESSAGES, 1, added('each') / MESSAGES],
    [`longest task, ${BURST} messages at once`, of(({ burst }) => burst.longest), 50, Number.NaN],
    [`all of ${BURST} messages, each`, of(({ burst }) => burst.total) / BURST, 1, added('burst') / BURST],
    ['ten idle minutes', of(({ idle }) => idle.total) * toTen, 50, added('idle') * toTen],
  ] as const;
  const table = [
    '| act | our scripts | wanted at most | more than without us |',
    '|---|---|---|---|',
    ...rows.map(
      ([act, value, most, more]) =>
        `| ${act} | ${ms(value)} ${value <= most ? '' : '(missed)'} | ${ms(most)} | ${Number.isNaN(more) ? '' : ms(more)} |`,
    ),
  ].join('\n');
  console.log(table);
  writeFileSync(join(import.meta.dirname, 'README.md'), report(table));
}

const report = (table: string) => `# What watching costs the page

\`npm run bench:watch\` wrote this on ${new Date().toISOString().slice(0, 10)}: Chromium, the extension as built, ${cpus().length} cores of
${cpus()[0]?.model.trim()}, the median of ${ROUNDS} rounds. The page has 拼多多's DOM, 60 conversations and 60 messages, and
no life of its own.

${table}

*Our scripts* is time on the page's main thread in functions of the extension, from a trace of the browser. *More than
without us* compares all main-thread time of the same acts with and without the extension: it holds layout and drawing
that we cause, and the machine's noise. *The first click and key* in the editor is when the rules of wording are unpacked:
until then a page that nobody touches does without them. Idle time was measured over ${IDLE_MS / 1_000} seconds and multiplied.
`;

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
