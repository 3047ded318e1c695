import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundled } from '../bundled.ts';
import { inChromium } from './chromium.ts';
import type * as Measuring from './measure.ts';

/** Prints the tables of bench/suggest/README.md: `tsx bench/suggest/run.ts`. Everything is bundled first, as it ships. */
const SCRIPTS = 50_000;
const LEARNED = 100_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const folder = await mkdtemp(join(tmpdir(), 'bench-suggest-'));
const show = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
try {
  const { lexical, ranking, restoring, initials } = await bundled<typeof Measuring>(
    join(import.meta.dirname, 'measure.ts'),
    folder,
  );

  const rows = lexical(SCRIPTS, collect);
  const flexsearch = rows.find(({ name }) => name === 'flexsearch');
  const ratio = (of: number | undefined, to: number): string => `${show((of ?? 0) / to)}×`;
  console.log(`\n${SCRIPTS.toLocaleString('en')} scripts, a buyer's two messages\n`);
  console.log(
    '| library | ms a query | faster | build ms | of flexsearch | MB | of flexsearch | recall@10 |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const { name, build: ms, memory, query, recall } of rows) {
    const cells = [
      name,
      query.toFixed(3),
      ratio(flexsearch?.query, query),
      show(ms),
      ratio(ms, flexsearch?.build ?? 1),
      show(memory),
      ratio(memory, flexsearch?.memory ?? 1),
      recall.toFixed(3),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }

  const found = initials(SCRIPTS);
  console.log(
    `\ninitials in ${SCRIPTS.toLocaleString('en')} scripts: ${found.ours.toFixed(4)} ms, looking through all ${found.scan.toFixed(3)} ms, ${ratio(found.scan, found.ours)} faster; made ready in ${show(found.build)} ms`,
  );
  const ranked = ranking(LEARNED);
  console.log(
    `ranking after ${LEARNED.toLocaleString('en')} answers: p50 ${show(ranked.p50)} ms, p99 ${show(ranked.p99)} ms; learning one more p50 ${show(ranked.learnP50)} ms, p99 ${show(ranked.learnP99)} ms`,
  );
  console.log(
    `ready again after the background died: 200 scripts and 5,000 answers ${show(restoring(5000, 200))} ms`,
  );
  const { warm, cold } = await inChromium();
  const most = (times: readonly number[]) => show(Math.max(...times));
  const middle = (times: readonly number[]) => show([...times].sort((a, b) => a - b)[times.length >> 1] ?? 0);
  for (const [when, times] of [
    ['warm', warm],
    ['after the background died', cold],
  ] as const) {
    const timer = times.map((each) => each.timer);
    const replies = times.map((each) => each.replies);
    console.log(
      `a buyer's message in Chromium, ${when}: timer after ${middle(timer)} ms (at most ${most(timer)}), replies after ${middle(replies)} ms (at most ${most(replies)}), ${times.length} times`,
    );
  }
} finally {
  await rm(folder, { recursive: true });
}
