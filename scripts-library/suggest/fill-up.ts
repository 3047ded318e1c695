import { STAGES, type Stage } from '../script.ts';
import type { SuggestIndex } from './index.ts';
import { mayOffer, unsent } from './may-offer.ts';
import type { RankedScript, SuggestQuery } from './query.ts';
import type { Evidence } from './rank.ts';

/** A filled-up place never looks stronger than this share of the first. */
const WEAKER = 0.35;
/** Evidence enough for a holding reply of the first one's stage to be preferred to the general one. */
const FITTING = 0.08;
/** Evidence enough for another reply to stand beside the first. */
const NEIGHBOUR = 0.12;
/** As many as the panel shows. */
const PLACES = 3;

/** Whether two stages follow each other in a sale, or are one. */
function besides(one: Stage | undefined, other: Stage | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.abs(STAGES.indexOf(one) - STAGES.indexOf(other)) <= 1;
}

/** Puts a next step of the first reply, its neighbours and a holding reply where nothing else is as near. */
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
  const room = () => filled.length < places - (meanwhile ? 1 : 0);
  for (const { when, script } of first.item.branches ?? []) {
    const next = open.find(({ item }) => item.id === script);
    if (next && room()) filled.push({ ...next, why: { kind: 'branch', when } });
  }
  // Beside a holding reply nothing is near: what the matter is has yet to be seen.
  const near = (first.item.holding ? [] : open)
    .filter(({ item, score }) => !item.holding && score >= NEIGHBOUR && besides(first.item.stage, item.stage))
    .sort((a, b) => b.score - a.score);
  for (const next of near) {
    const known = filled.some(({ item }) => item.id === next.item.id);
    if (!known && room()) filled.push({ ...next, why: { kind: 'unsaid' } });
  }
  if (meanwhile && filled.length < places) filled.push({ ...meanwhile, why: { kind: 'meanwhile' } });
  return filled;
}
