import { type KeptGuess, keptGuess } from './guess.ts';
import {
  buildIndex,
  type HistoryItem,
  knownOf,
  type LibraryItem,
  learn,
  type SuggestIndex,
} from './index.ts';
import type { Turn } from './suggestion.ts';
import { foldText } from './terms.ts';
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
  readonly holds: ReadonlySet<string>;
  readonly vectors: VectorsSnapshot;
  /** What tells the replies apart; absent until it was trained. */
  readonly guess?: KeptGuess;
}

/** A reply of the agents' own may be offered once so many buyers have read it. */
const LEAST_BUYERS = 2;
/** Shorter ones are hardly worth a key. */
const LEAST_LETTERS = 6;
/** After so long a reply counts half. */
const HALF_LIFE_MS = 120 * 86_400_000;
const TITLE_LETTERS = 14;

/**
 * Replies that agents wrote themselves and that may be offered: sent to at least two different buyers, without a
 * personal value, and no script's own words.
 */
export function ownReplies(replies: readonly Learned[], scripts: readonly LibraryItem[]): LibraryItem[] {
  const known = new Set(scripts.flatMap(({ text, variants }) => [text, ...(variants ?? [])]).map(foldText));
  const buyers = new Map<string, { readonly text: string; readonly read: Set<string> }>();
  for (const { script, text, personal, conversation } of replies) {
    const folded = foldText(text);
    if (script !== null || personal || folded.length < LEAST_LETTERS || known.has(folded)) continue;
    const entry = buyers.get(folded) ?? { text, read: new Set() };
    entry.read.add(conversation);
    buyers.set(folded, entry);
  }
  return [...buyers].flatMap(([folded, { text, read }]) =>
    read.size < LEAST_BUYERS
      ? []
      : [{ id: `own:${folded.slice(0, 60)}`, title: text.slice(0, TITLE_LETTERS), text, examples: [] }],
  );
}

/** How much a reply of that time still counts. */
export const shareOf = (at: number, now: number): number => 0.5 ** (Math.max(0, now - at) / HALF_LIFE_MS);

export const pairOf = ({ script, text, context }: Learned): HistoryItem =>
  script === null ? { conversation: context, text } : { conversation: context, script };

/** An index over scripts and what was learned here; `kept` spares learning again what it holds. */
export function rememberingIndex(
  scripts: readonly LibraryItem[],
  replies: readonly Learned[],
  kept: KeptIndex | null,
  now: number,
): SuggestIndex {
  const index = buildIndex([...scripts, ...ownReplies(replies, scripts)]);
  if (kept) restore(index, kept);
  for (const reply of replies)
    if (!kept?.holds.has(reply.id)) learn(index, pairOf(reply), shareOf(reply.at, now));
  return index;
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

/** What of an index is worth keeping; `holds` are the ids of the replies that it has learned. */
export function keep(index: SuggestIndex, holds: ReadonlySet<string>): KeptIndex {
  const replies: string[] = [];
  for (const [at, { id }] of index.items.entries()) replies[at] = `id ${id}`;
  for (const [key, number] of index.replyOf) replies[number] ??= key;
  return {
    replies: replies.slice(0, index.answered.size),
    holds,
    vectors: index.answered.snapshot(),
    ...(index.guess ? { guess: index.guess.keep() } : {}),
  };
}
