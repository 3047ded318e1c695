import { pinyin } from 'pinyin-pro';
import { learn } from '../../scripts-library/suggest/index.ts';
import { Initials } from '../../scripts-library/suggest/initials.ts';
import { keep, type Learned, pairOf, rememberingIndex } from '../../scripts-library/suggest/remember.ts';
import { suggest } from '../../scripts-library/suggest/suggest.ts';
import { chooser } from '../screen/random.ts';
import { fragmentsOf, type Made, messagesOf, scriptsOf } from './library.ts';
import { PEERS, type Search } from './peers.ts';

/** What one library took: milliseconds to build, megabytes kept, milliseconds a query, share of fragments found. */
export interface Row {
  readonly name: string;
  readonly build: number;
  readonly memory: number;
  readonly query: number;
  readonly recall: number;
}

const QUERIES = 16;
const ROUNDS = 3;
const FRAGMENTS = 60;

const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

function memoryNow(collect: () => void): number {
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** All libraries over the same scripts; queries in turns, so that what else the machine does meets them alike. */
export function lexical(size: number, collect: () => void): Row[] {
  const scripts = scriptsOf(size);
  const built = Object.entries(PEERS).map(([name, peer]) => {
    const before = memoryNow(collect);
    const { ms, value } = timed(() => peer(scripts));
    return { name, build: ms, memory: memoryNow(collect) - before, search: value, took: [] as number[] };
  });
  const queries = messagesOf(QUERIES, 3);
  for (let round = 0; round < ROUNDS; round++)
    for (const { search, took } of built)
      for (const query of queries) took.push(timed(() => search(query)).ms);
  const fragments = fragmentsOf(scripts, FRAGMENTS);
  const recallOf = (search: Search) =>
    fragments.filter(({ query, script }) => search(query).includes(script)).length / fragments.length;
  return built.map(({ name, build, memory, search, took }) => ({
    name,
    build,
    memory,
    query: median(took),
    recall: recallOf(search),
  }));
}

export interface Ranking {
  readonly p50: number;
  readonly p99: number;
  readonly learnP50: number;
  readonly learnP99: number;
}

const item = ({ title, text }: Made, id: number) => ({
  id: String(id),
  title,
  text,
  examples: [`${text.slice(3, 13)}吗`, `请问${title}`, text.slice(10, 20)],
});

/** Replies as a team gives them: four in five from a script, the others the agents' own, each to its own buyer. */
function repliesOf(count: number, scripts: readonly Made[], seed: number): Learned[] {
  const choose = chooser(seed);
  const asked = messagesOf(Math.min(count, 20_000), seed);
  return Array.from({ length: count }, (_, at) => {
    const number = choose.below(scripts.length);
    const own = choose.below(5) === 0;
    return {
      id: `m${seed}-${at}`,
      conversation: `c${seed}-${at}`,
      at: 0,
      script: own ? null : String(number),
      text: own ? `${scripts[number]?.text.slice(0, 24)}${choose.below(40)}` : '',
      personal: false,
      context: [
        { by: 'buyer', text: choose.of(asked).slice(0, 30) },
        { by: 'buyer', text: choose.of(asked).slice(0, 30) },
      ],
    };
  });
}

/** The whole ranking in a library of 2,000 scripts, the most that a pack may hold, after `learned` answers. */
export function ranking(learned: number): Ranking {
  const scripts = scriptsOf(2000);
  const { index } = rememberingIndex(
    scripts.map(item),
    { kept: null, fresh: repliesOf(learned, scripts, 11), shelf: null },
    0,
    'bench',
  );
  const ask = (text: string) =>
    suggest(index, {
      turns: [
        { by: 'buyer', text: text.slice(0, 30) },
        { by: 'agent', text: '您好' },
        { by: 'buyer', text: text.slice(30) },
      ],
    });
  for (const text of messagesOf(50, 17)) ask(text);
  const took = messagesOf(400, 13).map((text) => timed(() => ask(text)).ms);
  const lessons = repliesOf(500, scripts, 19).map((reply) => timed(() => learn(index, pairOf(reply))).ms);
  return {
    p50: median(took),
    p99: quantile(took, 0.99),
    learnP50: median(lessons),
    learnP99: quantile(lessons, 0.99),
  };
}

/** Milliseconds until the index answers again after the background died, having learned so many answers. */
export function restoring(learned: number, scripts: number): number {
  const made = scriptsOf(scripts);
  const items = made.map(item);
  const replies = repliesOf(learned, made, 23);
  const first = rememberingIndex(items, { kept: null, fresh: replies, shelf: null }, 0, 'bench');
  const kept = structuredClone({ kept: keep(first), fresh: [], shelf: first.shelf });
  return median(
    Array.from(
      { length: 5 },
      () => timed(() => suggest(rememberingIndex(items, kept, 0, 'bench').index, { turns: [] })).ms,
    ),
  );
}

/** Milliseconds a search by initials: ours, and looking through every string. */
export function initials(size: number): {
  readonly ours: number;
  readonly scan: number;
  readonly build: number;
} {
  const letters = new Map<string, string>();
  const letterOf = (char: string): string => {
    const known = letters.get(char);
    if (known !== undefined) return known;
    const letter = /\p{Script=Han}/u.test(char) ? pinyin(char, { pattern: 'first', toneType: 'none' }) : ' ';
    letters.set(char, letter);
    return letter;
  };
  const strings = scriptsOf(size).map(({ title, text }) => [...`${title} ${text}`].map(letterOf).join(''));
  const { ms, value: list } = timed(() => new Initials(strings));
  const choose = chooser(29);
  const asked = Array.from({ length: 200 }, () => {
    const [run = 'abcd'] = /[a-z]{4}/.exec(choose.of(strings).slice(choose.below(8))) ?? [];
    return run;
  });
  const ours: number[] = [];
  const scan: number[] = [];
  for (const run of asked) {
    const found = timed(() => list.find(run));
    const looked = timed(() => strings.flatMap((each, at) => (each.includes(run) ? [at] : [])));
    if (found.value.join() !== looked.value.join()) throw new Error(`initials differ for ${run}`);
    ours.push(found.ms);
    scan.push(looked.ms);
  }
  return { ours: median(ours), scan: median(scan), build: ms };
}
