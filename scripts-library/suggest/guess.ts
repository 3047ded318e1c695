import { type Alike, alikeAmong } from './alike.ts';
import { type Lesson, Linear, type Row, shuffled, Vocabulary } from './linear.ts';
import type { Terms } from './terms.ts';

/** A context and the number of the reply that was given in it. */
export interface Given {
  readonly reply: number;
  readonly context: Terms;
}

/** How likely each reply is in a context, apart from how near its past contexts are. */
export interface Guess {
  chances(context: Terms): ReadonlyMap<number, number>;
  /** What another life of the background needs to guess the same, or nearly. */
  keep(): KeptGuess;
  /** How many answers there were when it was trained. */
  readonly taught: number;
}

/** What is known of terms and replies where the guess is made. */
export interface Known {
  readonly idf: (term: number) => number;
  readonly textOf: (reply: number) => string;
}

/** A guess as it is kept: rounded to a byte a weight. */
export interface KeptGuess {
  /** The reply that each class of the model is. */
  readonly replies: readonly number[];
  readonly taught: number;
  readonly terms: Int32Array;
  /** For each term its weights in all classes. */
  readonly weights: Int8Array;
  /** What 127 stands for. */
  readonly most: number;
}

/** Every reply may be guessed at as long as there are not too many of them; then those used most. */
const MOST_REPLIES = 400;
/** What occurred once tells nothing of the next time. */
const LEAST_TEXTS = 2;
const ROUNDS = 6;
const RATE = 0.15;
/** Lessons after which training may be interrupted: some milliseconds. */
const SLICE = 16;
/** A wording also stands for others that say nearly the same. */
const SHARED = 0.1;
const FULL = 127;

/**
 * A softmax over the replies that are used most: what sets them apart weighs, not what they share. Null where there
 * are not two of them. 1,500 answers of 250 replies take a few seconds, in slices of some milliseconds.
 * `taught` is how many answers there are.
 */
export function* guessing(
  given: readonly Given[],
  known: Known,
  taught: number,
): Generator<void, Guess | null> {
  const uses = new Map<number, number>();
  for (const { reply } of given) uses.set(reply, (uses.get(reply) ?? 0) + 1);
  const often = [...uses].sort((a, b) => b[1] - a[1]).slice(0, MOST_REPLIES);
  const replies = often.map(([reply]) => reply);
  if (replies.length < 2) return null;
  const labels = new Map(replies.map((reply, label) => [reply, label]));

  const texts = new Map<number, number>();
  for (const { context } of given)
    for (const term of context.keys()) texts.set(term, (texts.get(term) ?? 0) + 1);
  const words = new Vocabulary([...texts].flatMap(([term, n]) => (n < LEAST_TEXTS ? [] : [term])));

  const lessons: Lesson[] = [];
  for (const { reply, context } of given) {
    const label = labels.get(reply);
    if (label !== undefined) lessons.push({ row: rowOf(context, known.idf, words), label });
  }
  const linear = new Linear(replies.length);
  for (let round = 0; round < ROUNDS; round++)
    for (const [done, at] of shuffled(lessons.length, round).entries()) {
      const lesson = lessons[at];
      if (lesson) linear.learn(lesson, RATE, 0);
      if (done % SLICE === 0) yield;
    }
  return guessBy(linear, replies, words, known, taught);
}

function guessBy(
  linear: Linear,
  replies: readonly number[],
  words: Vocabulary,
  { idf, textOf }: Known,
  taught: number,
): Guess {
  let kept: KeptGuess | undefined;
  let alike: Alike[][] | undefined;
  return {
    taught,
    chances: (context) => {
      const chances = linear.chances(rowOf(context, idf, words));
      alike ??= alikeAmong(replies.map(textOf));
      return new Map(
        replies.map((reply, label) => {
          let chance = chances[label] ?? 0;
          for (const { at, share } of alike?.[label] ?? []) chance += SHARED * share * (chances[at] ?? 0);
          return [reply, chance];
        }),
      );
    },
    keep: () => {
      if (kept) return kept;
      const weights = linear.weightsOf(words.size);
      const most = weights.reduce((so, weight) => Math.max(so, Math.abs(weight)), 0);
      kept = {
        replies,
        taught,
        terms: Int32Array.from(words.terms()),
        weights: Int8Array.from(weights, (weight) => Math.round((weight / (most || 1)) * FULL)),
        most,
      };
      return kept;
    },
  };
}

/** A guess that was kept; `moved` gives each reply its number here, or undefined if it is gone. */
export function keptGuess(
  kept: KeptGuess,
  moved: (reply: number) => number | undefined,
  known: Known,
): Guess {
  const scale = kept.most / FULL;
  const weights = Float32Array.from(kept.weights, (weight) => weight * scale);
  const replies = kept.replies.map((reply) => moved(reply) ?? -1);
  return guessBy(
    new Linear(replies.length, weights),
    replies,
    new Vocabulary(kept.terms),
    known,
    kept.taught,
  );
}

/** Rarer features weigh more; the whole has length one, known or not. */
function rowOf(context: Terms, idf: (term: number) => number, words: Vocabulary): Row {
  let sum = 0;
  const weighed: Terms = new Map();
  for (const [term, weight] of context) {
    const value = Math.sqrt(weight) * idf(term);
    sum += value * value;
    weighed.set(term, value);
  }
  const length = Math.sqrt(sum) || 1;
  for (const [term, value] of weighed) weighed.set(term, value / length);
  return words.row(weighed, { meeting: false });
}
