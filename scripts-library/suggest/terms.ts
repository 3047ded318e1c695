/** Weighted features of a text: a 32-bit hash of a character n-gram, a whole message or a long number → weight. */
export type Terms = Map<number, number>;

const LONGEST_WHOLE = 40;
/** A word of an alphabet counts as a whole: two letters of it say nothing. */
const LATIN = /^[a-z]{2,}$/;
/** A message said again as a whole, or the same goods id, tells more than its letters do. */
const WHOLE_WEIGHT = 2;

/**
 * Folds width and case, keeps words apart by one space, and makes all short numbers alike (a price or a count
 * says little about which reply fits). Numbers of six digits and more stay: goods ids tell the shop's item.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/\d+/g, (digits) => (digits.length >= 6 ? ` ${digits} ` : '0'))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Adds the features of one message to `into`: n-grams of 1 to 3 characters inside words (with word ends marked),
 * the message as a whole, long numbers. `salt` keeps messages at different places apart; `weight` scales them.
 */
export function addTerms(into: Terms, text: string, salt: number, weight: number): void {
  const folded = foldText(text);
  if (folded === '') return;
  if (folded.length <= LONGEST_WHOLE) put(into, hashOf(folded, salt ^ 0x3d), WHOLE_WEIGHT * weight);
  for (const word of folded.split(' ')) {
    if (/^\d{6,}$/.test(word)) {
      put(into, hashOf(word, salt ^ 0x5b), WHOLE_WEIGHT * weight);
      continue;
    }
    if (LATIN.test(word)) {
      put(into, hashOf(word, salt ^ 0x5b), weight);
      continue;
    }
    const marked = `^${word}$`;
    for (let i = 0; i < marked.length; i++) {
      if (i > 0 && i < marked.length - 1) put(into, step(start(salt, 1), marked, i), weight);
      if (i + 2 > marked.length) continue;
      const two = step(step(start(salt, 2), marked, i), marked, i + 1);
      put(into, two, weight);
      if (i + 3 <= marked.length)
        put(into, step(step(step(start(salt, 3), marked, i), marked, i + 1), marked, i + 2), weight);
    }
  }
}

/** The features of one text by itself. */
export function termsOf(text: string): Terms {
  const terms: Terms = new Map();
  addTerms(terms, text, 0, 1);
  return terms;
}

/** Characters and bigrams of a text with their counts: what scripts' own words are matched by. */
export function gramsOf(text: string): Terms {
  const grams: Terms = new Map();
  for (const word of foldText(text).split(' ')) {
    if (LATIN.test(word)) {
      put(grams, hashOf(word, 0x5b), 1);
      continue;
    }
    for (let i = 0; i < word.length; i++) {
      put(grams, step(start(0, 1), word, i), 1);
      if (i + 1 < word.length) put(grams, step(step(start(0, 2), word, i), word, i + 1), 1);
    }
  }
  return grams;
}

/** Adds `weight` times the terms of `from` to `into`. */
export function mixTerms(into: Terms, from: Iterable<readonly [number, number]>, weight: number): void {
  for (const [term, count] of from) put(into, term, count * weight);
}

function put(into: Terms, key: number, weight: number): void {
  into.set(key, (into.get(key) ?? 0) + weight);
}

// FNV-1a over UTF-16 units: 100,000 features collide about once, which ranking does not notice.
const start = (salt: number, length: number): number =>
  Math.imul(0x811c9dc5 ^ (salt * 8 + length), 0x01000193);
const step = (hash: number, text: string, at: number): number =>
  Math.imul(hash ^ text.charCodeAt(at), 0x01000193);

function hashOf(text: string, salt: number): number {
  let hash = start(salt, 0);
  for (let i = 0; i < text.length; i++) hash = step(hash, text, i);
  return hash;
}
