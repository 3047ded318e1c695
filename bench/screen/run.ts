import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundled } from '../bundled.ts';
import { inChromium } from './chromium.ts';
import type * as Measuring from './measure.ts';
import type * as Ours from './ours.ts';
import type { InPage } from './page.ts';

/**
 * Measures screening beside its peers, prints the tables and writes them into bench/screen/README.md:
 * `tsx bench/screen/run.ts [PHRASES …]`; with sizes of one's own it only prints. Everything is bundled first, as it
 * ships: what the runner adds to a module costs more than the matching.
 */
const chosen = process.argv.slice(2).map(Number);
const sizes = chosen.length > 0 ? chosen : [1000, 10_000, 50_000];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const number = (value: number, digits = 1): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const times = (value: number): string => `${number(value)}×`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function matchers(rows: readonly Measuring.Row[], against: string): string {
  const peer = rows.find(({ name }) => name === against);
  return table(
    ['', 'ns a unit', 'faster', 'µs a keystroke', 'faster', 'build ms', ''],
    rows.map(({ name, scan, keystroke, build: ms, note }) => [
      name,
      number(scan),
      times((peer?.scan ?? 0) / scan),
      number(keystroke),
      times((peer?.keystroke ?? 0) / keystroke),
      number(ms, 0),
      note,
    ]),
  );
}

/** How often ours, the first row, is faster than the peer. */
function ratio(rows: readonly Measuring.Row[], against: string): number {
  const peer = rows.find(({ name }) => name === against);
  return (peer?.scan ?? 0) / (rows[0]?.scan ?? 1);
}

function targets(
  all: readonly (readonly [number, Measuring.Tables, InPage])[],
  against: typeof Measuring.against,
): string {
  const rows: string[][] = [];
  const judge = (what: string, value: string, met: boolean) =>
    rows.push([what, value, met ? 'met' : '**missed**']);
  for (const [size, { matching, folding, missed, memory }, page] of all) {
    const many = size.toLocaleString('en');
    const plain = ratio(matching, against.matching);
    const folded = ratio(folding, against.folding);
    const key = page.peer / page.ours;
    judge(`${many}: every hit of brute force`, `${missed.ofBrute} missed`, missed.ofBrute === 0);
    judge(
      `${many}: every hit of the composition`,
      `${missed.ofComposition} missed`,
      missed.ofComposition === 0,
    );
    if (size >= 10_000) {
      const [alone, together] = size >= 50_000 ? [4, 6] : [5, 10];
      judge(`${many}: matching alone ${alone}× faster`, times(plain), plain >= alone);
      judge(`${many}: folds and matching ${together}× faster`, times(folded), folded >= together);
    }
    judge(`${many}: a keystroke in Chromium 8× faster`, times(key), key >= 8);
    judge(`${many}: at most 4 MB in the page`, `${number(memory / 1e6)} MB`, memory <= 4e6);
    judge(`${many}: no task over 20 ms while rules load`, `${number(page.longest)} ms`, page.longest <= 20);
    judge(`${many}: usable 300 ms after rules arrive`, `${number(page.usable, 0)} ms`, page.usable <= 300);
  }
  return table(['target', 'this run', ''], rows);
}

// Inside the project, where the peers are found.
const output = join(import.meta.dirname, '../../.output');
await mkdir(output, { recursive: true });
const folder = await mkdtemp(join(output, 'bench-screen-'));
try {
  const { against, measure } = await bundled<typeof Measuring>(
    join(import.meta.dirname, 'measure.ts'),
    folder,
  );
  const own = (name: string) =>
    bundled<typeof Ours>(join(import.meta.dirname, 'ours.ts'), join(folder, name));
  const measured: Measuring.Tables[] = [];
  for (const size of sizes) {
    const [exact, matching, folding, background] = await Promise.all(
      ['exact', 'matching', 'folding', 'background'].map((name) => own(`${name}-${size}`)),
    );
    if (exact && matching && folding && background)
      measured.push(measure(size, { exact, matching, folding, background }, collect));
  }
  const pages = await inChromium(sizes);
  const all = sizes.map((size, i) => [size, measured[i] as Measuring.Tables, pages[i] as InPage] as const);
  const parts = [
    `One run of ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.`,
    `## Against the targets\n\n${targets(all, against)}`,
    ...all.map(
      ([size, { matching, folding }, page]) =>
        `## ${size.toLocaleString('en')} phrases\n\nMatching alone:\n\n${matchers(matching, against.matching)}\n\nFolds and matching:\n\n${matchers(folding, against.folding)}\n\nIn Chromium: a keystroke ${number(page.ours)} µs, the composition ${number(page.peer)} µs.`,
    ),
  ];
  const report = parts.join('\n\n');
  console.log(report);
  if (chosen.length === 0) {
    const readme = join(import.meta.dirname, 'README.md');
    const [before = ''] = (await readFile(readme, 'utf8')).split('<!-- measured -->');
    await writeFile(readme, `${before}<!-- measured -->\n\n${report}\n`);
  }
} finally {
  await rm(folder, { recursive: true });
}
