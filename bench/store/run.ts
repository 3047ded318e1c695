import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchPlainChromium } from '../../cli/browser/chromium.ts';
import { findChromium } from '../../cli/browser/find.ts';
import type { store as Store } from './measure.ts';

/**
 * Prints the table of bench/store/README.md: `tsx bench/store/run.ts [EVENTS]`. Both stores run in one Chromium, in one
 * run; what counts are their ratios.
 */
const events = Number(process.argv[2] ?? 1_000_000);
/** A row an event takes minutes for a million; its rate is the same or better at a tenth. */
const peer = Math.min(events, 100_000);

declare const store: typeof Store;

const profile = mkdtempSync(join(tmpdir(), 'bench-store-'));
/** A page that shares its process with no other site's gets a clock that counts in microseconds. */
const headers = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const server = createServer((_, answer) => answer.writeHead(200, headers).end('<!doctype html>'));
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;

/** Resident memory of this run's renderers, MB. */
function resident(): number {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes(profile)) continue;
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process ended between the listing and the look.
    }
  return kilobytes / 1024;
}

/** Runs something and says by how much memory grew at the most meanwhile. */
async function growth<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  const before = resident();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, resident());
  }, 100);
  const result = await work();
  clearInterval(timer);
  return { result, megabytes: most - before };
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum +
      (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
    0,
  );
}

async function open(script: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, close } = await launchPlainChromium({
    hostRules: 'MAP unused 127.0.0.1',
    headless: true,
    profile,
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.addScriptTag({ content: script });
  page.setDefaultTimeout(0);
  return { page, close };
}

const fixed = (value: number, digits = 0): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });

try {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'measure.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  const { page, close } = await open(script);
  const table: [string, string, string, string][] = [];
  const add = (what: string, ours: string, row: string, gate: string) => {
    table.push([what, ours, row, gate]);
    console.log(`${what} | ${ours} | ${row} | ${gate}`);
  };

  const empty = sizeOf(join(profile, 'Default', 'IndexedDB'));
  const sealed = await page.evaluate((count) => store.writeSegments(count), events);
  const onDisk = sizeOf(join(profile, 'Default', 'IndexedDB'));
  const rows = await page.evaluate((count) => store.writeRows(count), peer);
  const withRows = sizeOf(join(profile, 'Default', 'IndexedDB'));
  add('write, events a second', fixed(sealed), fixed(rows), `${fixed(sealed / rows, 1)}× (wanted 30×)`);
  add(
    'bytes an event on disk',
    fixed((onDisk - empty) / events),
    fixed((withRows - onDisk) / peer),
    'wanted ≤ 110',
  );

  const columns = await page.evaluate(() => store.readColumns());
  const read = await page.evaluate(() => store.readRows());
  const [ours, theirs] = [columns.count / columns.took, read.count / read.took];
  add(
    'read back for sums, events a second',
    fixed(ours),
    fixed(theirs),
    `${fixed(ours / theirs, 1)}× (wanted 10×)`,
  );
  const objects = await page.evaluate((most) => store.readObjects(most), Math.min(events, 200_000));
  add('read back as events a second', fixed(objects), fixed(theirs), `${fixed(objects / theirs, 1)}×`);

  const single = await page.evaluate(async () => {
    const { ours, row } = await store.singles(1000);
    return { ours: store.percentile(ours, 0.5), row: store.percentile(row, 0.5) };
  });
  add(
    'one event appended, ms (median)',
    fixed(single.ours, 2),
    fixed(single.row, 2),
    `${fixed(single.ours / single.row, 2)}× (wanted ≤ 1×)`,
  );
  const batch = await page.evaluate(async () => store.percentile(await store.batches(400), 0.99));
  add('50 events acknowledged, ms (p99)', fixed(batch, 1), '', 'wanted ≤ 30');

  const file = await growth(() => page.evaluate(() => store.exportFile()));
  add(
    `*.cslog, events a second`,
    fixed(file.result.rate),
    '',
    `${fixed(file.megabytes)} MB more memory (wanted ≤ 300), ${fixed(file.result.bytes / events, 1)} bytes an event`,
  );
  const parquet = await growth(() => page.evaluate(() => store.exportParquet()));
  add(
    'Parquet, events a second',
    fixed(parquet.result.rate),
    '',
    `${fixed(parquet.megabytes)} MB more memory (wanted ≤ 300), ${fixed(parquet.result.bytes / events, 1)} bytes an event`,
  );
  const verified = await page.evaluate(() => store.verify());
  add('verified, entries a second', fixed(verified), '', 'wanted ≥ 50,000');
  await close();

  const version = execFileSync(findChromium(), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  const lines = [
    '# The store beside a row an event',
    '',
    `\`npm run bench:store\` prints this table: ${fixed(events)} events in sealed segments, with ids, commitments and the`,
    `marks of the chain in and words out, beside ${fixed(peer)} rows in a Dexie table with five indexes, both written in strict`,
    `transactions in one run (${version}, ${new Date().toISOString().slice(0, 10)}). Milliseconds belong to the machine; the ratios are what counts.`,
    '',
    '| | sealed log | a row an event | |',
    '|---|---:|---:|---|',
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    'Reading for sums opens the columns that are asked for; reading as events makes every event anew. Appending hashes,',
    'numbers, redacts and screens besides storing, which a row does not.',
    '',
  ];
  writeFileSync(join(import.meta.dirname, 'README.md'), lines.join('\n'));
} finally {
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
