import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SuggestIndex } from '../../scripts-library/suggest/index.ts';
import type { RankedScript } from '../../scripts-library/suggest/query.ts';
import { suggest } from '../../scripts-library/suggest/suggest.ts';

/** A buyer's words, the scripts that would answer them, and whether the entry is held back from tuning. */
interface Ask {
  readonly says: string;
  readonly right: readonly string[];
}

/** Every fifth entry of a list is held back. */
const isHeldBack = (_: unknown, at: number): boolean => at % 5 === 4;
const isTuned = (_: unknown, at: number): boolean => at % 5 !== 4;

const { asks, silent } = parse(readFileSync(join(import.meta.dirname, 'questions.yml'), 'utf8')) as {
  readonly asks: readonly Ask[];
  readonly silent: readonly string[];
};

/** What the panel would show for a buyer's words: three at most. ` / ` parts messages. */
const shown = (index: SuggestIndex, says: string): RankedScript[] =>
  suggest(index, { turns: says.split(' / ').map((text) => ({ by: 'buyer', text })), top: 3 });

/** A courtesy is no answer to small talk, and does no harm: greetings and closings are not counted. */
const speaks = (found: readonly RankedScript[]): boolean =>
  found.some(({ item }) => item.stage !== 'greeting' && item.stage !== 'closing');

/**
 * Prints how often a right script of the built-in pack is first and among three for `questions.yml`, and how often
 * the lines that want no answer get none. With `misses`, names the tuned questions that went wrong.
 */
export function printAsked(index: SuggestIndex, { misses }: { readonly misses: boolean }): void {
  for (const [part, among] of [
    ['tuned', isTuned],
    ['held back', isHeldBack],
  ] as const) {
    const questions = asks.filter(among);
    const lines = silent.filter(among);
    let first = 0;
    let three = 0;
    for (const { says, right } of questions) {
      const found = shown(index, says);
      const at = found.findIndex(({ item }) => right.includes(item.id));
      if (at === 0) first += 1;
      if (at >= 0) three += 1;
      if (misses && part === 'tuned' && at !== 0) {
        const got = found.map(({ item, score }) => `${item.id} ${score.toFixed(2)}`).join(', ');
        console.log(`  ${at < 0 ? 'miss' : `at ${at + 1}`}  ${says} -> ${got} | ${right.join(' ')}`);
      }
    }
    const spoken = lines.filter((says) => speaks(shown(index, says)));
    if (misses && part === 'tuned') {
      for (const says of spoken) {
        const [best] = shown(index, says);
        console.log(
          `  spoke  ${says} -> ${best?.item.id} ${best?.score.toFixed(2)} ${JSON.stringify(best?.why)}`,
        );
      }
    }
    const share = (count: number, of: number): string => (count / Math.max(1, of)).toFixed(3);
    console.log(
      `${`asked, ${part}`.padEnd(26)} ${'counterside'.padEnd(22)} R@1 ${share(first, questions.length)}  R@3 ${share(three, questions.length)}  of ${questions.length}  silent ${share(lines.length - spoken.length, lines.length)} of ${lines.length}`,
    );
  }
}
