import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWorker } from '../../cli/browser/worker.ts';
import { add, arm, type Bed, drained, type Faults, judge, makeBed, randomFrom, state } from './bench.ts';

declare const faults: typeof Faults;

const HANG_MS = 240_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface KillScale {
  readonly kills: number;
  readonly events: number;
  readonly seed: number;
}

/** Kills the background again and again while a page sends. Nothing torn, nothing lost, everything once. */
export async function killBackground({ kills, events, seed }: KillScale) {
  const random = randomFrom(seed);
  const { browser, page } = await makeBed();
  try {
    const each = Math.ceil(events / kills);
    for (let kill = 0; kill < kills; kill++) {
      await add(page, each, `k${kill}`);
      await pause(random() * 400);
      await killWorker(browser.context, browser.extensionId);
    }
    await drained(page, HANG_MS);
    const { sent, n, events: stored, ids } = await state(page);
    const { verdict } = await judge(page);
    return { sent, stored, n, once: new Set(ids).size === stored, verdict };
  } finally {
    await browser.close();
  }
}

/** Everything at once. Gives how long it took and how long the slowest hundredth waited. */
export async function burst(count: number) {
  const { browser, page } = await makeBed();
  try {
    // A first event wakes and warms the background, as hello does on a console.
    await add(page, 1, 'first');
    await drained(page, HANG_MS);
    const start = Date.now();
    await add(page, count, 'burst');
    await drained(page, HANG_MS);
    const took = Date.now() - start;
    const waits = await page.evaluate(() => faults.latencies());
    const { events } = await state(page);
    return { took, p99: waits[Math.floor(waits.length * 0.99)] ?? 0, events };
  } finally {
    await browser.close();
  }
}

/** The whole browser dies right after acknowledgements. */
export async function killBrowser(events: number) {
  const profile = mkdtempSync(join(tmpdir(), 'counterside-crash-'));
  try {
    const first = await makeBed(profile);
    await add(first.page, events, 'before');
    await drained(first.page, HANG_MS);
    const before = await state(first.page);
    await first.crash();
    const second = await makeBed(profile);
    const after = await state(second.page);
    await add(second.page, 5, 'after');
    await drained(second.page, HANG_MS);
    const { verdict } = await judge(second.page);
    await second.browser.close();
    return { before, after, verdict };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A page that takes old rows in dies again and again; at last all must be as after an undisturbed one. */
export async function killUpgrade({ rows, kills, seed }: { rows: number; kills: number; seed: number }) {
  const random = randomFrom(seed);
  const { browser, page, another } = await makeBed();
  try {
    await page.evaluate(async (count) => {
      await faults.makeOld('upgrade-quiet', count);
      await faults.makeOld('upgrade-killed', count);
    }, rows);
    const quiet = await page.evaluate(() => faults.upgrade('upgrade-quiet'));
    for (let kill = 0; kill < kills; kill++) {
      const victim = await another();
      // Its end is what this is about; what it would have said is of no interest.
      victim.evaluate(() => faults.upgrade('upgrade-killed')).catch(() => undefined);
      await pause(random() * 60);
      await victim.close();
    }
    const killed = await page.evaluate(() => faults.upgrade('upgrade-killed'));
    return { quiet, killed };
  } finally {
    await browser.close();
  }
}

/** Two pages send at the same time while the log is sealed and exported over and over. */
export async function twoTabs(each: number) {
  const bed: Bed = await makeBed();
  try {
    const other = await bed.another();
    const work = Promise.all([
      (async () => {
        for (let part = 0; part < 10; part++) await add(bed.page, each / 10, `a${part}`);
        await drained(bed.page, HANG_MS);
      })(),
      (async () => {
        for (let part = 0; part < 10; part++) await add(other, each / 10, `b${part}`);
        await drained(other, HANG_MS);
      })(),
    ]);
    let exports = 0;
    let done = false;
    const exporting = (async () => {
      const third = await bed.another();
      while (!done) {
        await judge(third);
        exports += 1;
      }
    })();
    await work;
    done = true;
    await exporting;
    const { events, ids, n } = await state(bed.page);
    const { verdict } = await judge(bed.page);
    return { events, n, once: new Set(ids).size === events, exports, verdict };
  } finally {
    await bed.browser.close();
  }
}

/** What a LevelDB folder holds; `all` is the whole folder, as a cleaner removes it. */
export const FILE_CLASSES = ['CURRENT', 'MANIFEST', 'log', 'ldb', 'LOCK', 'all'] as const;
export type FileClass = (typeof FILE_CLASSES)[number];
export const WAYS = ['garbage', 'truncate', 'empty', 'missing'] as const;
export type Way = (typeof WAYS)[number];

function filesOf(profile: string, extensionId: string, kind: FileClass): string[] {
  const folder = join(profile, 'Default', 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) =>
      kind === 'all' || kind === 'log' || kind === 'ldb'
        ? kind === 'all' || name.endsWith(`.${kind}`)
        : name === kind || name.startsWith(`${kind}-`),
    )
    .map((name) => join(folder, name));
}

/** Ruins one class of files while the browser is closed. What is gone must be announced. */
export async function corrupt(kind: FileClass, how: Way) {
  const profile = mkdtempSync(join(tmpdir(), 'counterside-corrupt-'));
  try {
    const first = await makeBed(profile);
    // A database writes tables, not only its journal, once some megabytes went through it.
    const parts = kind === 'ldb' ? 40 : 6;
    for (let part = 0; part < parts; part++) {
      await add(first.page, 250, `p${part}`);
      await drained(first.page, HANG_MS);
    }
    await first.page.evaluate(() => faults.file());
    const before = await state(first.page);
    await first.browser.close();
    const files = filesOf(profile, first.browser.extensionId, kind);
    for (const file of files) ruin(file, how);
    const second = await makeBed(profile);
    // A first fact wakes the background, which looks for a loss before it writes.
    await add(second.page, 3, 'after');
    const saved = await drained(second.page, 30_000).then(
      () => true,
      () => false,
    );
    const after = await state(second.page).catch((error: Error) => error.message);
    await second.browser.close();
    return { files: files.length, before, after, saved };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ruin(file: string, how: Way): void {
  const { size } = statSync(file);
  if (how === 'missing') rmSync(file);
  else if (how === 'garbage') writeFileSync(file, Buffer.alloc(Math.max(64, Math.min(4096, size)), 0xa5));
  else truncateSync(file, how === 'empty' ? 0 : Math.floor(size / 3));
}

/** Whether this machine lets us make a small disk. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A profile on a small disk that fills up. The log must stop before the disk is full, and open again. */
export async function smallDisk(megabytes: number) {
  const profile = mkdtempSync(join(tmpdir(), 'counterside-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', profile]);
  try {
    const first = await makeBed(profile);
    await add(first.page, 200, 'some');
    await drained(first.page, HANG_MS);
    const before = await state(first.page);
    const texts = (await first.page.evaluate(() => faults.texts())).length;
    const free = freeOf(profile);
    // Everything but a few megabytes goes to something else.
    if (free > 12) writeFileSync(join(profile, 'ballast'), Buffer.alloc((free - 12) * 1024 * 1024));
    await pause(16_000);
    await add(first.page, 50, 'full');
    const refused = await drained(first.page, 6_000).then(
      () => false,
      () => true,
    );
    const full = await state(first.page);
    await first.browser.close();
    const second = await makeBed(profile);
    const opened = await state(second.page);
    rmSync(join(profile, 'ballast'), { force: true });
    await add(second.page, 20, 'again');
    await drained(second.page, HANG_MS);
    const after = await state(second.page);
    await second.browser.close();
    return { before, texts, refused, full, opened, after };
  } finally {
    execFileSync('umount', ['-l', profile]);
    rmSync(profile, { recursive: true, force: true });
  }
}

function freeOf(folder: string): number {
  const [, line = ''] = execFileSync('df', ['-m', '--output=avail', folder], { encoding: 'utf8' }).split(
    '\n',
  );
  return Number(line.trim());
}

export { arm };
