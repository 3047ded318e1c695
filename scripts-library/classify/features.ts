import { conceptsOf } from '../suggest/concepts.ts';
import type { Turn } from '../suggest/suggestion.ts';
import { addTerms, foldText, hashOf, mixTerms, type Terms } from '../suggest/terms.ts';

/** How much the buyer messages before the one to judge tell, the nearest first, and what we said last. */
const EARLIER = [0.45, 0.2];
const ANSWERED = 0.3;
const CONCEPT = 3;
/** Each place in the conversation has features of its own. */
const SALT = { now: 0, earlier: 1, answered: 2 } as const;
const ALWAYS = 1;
const ALWAYS_WEIGHT = 0.3;
/** Order numbers and goods ids say that there is one, not which. */
const LONG_NUMBER = /\d{6,}/gu;

/** The buyer's messages in order; where nobody knows who wrote what, all of them. */
export const askedIn = (turns: readonly Turn[]): string[] =>
  turns.filter(({ by }) => by === 'buyer' || by === 'unknown').map(({ text }) => text);

/** One message: its letters and what it means in the trade, with length one. */
function wordsOf(text: string, salt: number): Terms {
  const terms: Terms = new Map();
  const plain = text.replace(LONG_NUMBER, ' 号码 ');
  addTerms(terms, plain, salt, 1, true);
  for (const { name } of conceptsOf(foldText(plain))) {
    const key = hashOf(name, 0x71 + salt);
    terms.set(key, (terms.get(key) ?? 0) + CONCEPT);
  }
  let sum = 0;
  for (const weight of terms.values()) sum += weight;
  return new Map([...terms].map(([term, weight]) => [term, Math.sqrt(weight / sum)]));
}

/** The features of the last buyer message in its conversation. */
export function featuresOf(turns: readonly Turn[]): Terms {
  const features: Terms = new Map([[ALWAYS, ALWAYS_WEIGHT]]);
  const asked = askedIn(turns);
  for (const [back, weight] of [1, ...EARLIER].entries()) {
    const text = asked[asked.length - 1 - back];
    if (text !== undefined) mixTerms(features, wordsOf(text, back === 0 ? SALT.now : SALT.earlier), weight);
  }
  const answer = turns.findLast(({ by }) => by === 'agent');
  if (answer) mixTerms(features, wordsOf(answer.text, SALT.answered), ANSWERED);
  return features;
}
