import type { SuggestIndex } from './index.ts';
import { mayOffer, unsent } from './may-offer.ts';
import type { RankedScript, SuggestQuery } from './query.ts';
import type { Evidence } from './rank.ts';

/** A filled-up place never looks stronger than this share of the first. */
const WEAKER = 0.35;
/** Evidence enough for a holding reply of the first one's stage to be preferred to the general one. */
const FITTING = 0.08;
/** As many as the panel shows. */
const PLACES = 3;

/** Puts a next step of the first reply and a holding reply where nothing else is near. */
export function fillUp(
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
    return texts.length === 0 ? [] : [{ item, texts, score: Math.min(score, first.score * WEAKER) }];
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
