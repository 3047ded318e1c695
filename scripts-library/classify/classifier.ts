import type { Pack } from '../pack.ts';
import { type CaseClass, CLASSES, leavesOf } from '../pack-sections.ts';
import { type Lesson, Linear } from '../suggest/linear.ts';
import type { Turn } from '../suggest/suggestion.ts';
import { foldText, hashOf, type Terms } from '../suggest/terms.ts';
import { askedIn, featuresOf } from './features.ts';
import { NAMES_NO_CASE } from './none.ts';

/** What a class sounds like: examples of its buyers' lines; one of up to four characters speaks wherever it stands. */
export interface ClassExamples {
  readonly class: CaseClass;
  readonly examples: readonly string[];
}

/** A conversation that ends with a buyer's message, and what an agent confirmed that it is about. */
export interface Confirmed {
  readonly conversation: readonly Turn[];
  readonly category: CaseClass | null;
}

export interface Classified {
  readonly category: CaseClass | null;
  /** How sure, 0 to 1; of `null` that nothing is named. */
  readonly confidence: number;
}

/** The examples in a pack's 问题分类, leaf by leaf. */
export const classesOf = (pack: Pack): ClassExamples[] => leavesOf(pack.categories ?? []);

/** The label of a message that names no case. */
const NONE = CLASSES.length;
const NAMED = 1;
/** Characters up to which an example is a word. */
const SHORT = 4;
const ROUNDS = 8;
const RATE = 0.3;
const SHRINK = 1e-4;
/** A word of a class in the last message, and in the ones before it. */
const HIT = 0.6;
const EARLIER_HITS = [1, 0.4, 0.2];
/** Chance of the best class, times that of naming any, from which on it is said. */
const LEAST_SHIPPED = 0.24;
const LEAST = 0.215;

/**
 * Tells what a conversation is about, from examples in packs and from what agents confirmed here. Three models vote:
 * which class, whether any, and both in one; apart they err differently.
 */
export class Classifier {
  readonly #which = new Linear(NONE);
  readonly #whether = new Linear(2);
  readonly #both = new Linear(NONE + 1);
  readonly #words: readonly (readonly [word: string, label: number])[];
  #confirmed = 0;

  constructor(classes: readonly ClassExamples[], confirmed: readonly Confirmed[] = []) {
    this.#words = classes.flatMap(({ class: name, examples }) =>
      examples
        .filter((example) => [...example].length <= SHORT)
        .map((word) => [foldText(word), CLASSES.indexOf(name)] as const),
    );
    const lines = [
      ...classes.flatMap(({ class: category, examples }) => examples.map((text) => ({ category, text }))),
      ...NAMES_NO_CASE.map((text) => ({ category: null, text })),
    ];
    const lessons = [
      ...lines.map(({ category, text }) => this.#lesson([{ by: 'buyer', text }], category)),
      ...confirmed.map(({ conversation, category }) => this.#lesson(conversation, category)),
    ];
    this.#confirmed = confirmed.length;
    for (let round = 0; round < ROUNDS; round++)
      for (const at of shuffled(lessons.length, round)) {
        const lesson = lessons[at];
        if (lesson) this.#take(lesson);
      }
  }

  /** What the last buyer message is about, or null where it names nothing. */
  classify(turns: readonly Turn[]): Classified {
    const features = this.#features(turns);
    const which = this.#which.chances(features);
    const both = this.#both.chances(features);
    const unnamed = both[NONE] ?? 0;
    const named = ((this.#whether.chances(features)[NAMED] ?? 0) + 1 - unnamed) / 2;
    let best = -1;
    let chance = 0;
    for (const [label, alone] of which.entries()) {
      const each = (alone + (both[label] ?? 0) / Math.max(1e-9, 1 - unnamed)) / 2;
      if (each > chance) [best, chance] = [label, each];
    }
    const least = this.#confirmed > 0 ? LEAST : LEAST_SHIPPED;
    const category = named * chance > least ? (CLASSES[best] ?? null) : null;
    return { category, confidence: category === null ? 1 - named : named * chance };
  }

  /** Takes in one more confirmed case. */
  learn({ conversation, category }: Confirmed): void {
    this.#confirmed += 1;
    this.#take(this.#lesson(conversation, category));
  }

  #take({ features, label }: Lesson): void {
    if (label !== NONE) this.#which.learn({ features, label }, RATE, SHRINK);
    this.#whether.learn({ features, label: label === NONE ? 0 : NAMED }, RATE, SHRINK);
    this.#both.learn({ features, label }, RATE, SHRINK);
  }

  #lesson(turns: readonly Turn[], category: CaseClass | null): Lesson {
    const label = category === null ? NONE : CLASSES.indexOf(category);
    return { features: this.#features(turns), label };
  }

  #features(turns: readonly Turn[]): Terms {
    const features = featuresOf(turns);
    const asked = askedIn(turns);
    for (const [back, share] of EARLIER_HITS.entries()) {
      const text = foldText(asked[asked.length - 1 - back] ?? '');
      for (const [word, label] of this.#words) {
        if (!text.includes(word)) continue;
        const key = hashOf(`word ${label}`, back);
        features.set(key, (features.get(key) ?? 0) + HIT * share);
      }
    }
    return features;
  }
}

/** Numbers below `count` in an order that looks random and is always the same. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = seed + 1;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = state % (at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}
