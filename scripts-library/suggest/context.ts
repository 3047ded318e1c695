import { conceptsOf } from './concepts.ts';
import type { Turn } from './suggestion.ts';
import { addTerms, foldText, hashOf, type Terms } from './terms.ts';

/** How much a message says about the next reply: the last one most, then falling with distance. */
export const CONTEXT_WEIGHTS = [1, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.2, 0.15, 0.15];

/**
 * Earlier messages are features of their own: 「好的」 now is not 「好的」 five messages ago. What is spoken of at all
 * counts again, wherever it was said.
 */
const NOW = 1;
const EARLIER = 2;
const ANYWHERE = 3;
/** Among so few conversations longer runs of characters hardly come again. */
const LONGEST = 2;

/** How far the conversation has come, up to here. */
const FAR = 6;
const HOW_FAR = 0x4e;
const HOW_FAR_WEIGHT = 3;

/** What the trade calls by many names is one more feature. */
const CONCEPT = 0x71;
const CONCEPT_WEIGHT = 2;

/**
 * The features of a conversation as the next reply sees it. System lines say nothing about replies. How far it has
 * come may be left out.
 */
export function contextTerms(turns: readonly Turn[], { howFar = true } = {}): Terms {
  const terms: Terms = new Map();
  const said = turns.filter(({ by, text }) => by !== 'system' && text.trim() !== '');
  for (let back = 0; back < CONTEXT_WEIGHTS.length && back < said.length; back++) {
    const turn = said[said.length - 1 - back];
    if (!turn) continue;
    const place = back === 0 ? NOW : EARLIER;
    const weight = CONTEXT_WEIGHTS[back] ?? 0;
    for (const where of [place, ANYWHERE]) addTerms(terms, turn.text, where, weight, { longest: LONGEST });
    for (const { name } of conceptsOf(foldText(turn.text))) {
      const key = hashOf(name, CONCEPT + place);
      terms.set(key, (terms.get(key) ?? 0) + CONCEPT_WEIGHT * weight);
    }
  }
  if (howFar && terms.size > 0) terms.set(hashOf(`${Math.min(FAR, said.length)}`, HOW_FAR), HOW_FAR_WEIGHT);
  return terms;
}

/** The buyer's last words in a row, newest last, at most three: what a reply answers. */
export function askedOf(turns: readonly Turn[]): string[] {
  const asked: string[] = [];
  for (let i = turns.length - 1; i >= 0 && asked.length < 3; i--) {
    const turn = turns[i];
    if (!turn || turn.by === 'agent' || turn.by === 'robot') break;
    if (turn.by === 'system' || turn.text.trim() === '') continue;
    asked.unshift(turn.text);
    if (turn.by === 'unknown' && asked.length === 2) break;
  }
  return asked;
}
