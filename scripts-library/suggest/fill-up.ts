import { STAGES, type Stage } from '../script.ts';
import type { LibraryItem, SuggestIndex } from './index.ts';
import { mayOffer, unsent } from './may-offer.ts';
import type { RankedScript, SuggestQuery } from './query.ts';
import type { Evidence } from './rank.ts';

/** A filled-up place never looks stronger than this share of the first. */
const WEAKER = 0.35;
/** Evidence enough for a holding reply of the first one's stage to be preferred to the general one. */
const FITTING = 0.08;
/** Weaker evidence than this puts nothing beside the first reply. */
export const LEAST_BESIDE = FITTING;
/** Evidence enough for another reply to stand beside the first. */
const NEIGHBOUR = 0.12;
/** As many as the panel shows. */
const PLACES = 3;

/** Whether two stages follow each other in a sale, or are one. */
function besides(one: Stage | undefined, other: Stage | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.abs(STAGES.indexOf(one) - STAGES.indexOf(other)) <= 1;
}

/**
 * Puts a next step of the first reply, its neighbours and a holding reply where nothing else is as near. `evidence`
 * is in library order; `best` are the items from {@link LEAST_BESIDE} on, best first.
 */
export function fillUp(
  index: SuggestIndex,
  query: SuggestQuery,
  evidence: readonly Evidence[],
  best: readonly number[],
  ranked: RankedScript[],
): RankedScript[] {
  const first = ranked[0];
  const places = Math.min(PLACES, query.top ?? 5);
  if (!first || ranked.length >= places) return ranked;
  /** An item that may stand there, with what may be said of it; items are looked at one by one, as few will do. */
  const opened = (at: number): Omit<RankedScript, 'why'> | undefined => {
    const item = index.items[at];
    if (!item || ranked.some(({ item: { id } }) => id === item.id) || !mayOffer(item, query, null))
      return undefined;
    const texts = item.language === first.item.language ? unsent(item, query) : [];
    return texts.length === 0 ? undefined : { item, texts, score: scoreOf(at) };
  };
  const scoreOf = (at: number): number => Math.min(evidence[at]?.score ?? 0, first.score * WEAKER);
  const firstOpened = (places: Iterable<number>, wanted: (item: LibraryItem, score: number) => boolean) => {
    for (const at of places) {
      const item = index.items[at];
      const next = item && wanted(item, scoreOf(at)) ? opened(at) : undefined;
      if (next) return next;
    }
    return undefined;
  };
  const filled = [...ranked];
  const held = ranked.some(({ item }) => item.holding);
  const holding = () =>
    firstOpened(
      best,
      (item, score) => item.holding === true && item.stage === first.item.stage && score >= FITTING,
    ) ??
    firstOpened(index.items.keys(), ({ holding: holds, stage }) => holds === true && stage === 'greeting');
  const meanwhile = held ? undefined : holding();
  const room = () => filled.length < places - (meanwhile ? 1 : 0);
  for (const { when, script } of first.item.branches ?? []) {
    if (!room()) break;
    const at = index.items.findIndex(({ id }) => id === script);
    const next = opened(at);
    if (next) filled.push({ ...next, why: { kind: 'branch', when } });
  }
  // Beside a holding reply nothing is near: what the matter is has yet to be seen.
  for (const at of first.item.holding ? [] : best) {
    const item = index.items[at];
    if (!room() || scoreOf(at) < NEIGHBOUR) break;
    if (!item || item.holding || !besides(first.item.stage, item.stage)) continue;
    const next = filled.some(({ item: { id } }) => id === item.id) ? undefined : opened(at);
    if (next) filled.push({ ...next, why: { kind: 'unsaid' } });
  }
  if (meanwhile && filled.length < places) filled.push({ ...meanwhile, why: { kind: 'meanwhile' } });
  return filled;
}
