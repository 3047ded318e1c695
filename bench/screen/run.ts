import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type * as Measuring from './measure.ts';

/**
 * Prints the tables of bench/screen/README.md: `tsx bench/screen/run.ts [PHRASES …]`. Everything is bundled first,
 * as it ships: what the runner adds to a module costs more than the matching.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 50_000];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const folder = await mkdtemp(join(tmpdir(), 'bench-screen-'));
try {
  const outfile = join(folder, 'measure.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const { against, measure } = (await import(pathToFileURL(outfile).href)) as typeof Measuring;
  for (const size of sizes) {
    const tables = measure(size, collect);
    for (const part of ['matching', 'folding'] as const) {
      const base = tables[part].find(({ name }) => name === against[part])?.scan ?? 0;
      const key = tables[part].find(({ name }) => name === against[part])?.keystroke ?? 0;
      console.log(`\n${part}, ${size.toLocaleString('en')} phrases\n`);
      console.log('| matcher | ns a unit | faster | µs a keystroke | faster | build ms | |');
      console.log('|---|---|---|---|---|---|---|');
      for (const { name, scan, keystroke, build: ms, note } of tables[part]) {
        const cells = [
          name,
          scan.toFixed(1),
          `${(base / scan).toFixed(1)}×`,
          keystroke.toFixed(1),
          `${(key / keystroke).toFixed(1)}×`,
          ms.toFixed(0),
          note,
        ];
        console.log(`| ${cells.join(' | ')} |`);
      }
    }
  }
} finally {
  await rm(folder, { recursive: true });
}
