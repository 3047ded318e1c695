import type { LibraryItem, SuggestIndex } from './index.ts';
import type { Evidence } from './rank.ts';
import { foldText, gramsOf } from './terms.ts';

/** A code that was typed out is meant, whatever else holds those letters; its beginning nearly so. */
const CODE = 1.3;
const CODE_BEGUN = 1.1;
const ID = 1;
const TITLE = 0.9;
const TAG = 0.85;
const EXAMPLE = 0.7;
const TEXT = 0.6;
/** Covering so much of a slip of the pen is still being meant. */
const MEANT = 0.5;
const SLIP = 0.35;
/** What this team sends often comes first among equals. */
const USED = 0.04;

/**
 * What the agent typed, looked for as it stands: a script's code, or its beginning; else each word must occur in the
 * id, title, tags, questions or body of a script, or be their pinyin or its first letters. The better the place and the larger its share of that place, the
 * higher the score, 0 to about 1. If nothing has all words, what resembles them most is taken for meant.
 */
export function searchItems(index: SuggestIndex, typed: string): Evidence[] {
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const typedAs = words.map((word) => (LETTERS.test(word) ? index.finder?.find(word) : undefined));
  const code = bareCode(typed);
  const exact = placesOf(index.items).map((places, item) => {
    const byCode = codeHit(index.items[item]?.code, code);
    if (byCode > 0) return byCode;
    const hits = words.map((word, at) => Math.max(bestPlace(places, word), typedAs[at]?.get(item) ?? 0));
    return hits.some((hit) => hit === 0)
      ? 0
      : hits.reduce((sum, hit) => sum + hit, 0) / Math.max(1, hits.length);
  });
  const found = exact.some((score) => score > 0);
  const near = found ? null : index.words.score(gramsOf(typed));
  return exact.map((score, item) => {
    const meant = near?.[item] ?? 0;
    const value = found ? score : meant >= MEANT ? SLIP * Math.min(1, meant) : 0;
    const uses = index.answered.textsIn(index.replyOfItem[item] ?? -1);
    const total = value === 0 ? 0 : value + USED * Math.log1p(uses);
    return { item, score: total, uses, answered: 0, words: total, question: null };
  });
}

/** Codes are compared as they stand: folding would make a1 and a2 one. */
const bareCode = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function codeHit(code: string | undefined, typed: string): number {
  if (code === undefined || typed === '') return 0;
  const bare = bareCode(code);
  if (bare === typed) return CODE;
  return bare.startsWith(typed) ? (CODE_BEGUN * (bare.length + typed.length)) / (2 * bare.length) : 0;
}

/** The texts of an item that are looked in, folded, each with the weight of a hit there. */
type Places = readonly (readonly [text: string, weight: number])[];

/** Folding 2,000 scripts takes a while, typing goes on meanwhile: done once for a list of items. */
const FOLDED = new WeakMap<readonly LibraryItem[], readonly Places[]>();

function placesOf(items: readonly LibraryItem[]): readonly Places[] {
  const known = FOLDED.get(items);
  if (known) return known;
  const places = items.map(({ id, title, tags, examples, text }) => [
    [foldText(id), ID] as const,
    [foldText(title), TITLE] as const,
    ...(tags ?? []).map((tag) => [foldText(tag), TAG] as const),
    ...examples.map((example) => [foldText(example), EXAMPLE] as const),
    [foldText(text), TEXT] as const,
  ]);
  FOLDED.set(items, places);
  return places;
}

/** How well a word is found in an item; 0 if it is not. */
function bestPlace(places: Places, word: string): number {
  let best = 0;
  for (const [place, weight] of places)
    if (place.includes(word)) best = Math.max(best, weight * (0.5 + (0.5 * word.length) / place.length));
  return best;
}

const LETTERS = /^[a-z]+$/u;
