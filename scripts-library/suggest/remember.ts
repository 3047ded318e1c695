import { type KeptGuess, keptGuess } from './guess.ts';
import {
  buildIndex,
  type HistoryItem,
  type KeptLibrary,
  knownOf,
  type LibraryItem,
  learn,
  libraryIn,
  type SuggestIndex,
} from './index.ts';
import { type KeptOwnWords, OwnWords } from './own-words.ts';
import type { Turn } from './suggestion.ts';
import type { VectorsSnapshot } from './vectors.ts';

/** A reply of this team with what came before it, redacted. */
export interface Learned {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  readonly script: string | null;
  readonly text: string;
  readonly personal: boolean;
  readonly context: readonly Turn[];
}

/** The learned part of an index, as it is kept between two lives of the background. */
export interface KeptIndex {
  /** What each vector is the reply of. */
  readonly replies: readonly string[];
  /** How many replies it has learned. */
  readonly learned: number;
  readonly vectors: VectorsSnapshot;
  /** The agents' own wordings. */
  readonly own: KeptOwnWords;
  /** What tells the replies apart; absent until it was trained. */
  readonly guess?: KeptGuess;
}

/** The scripts' part of an index, and what it was made of: of anything else it says nothing. */
export interface KeptShelf {
  readonly of: readonly string[];
  readonly library: KeptLibrary;
}

/** What there is to remember from. */
export interface Remembered {
  readonly kept: KeptIndex | null;
  /** Replies that `kept` has not learned, oldest first. */
  readonly fresh: readonly Learned[];
  readonly shelf: KeptShelf | null;
}

/** An index that remembers, with what of it is to be kept. */
export interface Remembering {
  readonly index: SuggestIndex;
  readonly own: OwnWords;
  /** How many replies it has learned. */
  learned: number;
  /** The scripts' part, if it had to be made: worth keeping. */
  readonly shelf: KeptShelf | null;
}

/** After so long a reply counts half. */
const HALF_LIFE_MS = 120 * 86_400_000;

/** How much a reply of that time still counts. */
export const shareOf = (at: number, now: number): number => 0.5 ** (Math.max(0, now - at) / HALF_LIFE_MS);

export const pairOf = ({ script, text, context }: Learned): HistoryItem =>
  script === null ? { conversation: context, text } : { conversation: context, script };

/**
 * An index over scripts and what was learned here. What was kept is taken up; what was learned since is learned again.
 * `stamp` names the scripts: the same scripts, the same stamp.
 */
export function rememberingIndex(
  scripts: readonly LibraryItem[],
  { kept, fresh, shelf }: Remembered,
  now: number,
  stamp: string,
): Remembering {
  const own = new OwnWords(kept?.own);
  for (const reply of fresh) own.add(reply);
  const wordings = own.items(scripts);
  const of = [stamp, ...wordings.map(({ text }) => text)];
  const same = shelf?.of.length === of.length && of.every((one, at) => one === shelf.of[at]);
  const items = [...scripts, ...wordings];
  const index = buildIndex(items, [], same ? { kept: shelf.library } : {});
  const made = same ? null : { of, library: libraryIn(index) };
  if (kept) restore(index, kept);
  for (const reply of fresh) learn(index, pairOf(reply), shareOf(reply.at, now));
  return { index, own, learned: (kept?.learned ?? 0) + fresh.length, shelf: made };
}

/** Learns one more reply. Its wording may be offered from the next life on. */
export function remember(to: Remembering, reply: Learned): void {
  to.own.add(reply);
  to.learned += 1;
  learn(to.index, pairOf(reply));
}

function restore(index: SuggestIndex, { replies, vectors, guess }: KeptIndex): void {
  const numbers = replies.map((key) => {
    const known = index.replyOf.get(key);
    if (known !== undefined) return known;
    const number = index.replies.push(key.slice(key.indexOf(' ') + 1)) - 1;
    index.replyOf.set(key, number);
    return number;
  });
  index.answered.restore(vectors, (vector) => numbers[vector] ?? vector);
  if (guess) index.guess = keptGuess(guess, (reply) => numbers[reply], knownOf(index));
}

/** What was learned, to be kept. */
export function keep({ index, own, learned }: Remembering): KeptIndex {
  const replies: string[] = [];
  for (const [at, { id }] of index.items.entries()) replies[at] = `id ${id}`;
  for (const [key, number] of index.replyOf) replies[number] ??= key;
  return {
    replies: replies.slice(0, index.answered.size),
    learned,
    vectors: index.answered.snapshot(),
    own: own.keep(),
    ...(index.guess ? { guess: index.guess.keep() } : {}),
  };
}
