import { signalsOf } from '../signals.ts';
import { askedOf } from './context.ts';
import type { LibraryItem, SuggestIndex } from './index.ts';
import { type Evidence, weigh } from './rank.ts';
import { searchItems } from './search.ts';
import type { Turn } from './suggestion.ts';
import { foldText } from './terms.ts';

/** What is asked of the library. */
export interface SuggestQuery {
  readonly turns: readonly Turn[];
  /** What the agent typed into the search; it alone decides then. */
  readonly search?: string;
  readonly platform?: string;
  readonly stage?: string;
  readonly language?: 'zh-CN' | 'en';
  /** Today, `YYYY-MM-DD`, on the agent's calendar; without it dates are not looked at. */
  readonly day?: string;
  /** Texts of ours already in this conversation: none is offered twice. */
  readonly sent?: readonly string[];
  readonly top?: number;
  /** Evidence below this is no reason to speak. */
  readonly least?: number;
}

/** Why a script is offered. */
export type Why =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'answered'; readonly uses: number }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'search' };

export interface RankedScript {
  readonly item: LibraryItem;
  /** The body and its variants, without what was sent already; slots are still open. */
  readonly texts: readonly string[];
  readonly score: number;
  readonly why: Why;
}

/** Below this a suggestion is noise more often than help (see the table of `bench/eval-suggest.ts`). */
export const LEAST_EVIDENCE = 0.3;

/** Beside a reply that fits, weaker ones are worth a look: the agent chooses among three, not between one and none. */
const BESIDE = 0.3;

/**
 * The scripts that fit best, best first. Greetings and closings stand apart: they are offered to a greeting or a
 * goodbye and to nothing else, and a courtesy of the buyer gets nothing else. Empty when nothing fits.
 */
export function suggest(index: SuggestIndex, query: SuggestQuery): RankedScript[] {
  const { turns, search, top = 5, least = LEAST_EVIDENCE } = query;
  const sent = new Set((query.sent ?? []).map(foldText));
  const evidence = search?.trim() ? searchItems(index.items, search) : weigh(index, turns);
  const courtesy = search?.trim() ? null : courtesyOf(turns);
  const ranked: RankedScript[] = [];
  let holding = false;
  for (const each of evidence.sort(byScore)) {
    if (each.score < (ranked.length === 0 ? least : least * BESIDE)) break;
    const item = index.items[each.item];
    if (!item || !mayOffer(item, query, courtesy)) continue;
    if (item.holding && courtesy === null && !search?.trim()) {
      if (holding) continue;
      holding = true;
    }
    const texts = [item.text, ...(item.variants ?? [])].filter((option) => !sent.has(foldText(option)));
    if (texts.length === 0) continue;
    ranked.push({ item, texts, score: each.score, why: whyOf(each, item, turns, search) });
    if (ranked.length === top) break;
  }
  return ranked;
}

const byScore = (a: Evidence, b: Evidence): number => b.score - a.score || a.item - b.item;

type Courtesy = 'greeting' | 'closing';

/** What a buyer's purely polite last message calls for, or null if it asks for something. */
function courtesyOf(turns: readonly Turn[]): Courtesy | null {
  const last = turns[turns.length - 1];
  if (!last || last.by === 'agent' || last.by === 'robot') return null;
  const { class: kind } = signalsOf(last.text, 'text', { hash: '' });
  if (kind === 'greeting') return 'greeting';
  return kind === 'thanks' || kind === 'goodbye' ? 'closing' : null;
}

/** A library that names no stages has no fillers to keep apart. */
function mayOffer(item: LibraryItem, query: SuggestQuery, courtesy: Courtesy | null): boolean {
  const { platform, stage, day, language } = query;
  if (
    item.platforms &&
    item.platforms.length > 0 &&
    platform !== undefined &&
    !item.platforms.includes(platform)
  )
    return false;
  if (
    day !== undefined &&
    ((item.effective ?? day) > day || (item.expiry !== undefined && item.expiry <= day))
  )
    return false;
  if (language !== undefined && (item.language ?? 'zh-CN') !== language) return false;
  if (query.search?.trim() || item.stage === undefined) return true;
  if (stage !== undefined && stage !== item.stage && courtesy === null) return false;
  const filler = item.stage === 'closing' || (item.stage === 'greeting' && item.holding !== true);
  return courtesy === null ? !filler : item.stage === courtesy;
}

function whyOf(each: Evidence, item: LibraryItem, turns: readonly Turn[], search?: string): Why {
  if (search?.trim()) return { kind: 'search' };
  const asked = each.question?.similarity ?? 0;
  if (each.answered > Math.max(asked, each.words)) return { kind: 'answered', uses: each.uses };
  if (each.question && asked >= 0.3) return { kind: 'question', question: each.question.text };
  const words = longestShared(askedOf(turns).join(' '), `${item.title} ${item.text}`);
  if (words.length >= 2) return { kind: 'words', words };
  return each.question
    ? { kind: 'question', question: each.question.text }
    : { kind: 'words', words: item.title };
}

/** The longest run of characters that both texts share, 12 at most. */
function longestShared(asked: string, text: string): string {
  const heap = foldText(text);
  let best = '';
  for (const word of foldText(asked).split(' ')) {
    for (let from = 0; from < word.length; from++) {
      let length = best.length + 1;
      while (length <= 12 && from + length <= word.length && heap.includes(word.slice(from, from + length))) {
        best = word.slice(from, from + length);
        length++;
      }
    }
  }
  return best;
}
