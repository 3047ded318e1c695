import { hashedRow, Linear } from './linear.ts';
import type { Terms } from './terms.ts';

/** A context and the number of the reply that was given in it. */
export interface Given {
  readonly reply: number;
  readonly context: Terms;
}

/** How likely each reply is in a context, apart from how near its past contexts are. */
export interface Guess {
  chances(context: Terms): ReadonlyMap<number, number>;
}

/** Every reply may be guessed at as long as there are not too many of them; then those used most. */
const LEAST_USES = 1;
const MOST_REPLIES = 400;
const BITS = 14;
const ROUNDS = 6;
const RATE = 0.15;
/** A coprime of most sizes: each round sees the lessons in another order. */
const STRIDE = 7919;

/**
 * A softmax over the replies that are used most: what sets them apart weighs, not what they share. Null where too
 * few are used often. 1,500 answers of 250 replies take a few seconds.
 */
export function guessFrom(given: readonly Given[], idf: (term: number) => number): Guess | null {
  const uses = new Map<number, number>();
  for (const { reply } of given) uses.set(reply, (uses.get(reply) ?? 0) + 1);
  const often = [...uses].filter(([, count]) => count >= LEAST_USES).sort((a, b) => b[1] - a[1]);
  const replies = often.slice(0, MOST_REPLIES).map(([reply]) => reply);
  if (replies.length < 2) return null;
  const labels = new Map(replies.map((reply, label) => [reply, label]));
  const lessons = given.flatMap(({ reply, context }) => {
    const label = labels.get(reply);
    return label === undefined ? [] : [{ row: hashedRow(unit(context, idf), BITS), label }];
  });
  const linear = new Linear(replies.length);
  for (let round = 0; round < ROUNDS; round++)
    for (let step = 0; step < lessons.length; step++) {
      const lesson = lessons[(step * STRIDE + round) % lessons.length];
      if (lesson) linear.learn(lesson, RATE, 0);
    }
  return {
    chances: (context) => {
      const chances = linear.chances(hashedRow(unit(context, idf), BITS));
      return new Map(replies.map((reply, label) => [reply, chances[label] ?? 0]));
    },
  };
}

/** Rarer features weigh more; the whole has length one. */
function unit(context: Terms, idf: (term: number) => number): Terms {
  let sum = 0;
  const weighed: Terms = new Map();
  for (const [term, weight] of context) {
    const value = Math.sqrt(weight) * idf(term);
    sum += value * value;
    weighed.set(term, value);
  }
  const length = Math.sqrt(sum) || 1;
  for (const [term, value] of weighed) weighed.set(term, value / length);
  return weighed;
}
