import { FOLDS } from '../../scripts-library/screen/folds.ts';
import type { Screen } from '../../scripts-library/screen/scan.ts';
import type { Units } from '../../scripts-library/screen/units.ts';
import { lexiconOf } from './lexicon.ts';
import { draftsOf, messagesOf } from './messages.ts';
import { bruteForce, missed, missedOfComposition } from './oracle.ts';
import type * as Ours from './ours.ts';
import { composition, monyone, PEERS } from './peers.ts';

/** What one matcher took: nanoseconds a UTF-16 unit, microseconds a keystroke (median), milliseconds to build. */
export interface Row {
  readonly name: string;
  readonly build: number;
  readonly scan: number;
  readonly keystroke: number;
  readonly note: string;
}

const MESSAGES = 2000;
/** The first one warms up whatever runs. */
const ROUNDS = 8;
/** Milliseconds of a matcher's turn at all messages, once at least. */
const TURN = 50;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

/** A matcher that is ready: does its work on the message, and on the draft, of an index. */
interface Runner {
  readonly name: string;
  readonly build: number;
  readonly note: string;
  readonly onMessage: (index: number) => unknown;
  readonly onDraft: (index: number) => unknown;
}

/** The quickest of the times that work took again and again in one turn; what else the machine does only adds. */
function quickest(work: () => unknown): number {
  const end = performance.now() + TURN;
  let best = Number.POSITIVE_INFINITY;
  do best = Math.min(best, timed(work).ms);
  while (performance.now() < end);
  return best;
}

/** Runs all matchers in turns, so that what else the machine does meets them alike. */
function race(runners: readonly Runner[], units: number, drafts: number): Row[] {
  const scans = runners.map(() => Number.POSITIVE_INFINITY);
  const keys = runners.map((): number[] => Array.from({ length: drafts }, () => Number.POSITIVE_INFINITY));
  for (let round = 0; round < ROUNDS; round++) {
    runners.forEach(({ onMessage, onDraft }, index) => {
      const scan = quickest(() => {
        for (let i = 0; i < MESSAGES; i++) onMessage(i);
      });
      scans[index] = Math.min(scans[index] ?? 0, (scan * 1e6) / units);
      const best = keys[index] ?? [];
      for (let again = 0; again < 3; again++)
        for (let i = 0; i < drafts; i++) best[i] = Math.min(best[i] ?? 0, timed(() => onDraft(i)).ms * 1000);
    });
  }
  return runners.map(({ name, build, note }, index) => ({
    name,
    build,
    note,
    scan: scans[index] ?? 0,
    keystroke: median(keys[index] ?? []),
  }));
}

/** Bytes of typed arrays that `make` leaves in memory; the few maps beside them are too small to measure so. */
function bytesOf(make: () => unknown, collect: () => void): number {
  const used = (): number => {
    for (let i = 0; i < 3; i++) collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = used();
  const kept = [make()];
  const after = used();
  return kept.length * (after - before);
}

/** The figures for a lexicon. */
export interface Tables {
  readonly matching: Row[];
  readonly folding: Row[];
  /** Hits that ours missed, of all that brute force and the composition found. */
  readonly missed: { readonly ofBrute: number; readonly ofComposition: number };
  /** Bytes of typed arrays in memory. */
  readonly memory: number;
}

/** Ours, each a module of its own: a page has one set of rules, whose code knows its tables and its one reader's room. */
export interface Engines {
  readonly exact: typeof Ours;
  /** Every fold on, matching what was read before. */
  readonly matching: typeof Ours;
  /** The same as on a page: reads and matches. */
  readonly folding: typeof Ours;
  /** Compiles, as the extension's background does, and is weighed. */
  readonly background: typeof Ours;
}

/** Measures a lexicon of `size` phrases: matching alone, and folds with matching. */
export function measure(
  size: number,
  { exact: bare, matching: matcher, folding: ours, background }: Engines,
  collect: () => void,
): Tables {
  const phrases = lexiconOf(size);
  const plain = messagesOf(MESSAGES, phrases, false);
  const disguised = messagesOf(MESSAGES, phrases, true);
  const drafts = draftsOf(phrases);
  const units = plain.join('').length;
  const compiling = timed(() => JSON.stringify(background.compiled(phrases)));
  const loading = timed(() => ours.load(compiling.value));
  const engine = loading.value;
  const matchOnly = matcher.load(compiling.value);
  const memory = bytesOf(() => background.load(compiling.value), collect);
  const exactly = timed(() => JSON.stringify(background.compiled(phrases, FOLDS)));
  const exact = bare.load(exactly.value);
  const places = bruteForce(phrases, plain);
  const ofBrute = missed(matchOnly, plain, places) + missed(exact, plain, places);
  const find = (which: Screen) => {
    const texts = ours.unitsOf(which, plain);
    const keys = ours.unitsOf(which, drafts);
    return {
      onMessage: (i: number) => which.find(texts[i] as Units),
      onDraft: (i: number) => which.find(keys[i] as Units),
    };
  };
  const matching = race(
    [
      {
        name: 'ours, folds off',
        build: exactly.ms,
        note: `misses ${missed(exact, plain, places)} of ${places.length}; JSON ${(exactly.value.length / 1e6).toFixed(1)} MB`,
        ...find(exact),
      },
      {
        name: 'ours, all folds on',
        build: compiling.ms,
        note: `misses ${missed(matchOnly, plain, places)} of ${places.length}; loads in ${loading.ms.toFixed(0)} ms; JSON ${(compiling.value.length / 1e6).toFixed(1)} MB; ${(memory / 1e6).toFixed(1)} MB in the page`,
        ...find(matchOnly),
      },
      ...PEERS.map(({ name, make }) => {
        const { ms: build, value: count } = timed(() => make(phrases));
        return {
          name,
          build,
          note: `finds ${plain.reduce((sum, text) => sum + count(text), 0)}`,
          onMessage: (i: number) => count(plain[i] ?? ''),
          onDraft: (i: number) => count(drafts[i] ?? ''),
        };
      }),
    ],
    units,
    drafts.length,
  );

  const { ms: build, value: words } = timed(() => composition.words(phrases));
  const { found, missed: left } = missedOfComposition(engine, words, disguised);
  for (const one of left.slice(0, 5)) console.error(`only the composition: ${one}`);
  const folding = race(
    [
      {
        name: 'ours, folds and matching',
        build: compiling.ms,
        note: `misses ${left.length} of the composition's ${found}`,
        onMessage: (i) => engine.find(engine.read(disguised[i] ?? '')),
        onDraft: (i) => engine.find(engine.read(drafts[i] ?? '')),
      },
      {
        name: 'ours, findings',
        build: compiling.ms,
        note: 'conditions and overlaps settled too',
        onMessage: (i) => ours.screen(engine, disguised[i] ?? '', { by: 'agent' }),
        onDraft: (i) => ours.screen(engine, drafts[i] ?? '', { by: 'agent' }),
      },
      {
        name: composition.name,
        build,
        note: `finds ${found}`,
        onMessage: (i) => words(disguised[i] ?? ''),
        onDraft: (i) => words(drafts[i] ?? ''),
      },
    ],
    disguised.join('').length,
    drafts.length,
  );
  return { matching, folding, missed: { ofBrute, ofComposition: left.length }, memory };
}

export const against = { matching: monyone.name, folding: composition.name };
