import { contextTerms } from './context.ts';
import { type Given, guessing } from './guess.ts';
import type { HistoryItem, SuggestIndex } from './index.ts';
import { knownOf, replyOf } from './index.ts';
import { trustOf } from './rank.ts';

const ROUNDS = 2;
const STEP = 0.3;

/** The history as far as it tells of replies that were given more than once. */
const givenIn = (index: SuggestIndex, history: readonly HistoryItem[]): Given[] =>
  history.flatMap((pair) => {
    const reply = replyOf(index, pair);
    return reply === undefined || index.answered.textsIn(reply) < 2
      ? []
      : [{ reply, context: contextTerms(pair.conversation) }];
  });

/** Trains the index's guess, step by step: whoever has other work does it between two steps. `taught`: how many answers there are, where `history` holds only the latest. */
export function* learnGuess(
  index: SuggestIndex,
  history: readonly HistoryItem[],
  taught: number = history.length,
): Generator<void> {
  index.guess = yield* guessing(givenIn(index, history), knownOf(index), taught);
}

/**
 * Tells apart replies that are given in alike contexts: wherever the history's own reply would not come first
 * with its own use left out, it is drawn to that context and the reply that came first is pushed away (a
 * perceptron, leave-one-out). Beside it a softmax learns what sets the common replies apart. 1,500 remembered answers take seconds, so this runs beside the work, not at every
 * start; it needs the history that the index was built from.
 */
export function sharpen(index: SuggestIndex, history: readonly HistoryItem[]): void {
  const { answered } = index;
  const trust = trustOf(index);
  const pairs = givenIn(index, history);
  for (const _ of learnGuess(index, history));
  for (let round = 0; round < ROUNDS; round++) {
    const step = STEP / (1 + round);
    for (const { reply, context } of pairs) {
      if (context.size === 0) continue;
      const scores = answered.score(context);
      const own = ((scores[reply] ?? 0) - 1 / answered.lengthOf(reply)) * trust(answered.textsIn(reply) - 1);
      let first = -1;
      let best = own;
      for (let other = 0; other < scores.length; other++) {
        const score = (scores[other] ?? 0) * trust(answered.textsIn(other));
        if (other !== reply && score >= best) {
          best = score;
          first = other;
        }
      }
      if (first < 0) continue;
      answered.nudge(reply, context, step);
      answered.nudge(first, context, -step);
    }
  }
}
