import { askedOf } from './context.ts';
import type { LibraryItem } from './index.ts';
import type { Evidence } from './rank.ts';
import type { Turn } from './suggestion.ts';
import { contentOf, foldText } from './terms.ts';

/** Why a script is offered. `unsaid`: nothing that is worth a word, only a faint resemblance. */
export type Why =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'answered'; readonly uses: number }
  | { readonly kind: 'words'; readonly words: string }
  /** The first reply's own next step, and when it is one. */
  | { readonly kind: 'branch'; readonly when: string }
  /** Something to say until the first reply can be given. */
  | { readonly kind: 'meanwhile' }
  | { readonly kind: 'search' }
  | { readonly kind: 'unsaid' };

/** The reason an agent reads must be true: a resemblance too faint to name is not named. */
export function whyOf(each: Evidence, item: LibraryItem, turns: readonly Turn[], search: string | null): Why {
  if (search !== null) return { kind: 'search' };
  const asked = each.question?.similarity ?? 0;
  if (each.answered > Math.max(asked, each.words)) return { kind: 'answered', uses: each.uses };
  if (each.question && asked >= LIKE) return { kind: 'question', question: each.question.text };
  const words = longestShared(askedOf(turns), `${item.title} ${item.text}`);
  return words === '' ? { kind: 'unsaid' } : { kind: 'words', words };
}

/** From here on two questions are alike to a reader, too. */
const LIKE = 0.35;

/** The longest run of the buyer's characters that the script has too, 12 at most; empty if none says anything. */
function longestShared(asked: readonly string[], text: string): string {
  const heap = foldText(text);
  const words = new Set(heap.split(' '));
  let best = '';
  for (const word of asked.flatMap((each) => foldText(each).split(' '))) {
    if (LATIN.test(word)) {
      if (word.length > Math.max(best.length, SHORT_LATIN) && words.has(word)) best = word;
      continue;
    }
    for (let from = 0; from < word.length; from++) {
      if (contentOf(word[from] ?? '') === 0) continue;
      for (let length = 2; length <= 12 && from + length <= word.length; length++) {
        const run = word.slice(from, from + length);
        if (!heap.includes(run)) break;
        const told = length > best.length && contentOf(run.slice(-1)) === 1 && contentOf(run) >= 2;
        if (told) best = run;
      }
    }
  }
  return best;
}

const LATIN = /^[a-z]+$/;
/** English words up to here are mostly articles and the like. */
const SHORT_LATIN = 5;
