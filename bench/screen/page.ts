import { rest } from '../../entrypoints/screening/rest.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { loadRulesGently, screen } from '../../scripts-library/screen/scan.ts';
import { lexiconOf } from './lexicon.ts';
import { draftsOf } from './messages.ts';
import { composition } from './peers.ts';

/** What a page of Chromium took, in milliseconds and microseconds. */
export interface InPage {
  /** From the rules' arrival as a message to the first text that can be judged. */
  readonly usable: number;
  /** The longest piece of that without a rest; the message's own unpacking is the first. */
  readonly longest: number;
  /** Median of a keystroke on a draft of 100 to 200 characters. */
  readonly ours: number;
  readonly peer: number;
}

const ROUNDS = 4;
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** The page's clock is coarse: each draft is judged so many times in one measurement. */
const TIMES = 400;

/**
 * Measures in the page itself; bench/screen/chromium.ts puts this file there. `message` brings the compiled rules as
 * text, which the browser turns into objects before anything of ours runs.
 */
export async function measureInPage(size: number, message: string): Promise<InPage> {
  const phrases = lexiconOf(size);
  let longest = 0;
  let since = performance.now();
  const start = since;
  const turn = async () => {
    longest = Math.max(longest, performance.now() - since);
    await rest();
    since = performance.now();
  };
  const rules = JSON.parse(message) as CompiledRules;
  await turn();
  const engine = await loadRulesGently(rules, turn);
  screen(engine, '在的', { by: 'agent' });
  longest = Math.max(longest, performance.now() - since);
  const usable = performance.now() - start;

  const words = composition.words(phrases);
  const drafts = draftsOf(phrases);
  const never = drafts.map(() => Number.POSITIVE_INFINITY);
  const times = { ours: [...never], peer: [...never] };
  /** Each draft's quickest round: what else the machine does only adds. */
  const timed = (best: number[], judge: (text: string) => unknown): void => {
    drafts.forEach((draft, index) => {
      const from = performance.now();
      for (let k = 0; k < TIMES; k++) judge(draft);
      best[index] = Math.min(best[index] ?? 0, ((performance.now() - from) * 1000) / TIMES);
    });
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed(times.ours, (text) => screen(engine, text, { by: 'agent' }));
    timed(times.peer, words);
  }
  return { usable, longest, ours: median(times.ours), peer: median(times.peer) };
}

(globalThis as { measureInPage?: typeof measureInPage }).measureInPage = measureInPage;
