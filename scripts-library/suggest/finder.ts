import type { LibraryItem } from './index.ts';
import { Initials } from './initials.ts';
import { typedOf } from './pinyin.ts';

/** What an agent types by pinyin, found in titles, questions and bodies. */
export interface Finder {
  /** How well each item is found, 0 to 1, by its number. */
  find(letters: string): ReadonlyMap<number, number>;
}

/** Each way to type an item, the better ones first. */
const WAYS = [1, 0.95, 0.7, 0.6, 0.5] as const;
const LEAST_LETTERS = 2;
/** Of a run that is not at the beginning. */
const INSIDE = 0.8;

/** Makes the items' pinyin ready: about 0.1 ms an item, once. */
export function finderOf(items: readonly LibraryItem[]): Finder {
  const ways = items.map(({ id, title, tags, text, examples }) => {
    const name = typedOf(title);
    const asked = [...(tags ?? []), ...examples].map((example) => typedOf(example).initials).join(' ');
    return [id.replace(/[^a-z]+/gu, ' '), name.initials, name.syllables, asked, typedOf(text).initials];
  });
  const initials = new Initials(ways.map((each) => each.join(' ')));
  return {
    find: (letters) => {
      const found = new Map<number, number>();
      if (letters.length < LEAST_LETTERS) return found;
      for (const item of initials.find(letters)) {
        let best = 0;
        for (const [way, typed] of (ways[item] ?? []).entries()) {
          const at = typed.indexOf(letters);
          if (at < 0) continue;
          const place = at === 0 || typed[at - 1] === ' ' ? 1 : INSIDE;
          const share = 0.5 + (0.5 * letters.length) / Math.max(letters.length, typed.length);
          best = Math.max(best, (WAYS[way] ?? 0) * place * share);
        }
        if (best > 0) found.set(item, best);
      }
      return found;
    },
  };
}
