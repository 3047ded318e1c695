import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { shippedProfiles } from '../../cli/profiles.ts';
import { bundled } from '../bundled.ts';
import { measureDesk } from './desk.ts';
import type * as Measuring from './measure.ts';

/**
 * `npm run bench:clock [-- [--clock|--desk] [SIZE …]]`: all profiles over 10 thousand to a million events, and the desk's day
 * view over a million events in Chromium (needs `npm run build`). Fails if an event of a million costs over twice
 * what one of ten thousand does, or if the day view takes over 200 ms.
 */
const SIZES = [10_000, 100_000, 1_000_000];
const LINEAR = 2;
const DAY_VIEW_MS = 200;
const asked = process.argv.slice(2);
const parts = asked.filter((word) => word.startsWith('--'));
const wanted = (part: string) => parts.length === 0 || parts.includes(part);
const sizes = asked.length > parts.length ? asked.map(Number).filter((size) => size > 0) : SIZES;
let failed = false;

async function clockTable(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const folder = await mkdtemp(join(tmpdir(), 'bench-clock-'));
  try {
    // Bundled first, as it ships: what the runner adds to a module costs more than some profiles.
    const { measure } = await bundled<typeof Measuring>(join(import.meta.dirname, 'measure.ts'), folder);
    const profiles = [...shippedProfiles().values()];
    measure(10_000, profiles, collect);
    console.log(`\n${profiles.length} profiles, one thread\n`);
    console.log(
      '| events | units | events/s, all profiles | ns an event | × JSON.parse | events held | clock holds |',
    );
    console.log('|---|---|---|---|---|---|---|');
    const costs = sizes.map((size) => {
      const m = measure(size, profiles, collect);
      const total = m.orderMs + m.clockMs;
      const each = (total * 1e6) / m.events;
      const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
      const cells = [
        m.events.toLocaleString('en'),
        m.units.toLocaleString('en'),
        Math.round(m.events / (total / 1000)).toLocaleString('en'),
        each.toFixed(0),
        `${(total / m.parseMs).toFixed(1)}×`,
        mb(m.eventBytes),
        mb(m.clockBytes),
      ];
      console.log(`| ${cells.join(' | ')} |`);
      return each;
    });
    const growth = (costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN);
    console.log(
      `\nan event of ${sizes.at(-1)?.toLocaleString('en')} costs ${growth.toFixed(2)}× one of ${sizes[0]?.toLocaleString('en')} (limit ${LINEAR}×)`,
    );
    failed ||= !(growth <= LINEAR);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function deskTable(): Promise<void> {
  const { events, fillMs, visits, dayMs, empty } = await measureDesk(sizes.at(-1) ?? 1_000_000, 7);
  const sorted = [...visits].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const ms = (values: readonly number[]) => values.map((one) => one.toFixed(0)).join(' ');
  console.log(
    `\ndesk over ${events.toLocaleString('en')} events (written in ${(fillMs / 1000).toFixed(0)} s)`,
  );
  console.log(
    `day view drawn after, ms by visit: ${ms(visits)}; median ${median.toFixed(0)} (limit ${DAY_VIEW_MS})`,
  );
  console.log(`of that reading, and counting what is not kept, ms: ${ms(dayMs)}`);
  console.log(`a tab with nothing but an icon of the extension, ms: ${ms(empty)}`);
  failed ||= !(median <= DAY_VIEW_MS);
}

if (wanted('--clock')) await clockTable();
if (wanted('--desk')) await deskTable();
process.exitCode = failed ? 1 : 0;
