import { type CaseClass, CLASSES } from '../pack-sections.ts';
import { conceptsOf } from '../suggest/concepts.ts';
import type { Turn } from '../suggest/suggestion.ts';
import { addTerms, foldText, hashOf, mixTerms, type Terms } from '../suggest/terms.ts';

/** What a class sounds like: examples of its buyers' lines; one of up to four characters speaks wherever it stands. */
export interface ClassExamples {
  readonly class: CaseClass;
  readonly examples: readonly string[];
}

/** How likely each class is for a message taken by itself, the last number that it names none. */
export type Alone = (text: string) => ArrayLike<number>;

/** Characters up to which an example is a word. */
const SHORT = 4;
/** How much the buyer's messages before the one to judge tell, the nearest first, and what we said, the last first. */
const EARLIER = [0.3, 0.12];
const ANSWERED = [0.2, 0.1, 0.05];
const CONCEPT = 3;
/** Each place in the conversation has features of its own. */
const SALT = { now: 0, earlier: 1, answered: 2, said: 9, alone: 11, before: 12 } as const;
const ALWAYS = 1;
const ALWAYS_WEIGHT = 0.3;
/** A word of a class in the last message and in the ones before it; in all of the past; in all of our answers. */
const HIT = 0.6;
const EARLIER_HITS = [1, 0.4, 0.2];
const PAST_HIT = 0.5;
const ANSWER_HIT = 0.4;
const FADES = 0.8;
/** What earlier messages are about by themselves, fading faster. */
const ALONE = 0.8;
const ALONE_FADES = 0.75;
const REACH = 10;
/** How long it is, whether it asks, whether it answers us. */
const SHAPE = 0.3;
const LONGEST = 7;
const ASKS = /[?？]|吗|呢/u;
const WE_ASK = /[?？吗么]/u;
/** Order numbers and goods ids say that there is one, not which. */
const LONG_NUMBER = /\d{6,}/gu;
/** Messages whose features are remembered: a conversation's are asked for again with each new one. */
const REMEMBERED = 4000;

/** The buyer's messages in order; where nobody knows who wrote what, all of them. */
const askedIn = (turns: readonly Turn[]): string[] =>
  turns.filter(({ by }) => by === 'buyer' || by === 'unknown').map(({ text }) => text);

/** Turns a conversation into what the models judge it by. */
export class Features {
  readonly #words: readonly (readonly [word: string, label: number])[];
  readonly #hits = new Map<string, Float64Array>();

  constructor(classes: readonly ClassExamples[]) {
    this.#words = classes.flatMap(({ class: name, examples }) =>
      examples
        .filter((example) => [...example].length <= SHORT)
        .map((word) => [foldText(word), CLASSES.indexOf(name)] as const),
    );
  }

  /** A message by itself. */
  alone(text: string): Terms {
    const features: Terms = new Map([[ALWAYS, ALWAYS_WEIGHT]]);
    mixTerms(features, wordsOf(text, SALT.now), 1);
    this.#addHits(features, text, 0, HIT);
    return features;
  }

  /** The last buyer message in its conversation. */
  inside(turns: readonly Turn[], alone: Alone): Terms {
    const asked = askedIn(turns).reverse();
    const answers = turns.flatMap(({ by, text }) => (by === 'agent' ? [text] : [])).reverse();
    const features = this.alone(asked[0] ?? '');
    const past = asked.slice(1, REACH + 1);
    for (const [back, weight] of EARLIER.entries())
      mixTerms(features, wordsOf(past[back] ?? '', SALT.earlier), weight);
    for (const [back, weight] of ANSWERED.entries())
      mixTerms(features, wordsOf(answers[back] ?? '', SALT.answered), weight);
    for (const [back, share] of EARLIER_HITS.entries())
      if (back > 0) this.#addHits(features, asked[back] ?? '', back, HIT * share);
    this.#addSum(features, 'past', past, PAST_HIT);
    this.#addSum(features, 'answers', answers.slice(0, REACH), ANSWER_HIT);
    addAlone(features, past, alone);
    addShape(features, turns, asked);
    return features;
  }

  /** How many words of each class a text has. */
  #hitsIn(text: string): Float64Array {
    const known = this.#hits.get(text);
    if (known) return known;
    const hits = new Float64Array(CLASSES.length);
    const folded = foldText(text);
    for (const [word, label] of this.#words) if (folded.includes(word)) hits[label] = (hits[label] ?? 0) + 1;
    if (this.#hits.size >= REMEMBERED) this.#hits.clear();
    this.#hits.set(text, hits);
    return hits;
  }

  #addHits(features: Terms, text: string, back: number, weight: number): void {
    for (const [label, count] of this.#hitsIn(text).entries())
      if (count > 0) features.set(hashOf(`word ${label}`, back), weight * count);
  }

  /** Words of each class in several messages, the nearest first. */
  #addSum(features: Terms, name: string, texts: readonly string[], weight: number): void {
    const sums = new Float64Array(CLASSES.length);
    for (const [back, text] of texts.entries())
      for (const [label, count] of this.#hitsIn(text).entries())
        sums[label] = (sums[label] ?? 0) + count * FADES ** back;
    for (const [label, sum] of sums.entries())
      if (sum > 0) features.set(hashOf(`${name} ${label}`, SALT.said), weight * Math.log1p(sum));
  }
}

/** One message: its letters and what it means in the trade, with length one. */
function wordsOf(text: string, salt: number): Terms {
  const terms: Terms = new Map();
  const plain = text.replace(LONG_NUMBER, ' 号码 ');
  addTerms(terms, plain, salt, 1, { frame: true });
  for (const { name } of conceptsOf(foldText(plain))) {
    const key = hashOf(name, 0x71 + salt);
    terms.set(key, (terms.get(key) ?? 0) + CONCEPT);
  }
  let sum = 0;
  for (const weight of terms.values()) sum += weight;
  for (const [term, weight] of terms) terms.set(term, Math.sqrt(weight / sum));
  return terms;
}

/** What the messages before were about, each by itself: a talk stays with its matter. */
function addAlone(features: Terms, past: readonly string[], alone: Alone): void {
  if (past.length === 0) return;
  const sums = new Float64Array(CLASSES.length);
  for (const [back, text] of past.entries()) {
    const chances = alone(text);
    for (let label = 0; label < CLASSES.length; label++)
      sums[label] = (sums[label] ?? 0) + (chances[label] ?? 0) * ALONE_FADES ** (back + 1);
    if (back > 0) continue;
    for (let label = 0; label <= CLASSES.length; label++)
      features.set(hashOf(`before ${label}`, SALT.before), ALONE * (chances[label] ?? 0));
  }
  for (const [label, sum] of sums.entries())
    features.set(hashOf(`alone ${label}`, SALT.alone), ALONE * Math.sqrt(sum));
}

/** How it is said, whatever it is about. */
function addShape(features: Terms, turns: readonly Turn[], asked: readonly string[]): void {
  const [text = ''] = asked;
  const before = turns[turns.length - 2];
  const note = (name: string) => features.set(hashOf(name, SALT.said), SHAPE);
  note(`long ${Math.min(LONGEST, Math.floor(Math.log2(text.length + 1)))}`);
  note(`nth ${Math.min(4, asked.length)}`);
  if (ASKS.test(text)) note('asks');
  if (before?.by !== 'agent') return;
  note('answers');
  if (WE_ASK.test(before.text)) note('asked');
}
