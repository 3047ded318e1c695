import type { Pack } from '../pack.ts';
import { type CaseClass, CLASSES, leavesOf } from '../pack-sections.ts';
import { type Lesson, Linear, type Row, shuffled, Vocabulary } from '../suggest/linear.ts';
import type { Turn } from '../suggest/suggestion.ts';
import { type Alone, type ClassExamples, Features } from './features.ts';
import { NAMES_NO_CASE } from './none.ts';

export type { ClassExamples } from './features.ts';

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
const ROUNDS = 8;
const RATE = 0.12;
const SHRINK = 1e-4;
/** Messages by themselves are few features: fewer, longer steps. */
const ALONE_ROUNDS = 6;
const ALONE_RATE = 0.2;
/** What each part of the confirmed cases has in its past is judged by a model that has not seen that part. */
const PARTS = 3;
/** How much the model of naming at all says about it, beside the one of everything. */
const WHETHER = 0.7;
/** A sure class makes up for doubt whether there is one. */
const SURENESS = 1.5;
/** How many times likelier than no class the best one must be to be said. Chosen on folds 1 to 4 of the bench. */
const LEAST_SHIPPED = 0.75;
const LEAST = 0.29;
/** Lessons after which training may be interrupted: some milliseconds. */
const SLICE = 200;

/**
 * Tells what a conversation is about, from examples in packs and from what agents confirmed here. Three models vote:
 * which class, whether any, and both in one; apart they err differently. Before them a fourth judges single messages,
 * so that the others know what the talk was about.
 */
export class Classifier {
  readonly #features: Features;
  readonly #aloneWords = new Vocabulary();
  readonly #words = new Vocabulary();
  readonly #which = new Linear(NONE);
  readonly #whether = new Linear(2);
  readonly #both = new Linear(NONE + 1);
  readonly #least: number;
  #alone: Alone = () => [];

  private constructor(classes: readonly ClassExamples[], least: number) {
    this.#features = new Features(classes);
    this.#least = least;
  }

  /** Trains in one go: a second for a thousand confirmed cases. */
  static of(classes: readonly ClassExamples[], confirmed: readonly Confirmed[] = []): Classifier {
    const made = new Classifier(classes, confirmed.length > 0 ? LEAST : LEAST_SHIPPED);
    for (const _ of made.#training(classes, confirmed));
    return made;
  }

  /** The same in slices of some milliseconds, `pause` between them, for whoever has other work as well. */
  static async inSlices(
    classes: readonly ClassExamples[],
    confirmed: readonly Confirmed[],
    pause: () => Promise<void>,
  ): Promise<Classifier> {
    const made = new Classifier(classes, confirmed.length > 0 ? LEAST : LEAST_SHIPPED);
    for (const _ of made.#training(classes, confirmed)) await pause();
    return made;
  }

  /** What the last buyer message is about, or null where it names nothing. */
  classify(turns: readonly Turn[]): Classified {
    const row = this.#words.row(this.#features.inside(turns, this.#alone), { meeting: false });
    const which = this.#which.chances(row);
    const both = this.#both.chances(row);
    const unnamed = both[NONE] ?? 0;
    const named = WHETHER * (this.#whether.chances(row)[NAMED] ?? 0) + (1 - WHETHER) * (1 - unnamed);
    let best = -1;
    let chance = 0;
    for (const [label, alone] of which.entries()) {
      const each = (alone + (both[label] ?? 0) / Math.max(1e-9, 1 - unnamed)) / 2;
      if (each > chance) [best, chance] = [label, each];
    }
    const said = named * chance ** SURENESS > this.#least * (1 - named);
    const category = said ? (CLASSES[best] ?? null) : null;
    return { category, confidence: category === null ? 1 - named : named * chance };
  }

  *#training(classes: readonly ClassExamples[], confirmed: readonly Confirmed[]): Generator<void> {
    const lineOf = (text: string, category: CaseClass | null): Confirmed => ({
      category,
      conversation: [{ by: 'buyer', text }],
    });
    const examples = classes.flatMap((one) => one.examples.map((text) => lineOf(text, one.class)));
    // More lines without a case than with one, and a small pack would never speak.
    const others = NAMES_NO_CASE.slice(0, examples.length);
    const lines = [...examples, ...others.map((text) => lineOf(text, null))];
    const partOf = (at: number): number => Math.floor((at * PARTS) / confirmed.length);
    const alone = [];
    for (let part = 0; part < (confirmed.length > 0 ? PARTS : 0); part++) {
      const rest = confirmed.filter((_, at) => partOf(at) !== part);
      alone.push(yield* this.#trainedAlone([...lines, ...rest]));
    }
    this.#alone = yield* this.#trainedAlone([...lines, ...confirmed]);

    const lessons: Lesson[] = [];
    for (const [at, { conversation, category }] of [...lines, ...confirmed].entries()) {
      if (at % SLICE === 0) yield;
      const judge = alone[partOf(at - lines.length)] ?? this.#alone;
      const row = this.#words.row(this.#features.inside(conversation, judge), { meeting: true });
      lessons.push({ row, label: labelOf(category) });
    }
    yield* taught(lessons, ROUNDS, (lesson) => {
      const { row, label } = lesson;
      if (label !== NONE) this.#which.learn(lesson, RATE, SHRINK);
      this.#whether.learn({ row, label: label === NONE ? 0 : NAMED }, RATE, SHRINK);
      this.#both.learn(lesson, RATE, SHRINK);
    });
  }

  /** A model of single messages: of each conversation the last one. */
  *#trainedAlone(cases: readonly Confirmed[]): Generator<void, Alone> {
    const model = new Linear(NONE + 1);
    const rowOf = (text: string, meeting: boolean): Row =>
      this.#aloneWords.row(this.#features.alone(text), { meeting });
    const lessons = cases.flatMap(({ conversation, category }): Lesson[] => {
      const last = conversation.findLast(({ by }) => by !== 'agent');
      return last ? [{ row: rowOf(last.text, true), label: labelOf(category) }] : [];
    });
    yield* taught(lessons, ALONE_ROUNDS, (lesson) => model.learn(lesson, ALONE_RATE, SHRINK));
    const known = new Map<string, Float64Array>();
    return (text) => {
      const chances = known.get(text) ?? model.chances(rowOf(text, false)).slice();
      if (known.size < REMEMBERED) known.set(text, chances);
      return chances;
    };
  }
}

/** Texts whose judgement is remembered while training asks for it again. */
const REMEMBERED = 4000;

const labelOf = (category: CaseClass | null): number =>
  category === null ? NONE : CLASSES.indexOf(category);

/** Goes through the lessons so many times, each time in another order. */
function* taught(
  lessons: readonly Lesson[],
  rounds: number,
  learn: (lesson: Lesson) => void,
): Generator<void> {
  for (let round = 0; round < rounds; round++)
    for (const [done, at] of shuffled(lessons.length, round).entries()) {
      const lesson = lessons[at];
      if (lesson) learn(lesson);
      if (done % SLICE === 0) yield;
    }
}
