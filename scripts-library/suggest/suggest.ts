import { speaksOfTrade } from './concepts.ts';
import { askedOf } from './context.ts';
import { fillUp, LEAST_BESIDE } from './fill-up.ts';
import type { SuggestIndex } from './index.ts';
import { courtesyOf, inLanguage, languageOf, mayOffer, unsent } from './may-offer.ts';
import type { RankedScript, SuggestQuery } from './query.ts';
import { type Evidence, weigh } from './rank.ts';
import { searchItems } from './search.ts';
import { foldText } from './terms.ts';
import { whyOf } from './why.ts';

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
  const evidence = searching ? searchItems(index, searching) : weigh(index, turns);
  const courtesy = searching ? null : courtesyOf(turns);
  /** Asked to rank whatever there is, or to judge whether to speak at all. */
  const judging = searching === null && query.least === undefined;
  const asked = askedOf(turns);
  const spoken = judging ? languageOf(asked) : undefined;
  const least = query.least ?? LEAST_EVIDENCE;
  const strong = evidence.filter(({ score }) => score >= Math.min(least, LEAST_BESIDE)).sort(byScore);
  const ranked: RankedScript[] = [];
  let holding = false;
  for (const each of strong) {
    const best = ranked[0];
    if (best) {
      if (each.score < (query.least ?? Math.max(least * BESIDE, best.score * NEAR))) break;
    } else if (each.score < least || (judging && courtesy === null && !worthSaying(each, asked))) break;
    const item = index.items[each.item];
    if (!item || !mayOffer(item, query, courtesy) || !inLanguage(item, spoken)) continue;
    const texts = unsent(item, query);
    if (texts.length === 0) continue;
    if (item.holding && courtesy === null && !searching) {
      if (holding) continue;
      holding = true;
    }
    ranked.push({ item, texts, score: each.score, why: whyOf(each, item, turns, searching) });
    if (ranked.length === top) break;
  }
  return judging && courtesy === null
    ? fillUp(
        index,
        query,
        evidence,
        strong.map(({ item }) => item),
        ranked,
      )
    : ranked;
}

/** Small talk resembles some question by chance; a bare number resembles any other. What was learned still counts. */
function worthSaying({ score, answered }: Evidence, asked: readonly string[]): boolean {
  if (asked.some((text) => speaksOfTrade(foldText(text)))) return true;
  const worded = asked.some((text) => /\p{L}/u.test(text));
  return Math.max(worded ? score : 0, answered * 2) >= LEAST_OFF_TRADE;
}

const byScore = (a: Evidence, b: Evidence): number => b.score - a.score || a.item - b.item;
