import { signalsOf } from '../signals.ts';
import { speaksOfTrade } from './concepts.ts';
import { askedOf } from './context.ts';
import type { LibraryItem, SuggestIndex } from './index.ts';
import { type Evidence, weigh } from './rank.ts';
import { searchItems } from './search.ts';
import type { Turn } from './suggestion.ts';
import { contentOf, foldText } from './terms.ts';

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

export interface RankedScript {
  readonly item: LibraryItem;
  /** The body and its variants, without what was sent already; slots are still open. */
  readonly texts: readonly string[];
  readonly score: number;
  readonly why: Why;
}

/** Below this a suggestion is noise more often than help (see the tables of `bench/eval-suggest.ts`). */
export const LEAST_EVIDENCE = 0.3;
/** Words without any meaning in the trade must be nearly an example question to be answered. */
const LEAST_OFF_TRADE = 0.6;

/** Beside a reply that fits, weaker ones are worth a look, as long as they are near to it. */
const BESIDE = 0.5;
const NEAR = 0.35;

/**
 * The scripts that fit best, best first. Greetings and closings stand apart: they are offered to a greeting or a
 * goodbye and to nothing else, and a courtesy of the buyer gets nothing else. Empty when nothing fits. Where only
 * one or two fit, a branch of the first and something to say meanwhile fill up to three.
 */
export function suggest(index: SuggestIndex, query: SuggestQuery): RankedScript[] {
  const { turns, search, top = 5 } = query;
  const searching = search?.trim() ? search : null;
  const evidence = (searching ? searchItems(index.items, searching) : weigh(index, turns)).sort(byScore);
  const courtesy = searching ? null : courtesyOf(turns);
  const spoken = searching || query.least !== undefined ? undefined : languageOf(askedOf(turns));
  const least = query.least ?? LEAST_EVIDENCE;
  const onTrade =
    query.least !== undefined ||
    searching !== null ||
    askedOf(turns).some((text) => speaksOfTrade(foldText(text)));
  if (query.least === undefined && !searching && !askedOf(turns).some((text) => /\p{L}/u.test(text)))
    return [];
  const ranked: RankedScript[] = [];
  let holding = false;
  for (const each of evidence) {
    const best = ranked[0];
    if (best) {
      if (each.score < (query.least ?? Math.max(least * BESIDE, best.score * NEAR))) break;
    } else if (each.score < least) break;
    else if (!onTrade && courtesy === null && Math.max(each.score, each.answered * 2) < LEAST_OFF_TRADE)
      break;
    const item = index.items[each.item];
    const texts =
      item && mayOffer(item, query, courtesy) && inLanguage(item, spoken) ? unsent(item, query) : [];
    if (!item || texts.length === 0) continue;
    if (item.holding && courtesy === null && !searching) {
      if (holding) continue;
      holding = true;
    }
    ranked.push({ item, texts, score: each.score, why: whyOf(each, item, turns, searching) });
    if (ranked.length === top) break;
  }
  return courtesy === null && !searching && query.least === undefined
    ? fillUp(index, query, evidence, ranked)
    : ranked;
}

/** Evidence enough for a holding reply of the first one's stage to be preferred to the general one. */
const FITTING = 0.08;
/** As many as the panel shows. */
const PLACES = 3;

/** Puts a next step of the first reply and a holding reply where nothing else is near. */
function fillUp(
  index: SuggestIndex,
  query: SuggestQuery,
  evidence: readonly Evidence[],
  ranked: RankedScript[],
): RankedScript[] {
  const first = ranked[0];
  const places = Math.min(PLACES, query.top ?? 5);
  if (!first || ranked.length >= places) return ranked;
  const open = evidence.flatMap(({ item: at, score }) => {
    const item = index.items[at];
    if (!item || ranked.some(({ item: { id } }) => id === item.id) || !mayOffer(item, query, null)) return [];
    const texts = item.language === first.item.language ? unsent(item, query) : [];
    return texts.length === 0 ? [] : [{ item, texts, score: Math.min(score, first.score * NEAR) }];
  });
  const filled = [...ranked];
  const held = ranked.some(({ item }) => item.holding);
  const meanwhile = held
    ? undefined
    : (open.find(({ item, score }) => item.holding && item.stage === first.item.stage && score >= FITTING) ??
      open
        .filter(({ item }) => item.holding && item.stage === 'greeting')
        .sort((a, b) => index.items.indexOf(a.item) - index.items.indexOf(b.item))[0]);
  for (const { when, script } of first.item.branches ?? []) {
    if (filled.length >= places - (meanwhile ? 1 : 0)) break;
    const next = open.find(({ item }) => item.id === script);
    if (next) filled.push({ ...next, why: { kind: 'branch', when } });
  }
  if (meanwhile && filled.length < places) filled.push({ ...meanwhile, why: { kind: 'meanwhile' } });
  return filled;
}

/** The wordings of a script that this buyer has not read yet. */
function unsent(item: LibraryItem, { sent = [] }: SuggestQuery): string[] {
  const seen = new Set(sent.map(foldText));
  return [item.text, ...(item.variants ?? [])].filter((option) => !seen.has(foldText(option)));
}

const byScore = (a: Evidence, b: Evidence): number => b.score - a.score || a.item - b.item;

/** The language of a message, if it is plainly one: a script of another is no answer. */
function languageOf(asked: readonly string[]): 'zh-CN' | 'en' | undefined {
  const text = asked.join(' ');
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /[a-z]{3}/iu.test(text) ? 'en' : undefined;
}

const inLanguage = (item: LibraryItem, spoken: 'zh-CN' | 'en' | undefined): boolean =>
  spoken === undefined || (item.language ?? languageOf([item.text]) ?? spoken) === spoken;

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

/** The reason an agent reads must be true: a resemblance too faint to name is not named. */
function whyOf(each: Evidence, item: LibraryItem, turns: readonly Turn[], search: string | null): Why {
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
