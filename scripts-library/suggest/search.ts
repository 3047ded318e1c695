import type { LibraryItem } from './index.ts';
import type { Evidence } from './rank.ts';
import { foldText } from './terms.ts';

const ID = 1;
const TITLE = 0.9;
const EXAMPLE = 0.7;
const TEXT = 0.6;

/**
 * What the agent typed, looked for as it stands: each word must occur in the id, title, questions or body of a
 * script. The better the place and the larger its share of that place, the higher the score, 0 to 1.
 */
export function searchItems(items: readonly LibraryItem[], typed: string): Evidence[] {
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  return items.map((item, at) => {
    const places: readonly (readonly [string, number])[] = [
      [foldText(item.id), ID],
      [foldText(item.title), TITLE],
      ...item.examples.map((example) => [foldText(example), EXAMPLE] as const),
      [foldText(item.text), TEXT],
    ];
    let score = 0;
    for (const word of words) {
      let best = 0;
      for (const [place, weight] of places) {
        if (place.includes(word)) best = Math.max(best, weight * (0.5 + (0.5 * word.length) / place.length));
      }
      if (best === 0) return { item: at, score: 0, uses: 0, answered: 0, words: 0, question: null };
      score += best / words.length;
    }
    return { item: at, score, uses: 0, answered: 0, words: score, question: null };
  });
}
