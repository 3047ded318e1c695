import type { Pack } from '../pack.ts';
import { scriptsOf } from '../pack.ts';
import type { Branch, Script } from '../script.ts';
import { contextTerms } from './context.ts';
import type { Finder } from './finder.ts';
import type { Guess, Known } from './guess.ts';
import { isWordless, type Manner, mannerOf } from './manner.ts';
import { Questions, type QuestionsSnapshot } from './questions.ts';
import type { Turn } from './suggestion.ts';
import { foldText, gramsOf } from './terms.ts';
import { Vectors } from './vectors.ts';
import { Commonness, type CommonSnapshot, scriptFields, WordIndex, type WordsSnapshot } from './words.ts';

/** A script as ranking sees it. What a foreign library does not tell is left out. */
export interface LibraryItem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly examples: readonly string[];
  /** 快捷编码 and 标签, for the search. */
  readonly code?: string;
  readonly tags?: readonly string[];
  /** What to attach: shown with it, never placed. */
  readonly pictures?: readonly string[];
  readonly stage?: Script['stage'];
  readonly holding?: boolean;
  /** 对照 of a foreign-language script. */
  readonly gloss?: string;
  readonly language?: Script['language'];
  readonly variants?: readonly string[];
  readonly branches?: readonly Branch[];
  readonly platforms?: readonly string[];
  readonly effective?: string;
  readonly expiry?: string;
}

/** What this team answered: the conversation before the reply, then the script or the words that were sent. */
export type HistoryItem = { readonly conversation: readonly Turn[] } & (
  | { readonly script: string; readonly text?: undefined }
  | { readonly text: string; readonly script?: undefined }
);

/** Everything that ranking needs, in memory. Built from packs and history; {@link learn} adds to it. */
export interface SuggestIndex {
  readonly items: readonly LibraryItem[];
  readonly words: WordIndex;
  readonly questions: Questions;
  /** Another library's questions, to widen a query by when this one has few. */
  readonly bridge: Questions | null;
  readonly common: Commonness;
  /** Contexts in which a reply was sent, one sum a reply. */
  readonly answered: Vectors;
  /** Finds items by pinyin; null where nobody searches. */
  finder: Finder | null;
  /** Tells the replies that are used most apart; null until {@link sharpen} has trained it. */
  guess: Guess | null;
  /** The reply in `answered` that each item is. */
  readonly replyOfItem: readonly number[];
  /** What each item does in a conversation. */
  readonly manners: readonly Manner[];
  /** Whether some item has neither title nor questions, so that only habit tells what it answers. */
  readonly wordless: boolean;
  /** The text of each reply in `answered`. */
  readonly replies: string[];
  readonly replyOf: Map<string, number>;
}

/** The scripts of a pack as ranking sees them; superseded advice is not among them. */
export const libraryOf = (pack: Pack): LibraryItem[] =>
  scriptsOf(pack).map(
    ({ id, title, body, intents, kind: _, owner: _o, reviewBy: _r, note: _n, source: _s, ...rest }) => ({
      ...rest,
      id,
      title,
      text: body,
      examples: intents.flatMap((intent) => intent.examples),
    }),
  );

/** What an index holds of its scripts, flat: kept, it spares the next life of the background to read them again. */
export interface KeptLibrary {
  readonly common: CommonSnapshot;
  readonly words: WordsSnapshot;
  readonly questions: QuestionsSnapshot;
}

/** To be asked before anything is learned: what replies are common is counted with the scripts' words. */
export const libraryIn = ({ common, words, questions }: SuggestIndex): KeptLibrary => ({
  common: common.snapshot(),
  words: words.snapshot(),
  questions: questions.snapshot(),
});

/** Builds the index; with what was `kept` of the same scripts in a few milliseconds. 200 scripts with 1,800 questions take about 60 ms once, each remembered answer a tenth of one. */
export function buildIndex(
  scripts: readonly LibraryItem[],
  history: readonly HistoryItem[] = [],
  { bridge, kept }: { readonly bridge?: readonly LibraryItem[]; readonly kept?: KeptLibrary } = {},
): SuggestIndex {
  const common = kept ? Commonness.of(kept.common) : new Commonness();
  for (const { title, text, examples } of bridge ?? [])
    common.add(gramsOf([title, text, ...examples].join(' ')).keys());
  const index: SuggestIndex = {
    items: scripts,
    words: kept ? new WordIndex(kept.words, common) : wordsOf(scripts, common, true),
    questions: new Questions(scripts, kept?.questions),
    bridge: bridge ? new Questions(bridge) : null,
    common,
    answered: new Vectors(),
    guess: null,
    finder: null,
    replyOfItem: scripts.map((_, item) => item),
    manners: scripts.map(mannerOf),
    wordless: scripts.some(isWordless),
    replies: scripts.map(({ text }) => text),
    replyOf: new Map(),
  };
  for (const [item, { id, text, variants }] of scripts.entries()) {
    index.replyOf.set(`id ${id}`, item);
    for (const each of [text, ...(variants ?? [])]) {
      const key = keyOf(each);
      if (!index.replyOf.has(key)) index.replyOf.set(key, item);
    }
  }
  for (const pair of history) learn(index, pair);
  return index;
}

/** The same memory over other items: for one question that brings its own candidates. */
export function indexOver(index: SuggestIndex, items: readonly LibraryItem[]): SuggestIndex {
  return {
    ...index,
    items,
    finder: null,
    words: wordsOf(items, index.common),
    questions: new Questions(items),
    manners: items.map(mannerOf),
    wordless: items.some(isWordless),
    replyOfItem: items.map(({ text }) => index.replyOf.get(keyOf(text)) ?? -1),
  };
}

const wordsOf = (items: readonly LibraryItem[], common: Commonness, counting = false): WordIndex =>
  WordIndex.of(
    items.map(({ title, text }) => scriptFields(title, text)),
    common,
    { counting },
  );

const keyOf = (text: string): string => `text ${foldText(text)}`;

/**
 * Remembers one sent reply. Words that are no script's own are kept too: they are never offered by themselves,
 * but scripts that say the same gain by them. A script that is not in this library is skipped. `share` below one makes
 * it count less.
 */
export function learn(index: SuggestIndex, pair: HistoryItem, share = 1): void {
  const context = contextTerms(pair.conversation);
  if (context.size === 0) return;
  let reply = replyOf(index, pair);
  if (reply === undefined) {
    const words = pair.text === undefined ? null : gramsOf(pair.text);
    if (words === null || words.size === 0) return;
    reply = index.replies.push(pair.text ?? '') - 1;
    index.replyOf.set(keyOf(pair.text ?? ''), reply);
    index.common.add(words.keys());
  }
  index.answered.add(reply, context, share);
}

/** The number of the reply that a remembered pair gave, if the index knows it. */
export const replyOf = (index: SuggestIndex, pair: HistoryItem): number | undefined =>
  index.replyOf.get(pair.script === undefined ? keyOf(pair.text) : `id ${pair.script}`);

/** What a guess needs of the index that it belongs to. */
export const knownOf = ({ answered, replies }: SuggestIndex): Known => ({
  idf: (term) => answered.idf(term),
  textOf: (reply) => replies[reply] ?? '',
});
