import { conceptsOf } from './concepts.ts';
import { wordsApart } from './letters.ts';

/** Weighted features of a text: a 32-bit hash of a character n-gram, a whole message or a long number → weight. */
export type Terms = Map<number, number>;

const LONGEST_WHOLE = 40;
/** Words that frame any question and say nothing of what is asked. */
const FRAME =
  /怎么样|怎么办|怎么|什么时候|什么|为什么|可以|可不可以|能不能|是不是|有没有|行不行|这个|那个|这样|那样|这是|那是|哪个|哪些|一下|问题|没有|知道|现在|已经|还是|就是|不是|你们|我们|你家|请问|麻烦|帮我|给我|时候|了吗|[我你您他她它的了吗呢吧啊呀哦嘛么是有在就也都还没不要会能这那个^$]/gu;
const EMPTY_WEIGHT = 0.25;
const NOWHERE = new Uint8Array(0);

/** A word of an alphabet counts as a whole: two letters of it say nothing. */
const LATIN = /^[a-z]{2,}$/;
/** A message said again as a whole, or the same goods id, tells more than its letters do. */
const WHOLE_WEIGHT = 2;

/**
 * Folds width and case, keeps words apart by one space, and makes all short numbers alike (a price or a count
 * says little about which reply fits). Numbers of six digits and more stay: goods ids tell the shop's item.
 */
export function foldText(text: string): string {
  const folded = wordsApart(text.normalize('NFKC').toLowerCase());
  if (!/\d/.test(folded)) return folded.trim();
  return folded
    .replace(/\d+/g, (digits) => (digits.length >= 6 ? ` ${digits} ` : '0'))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Adds the features of one message to `into`: n-grams of 1 to `longest` characters inside words (with word ends
 * marked), the message as a whole, long numbers. `salt` keeps messages at different places apart; `weight` scales
 * them; `frame` lets words that only frame a question (怎么, 可以) count for little.
 */
export function addTerms(
  into: Terms,
  text: string,
  salt: number,
  weight: number,
  { frame = false, longest = 3 }: { readonly frame?: boolean; readonly longest?: number } = {},
): void {
  const folded = foldText(text);
  if (folded === '') return;
  if (folded.length <= LONGEST_WHOLE) put(into, hashOf(folded, salt ^ 0x3d), WHOLE_WEIGHT * weight);
  for (const word of folded.split(' ')) {
    if (/^\d{6,}$/.test(word) || LATIN.test(word)) {
      put(into, hashOf(word, salt ^ 0x5b), (word.length >= 6 ? WHOLE_WEIGHT : 1) * weight);
      continue;
    }
    const marked = `^${word}$`;
    const empty = frame ? emptyAt(marked) : NOWHERE;
    for (let i = 0; i < marked.length; i++) {
      let full = 0;
      for (let length = 1; length <= longest && i + length <= marked.length; length++) {
        full += empty[i + length - 1] === 1 ? 0 : 1;
        let hash = start(salt, length);
        for (let at = i; at < i + length; at++) hash = step(hash, marked, at);
        const edge = length === 1 && (i === 0 || i === marked.length - 1);
        if (!edge) put(into, hash, full === 0 ? weight * EMPTY_WEIGHT : weight);
      }
    }
  }
}

/** What a question means in the trade tells more than its letters; two meanings together tell most. */
const CONCEPT_WEIGHT = 2.5;
const PAIR_WEIGHT = 2.5;
const CONCEPT = 0x71;

/** The features of one question by itself: its letters and what they mean in the trade. */
export function termsOf(text: string): Terms {
  const terms: Terms = new Map();
  addTerms(terms, text, 0, 1, { frame: true });
  const names = conceptsOf(foldText(text)).map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    put(terms, hashOf(name, CONCEPT), CONCEPT_WEIGHT);
    for (const other of names.slice(at + 1)) {
      put(terms, hashOf([name, other].sort().join(' '), CONCEPT), PAIR_WEIGHT);
    }
  }
  return terms;
}

/** Bigrams and, unless told, single characters of a text with their counts: what scripts' own words are matched by. */
export function gramsOf(text: string, singles = true): Terms {
  const grams: Terms = new Map();
  for (const word of foldText(text).split(' ')) {
    if (LATIN.test(word)) {
      put(grams, hashOf(word, 0x5b), 1);
      continue;
    }
    const empty = emptyAt(word);
    for (let i = 0; i < word.length; i++) {
      if (singles) put(grams, step(start(0, 1), word, i), empty[i] === 1 ? EMPTY_WEIGHT : 1);
      if (i + 1 >= word.length) continue;
      const weight = empty[i] === 1 && empty[i + 1] === 1 ? EMPTY_WEIGHT : 1;
      put(grams, step(step(start(0, 2), word, i), word, i + 1), weight);
    }
  }
  return grams;
}

/** How many characters of a folded text are more than frame: 「什么时候能」 has none. */
export const contentOf = (folded: string): number =>
  emptyAt(folded).reduce((sum, empty) => sum + 1 - empty, 0);

/** Adds `weight` times the terms of `from` to `into`. */
export function mixTerms(into: Terms, from: Iterable<readonly [number, number]>, weight: number): void {
  for (const [term, count] of from) put(into, term, count * weight);
}

/** Marks the characters of a word that belong to mere frame words, and its end marks. */
function emptyAt(word: string): Uint8Array {
  const empty = new Uint8Array(word.length);
  FRAME.lastIndex = 0;
  for (let found = FRAME.exec(word); found !== null; found = FRAME.exec(word))
    empty.fill(1, found.index, FRAME.lastIndex);
  return empty;
}

function put(into: Terms, key: number, weight: number): void {
  into.set(key, (into.get(key) ?? 0) + weight);
}

// FNV-1a over UTF-16 units: 100,000 features collide about once, which ranking does not notice.
const start = (salt: number, length: number): number =>
  Math.imul(0x811c9dc5 ^ (salt * 8 + length), 0x01000193);
const step = (hash: number, text: string, at: number): number =>
  Math.imul(hash ^ text.charCodeAt(at), 0x01000193);

/** A 32-bit hash of a text; `salt` keeps kinds of features apart. */
export function hashOf(text: string, salt: number): number {
  let hash = start(salt, 0);
  for (let i = 0; i < text.length; i++) hash = step(hash, text, i);
  return hash;
}
