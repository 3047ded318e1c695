import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBasePack } from '../cli/build/read-seeds.ts';
import { parsePack } from '../scripts-library/pack.ts';
import { buildIndex, type LibraryItem, libraryOf } from '../scripts-library/suggest/index.ts';
import { weigh } from '../scripts-library/suggest/rank.ts';
import { sharpen } from '../scripts-library/suggest/sharpen.ts';
import { suggest } from '../scripts-library/suggest/suggest.ts';
import type { Turn } from '../scripts-library/suggest/suggestion.ts';
import { printAsked } from './suggest/asked.ts';
import { bm25 } from './suggest/bm25.ts';
import { type Usage, usageOf } from './suggest/split.ts';

/**
 * `tsx bench/eval-suggest.ts [DATA] [--misses]` prints how often the built-in pack answers the buyers' words of
 * `suggest/questions.yml`, and, given a folder of real chats, how often the script that an agent really sent is
 * among the first, beside three simple baselines. The split is in `suggest/split.ts`: fold 0 is held back and was never tuned on;
 * `cross` tests each of folds 1 to 4 on the rest. Warm: the script was sent before; cold: no history at all.
 */
const [data] = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const misses = process.argv.includes('--misses');

type Scores = (context: readonly string[]) => ArrayLike<number>;

const parsed = parsePack(readBasePack());
if (!parsed.ok) throw new Error(`the built-in pack: ${JSON.stringify(parsed.errors[0])}`);
const base = libraryOf(parsed.pack);
const shipped = buildIndex(base);

const turns = (context: readonly string[]): Turn[] => context.map((each) => ({ by: 'unknown', text: each }));

class Tally {
  #tests = 0;
  #first = 0;
  #among = 0;

  constructor(readonly depth: number) {}

  /** Ties count against us. */
  add(scores: ArrayLike<number>, right: ReadonlySet<number>): void {
    let best = -1;
    for (const each of right) best = Math.max(best, scores[each] ?? -1);
    let ahead = 0;
    for (let i = 0; i < scores.length; i++) if (!right.has(i) && (scores[i] ?? 0) >= best) ahead += 1;
    this.#tests += 1;
    if (ahead === 0) this.#first += 1;
    if (ahead < this.depth) this.#among += 1;
  }

  print(set: string, method: string): void {
    const share = (count: number): string => (count / Math.max(1, this.#tests)).toFixed(3);
    const figures = `R@1 ${share(this.#first)}  R@${this.depth} ${share(this.#among)}  of ${this.#tests}`;
    console.log(`${set.padEnd(26)} ${method.padEnd(22)} ${figures}`);
  }
}

function ours(items: readonly LibraryItem[], train: readonly Usage[]): Scores {
  const history = train.map(({ context, script }) => ({
    conversation: turns(context),
    script: String(script),
  }));
  const index = buildIndex(items, history, { bridge: base });
  sharpen(index, history);
  return (context) => weigh(index, turns(context)).map(({ score }) => score);
}

const METHODS: Readonly<Record<string, (items: readonly LibraryItem[], train: readonly Usage[]) => Scores>> =
  {
    popularity: (items, train) => {
      const uses = new Float64Array(items.length);
      for (const { script } of train) uses[script] = (uses[script] ?? 0) + 1;
      return () => uses;
    },
    'BM25 script text': (items) => {
      const score = bm25(items.map((item) => item.text));
      return (context) => score(context.slice(-2).join(' '));
    },
    'BM25 past, 20 nearest': (items, train) => {
      const score = bm25(train.map(({ context }) => context.slice(-2).join(' ')));
      return (context) => {
        const near = [...score(context.slice(-2).join(' ')).entries()]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 20);
        const sums = new Float64Array(items.length);
        for (const [at, value] of near) {
          const { script = -1 } = train[at] ?? {};
          if (script >= 0) sums[script] = (sums[script] ?? 0) + value;
        }
        return sums;
      };
    },
    counterside: ours,
  };

/** The tables on a folder of real chats. */
function printChats(folder: string): void {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
  for (const name of ['jddc_service', 'ecd_long']) {
    const { library, usages } = usageOf(
      text(`${name}_script_library.jsonl`),
      text(`${name}_script_usage.jsonl`),
    );
    const items = library.map(
      (body, id): LibraryItem => ({ id: String(id), title: '', text: body, examples: [] }),
    );
    for (const [part, folds] of [
      ['held back', [0]],
      ['cross', [1, 2, 3, 4]],
    ] as const) {
      for (const [method, train] of Object.entries(METHODS)) {
        const tally = new Tally(5);
        for (const fold of folds) {
          const rest = usages.filter((usage) => usage.fold !== fold);
          const known = new Set(rest.map(({ script }) => script));
          const scores = train(items, rest);
          for (const { context, script } of usages.filter(
            (usage) => usage.fold === fold && known.has(usage.script),
          )) {
            tally.add(scores(context), new Set([script]));
          }
        }
        tally.print(`${name} warm, ${part}`, method);
      }
      for (const method of ['BM25 script text', 'counterside']) {
        const tally = new Tally(5);
        const scores = METHODS[method]?.(items, []);
        for (const { context, script } of usages.filter(({ fold }) =>
          (folds as readonly number[]).includes(fold),
        )) {
          if (scores) tally.add(scores(context), new Set([script]));
        }
        tally.print(`${name} cold, ${part}`, method);
      }
    }
  }

  const scripts = text('talkq_scripts.jsonl')
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; title: string; text: string });
  const queries = text('talkq_queries.tsv')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  for (const method of ['BM25 title and text', 'counterside']) {
    const tally = new Tally(3);
    for (const file of new Set(queries.map(([each]) => each))) {
      const pack = scripts.filter((script) => script.file === file);
      const items = pack.map(
        ({ title, text: body }, id): LibraryItem => ({ id: String(id), title, text: body, examples: [] }),
      );
      const bm = bm25(items.map(({ title, text: body }) => `${title} ${body}`));
      const scores: Scores = method === 'counterside' ? ours(items, []) : ([query = '']) => bm(query);
      for (const [, title, query = ''] of queries.filter(([each]) => each === file)) {
        const right = new Set(pack.flatMap((script, at) => (script.title === title ? [at] : [])));
        tally.add(scores([query]), right);
      }
    }
    tally.print('talkq packs', method);
  }

  const spoken = { 0: [0, 0], 1: [0, 0] };
  for (const line of text('jddc2020_buyer_train.tsv').split('\n')) {
    const [first = '', second = ''] = line.split('\t');
    const [label, words] = /^[01]$/.test(first) ? [first, second] : [second.trim(), first];
    const count = label === '1' ? spoken[1] : spoken[0];
    const found = suggest(shipped, { turns: [{ by: 'buyer', text: words }] });
    count[0] = (count[0] ?? 0) + 1;
    if (found.some(({ item }) => item.stage !== 'greeting' && item.stage !== 'closing'))
      count[1] = (count[1] ?? 0) + 1;
  }
  for (const [name, [all = 0, some = 0]] of [
    ['small talk', spoken[1]],
    ['other lines', spoken[0]],
  ] as const) {
    console.log(`built-in pack speaks on ${name}: ${(some / Math.max(1, all)).toFixed(3)} of ${all}`);
  }
}

printAsked(shipped, { misses });
if (data !== undefined) printChats(data);
