import { type CompiledRules, compileRules } from '../../scripts-library/screen/compile.ts';
import { loadRulesGently, screen } from '../../scripts-library/screen/scan.ts';
import { lexiconOf } from './lexicon.ts';
import { draftsOf } from './messages.ts';
import { ruleOf } from './ours.ts';
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

const ROUNDS = 3;
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** The page's clock is coarse: each draft is judged so many times in one measurement. */
const TIMES = 400;

/** Measures in the page itself; bench/screen/chromium.ts puts this file there. */
export async function measureInPage(size: number): Promise<InPage> {
  const phrases = lexiconOf(size);
  // As a message brings it: text that the browser turns into objects before anything of ours runs.
  const message = JSON.stringify(compileRules([ruleOf(phrases)], { packHash: 'bench' }));
  let longest = 0;
  let since = performance.now();
  const start = since;
  const rest = async () => {
    longest = Math.max(longest, performance.now() - since);
    await new Promise((done) => setTimeout(done));
    since = performance.now();
  };
  const rules = JSON.parse(message) as CompiledRules;
  await rest();
  const engine = await loadRulesGently(rules, rest);
  screen(engine, '在的', { by: 'agent' });
  longest = Math.max(longest, performance.now() - since);
  const usable = performance.now() - start;

  const words = composition.words(phrases);
  const drafts = draftsOf(phrases);
  const times = { ours: [] as number[], peer: [] as number[] };
  const timed = (into: number[], judge: (text: string) => unknown): void => {
    for (const draft of drafts) {
      const from = performance.now();
      for (let k = 0; k < TIMES; k++) judge(draft);
      into.push(((performance.now() - from) * 1000) / TIMES);
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed(times.ours, (text) => screen(engine, text, { by: 'agent' }));
    timed(times.peer, words);
  }
  return { usable, longest, ours: median(times.ours), peer: median(times.peer) };
}

(globalThis as { measureInPage?: typeof measureInPage }).measureInPage = measureInPage;
