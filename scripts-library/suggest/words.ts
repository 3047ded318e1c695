import { addByGaps, isFrequent, packedNumbers } from './gaps.ts';
import { gramsOf, type Terms } from './terms.ts';

/** The texts of one script that its words are looked for in, each with the weight of a hit there. */
export type Fields = readonly (readonly [text: string, weight: number])[];

const TITLE = 2;
const BODY = 1;
/** BM25's saturation and length correction. */
const K1 = 1.2;
const B = 0.5;
/** Numbers of so many scripts need two bytes only. */
const MOST_SHORT = 0x10000;
/** The largest impact that a term can have in a field, and the steps up to it that are told apart. */
const MOST_IMPACT = TITLE * (K1 + 1);
const STEPS = 0xffff;
/** In a large library, where memory counts and length alone tells most impacts apart. */
const FEW_STEPS = 0xff;
/** In a larger library single characters are everywhere and tell nothing. */
export const FEW_SCRIPTS = 5000;
/** Postings that one question looks at, rare terms first: what comes after is in nearly every script. */
const LOOKED_AT = 40_000;
/** And half as many more as there are scripts. */
const LOOKED_AT_EACH = 0.5;

/** A script's title tells more than its body, and a short field more than a long one. */
export const scriptFields = (title: string, body: string): Fields => [
  [title, TITLE],
  [body, BODY],
];

/** A {@link Commonness} as it is kept between two lives of the background. */
export interface CommonSnapshot {
  readonly terms: Int32Array;
  readonly frequency: Int32Array;
  readonly texts: number;
}

/** The arrays of a {@link WordIndex}, as they are kept between two lives of the background. */
export interface WordsSnapshot {
  /** How many scripts there are. */
  readonly size: number;
  /** The terms in rising order, and the slot of each. */
  readonly terms: Int32Array;
  readonly slots: Uint32Array;
  /** Where each slot's postings begin, and one end more. */
  readonly starts: Uint32Array;
  /** Where each slot's scripts begin in `scripts`, or in `gaps` for the terms of many scripts. */
  readonly places: Uint32Array;
  readonly scripts: Uint16Array | Uint32Array;
  readonly gaps: Uint8Array;
  readonly impacts: Uint8Array | Uint16Array;
  /** The steps up to the largest impact that are told apart. */
  readonly steps: number;
}

/** In how many texts each term occurs: what is everywhere tells nothing. Shared by indexes that speak alike. */
export class Commonness {
  readonly #frequency = new Map<number, number>();
  #texts = 0;

  /** As it was kept by {@link snapshot}. */
  static of({ terms, frequency, texts }: CommonSnapshot): Commonness {
    const common = new Commonness();
    common.#texts = texts;
    for (const [at, term] of terms.entries()) common.#frequency.set(term, frequency[at] ?? 0);
    return common;
  }

  snapshot(): CommonSnapshot {
    return {
      terms: Int32Array.from(this.#frequency.keys()),
      frequency: Int32Array.from(this.#frequency.values()),
      texts: this.#texts,
    };
  }

  /** Counts one text, given by its terms. */
  add(terms: Iterable<number>): void {
    this.#texts += 1;
    for (const term of terms) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
  }

  /** Counts so many texts at once, given in how many of them each term occurs. */
  addAll(texts: number, frequency: Iterable<readonly [term: number, texts: number]>): void {
    this.#texts += texts;
    for (const [term, more] of frequency) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + more);
  }

  idf(term: number): number {
    return Math.log(1 + (this.#texts + 1) / ((this.#frequency.get(term) ?? 0) + 0.5));
  }
}

/**
 * BM25 over character bigrams and single characters of several fields: impacts are worked out once and lie in
 * typed arrays, term after term, so that a query is one pass over the postings of its terms.
 */
export class WordIndex {
  readonly #kept: WordsSnapshot;
  readonly #common: Commonness;
  readonly #scores: Float32Array;

  /** `kept`: made by {@link of} in this life or in an earlier one. */
  constructor(kept: WordsSnapshot, common: Commonness) {
    this.#kept = kept;
    this.#common = common;
    this.#scores = new Float32Array(kept.size);
  }

  /** Builds the index. `counting`: the scripts' terms are counted into `common` on the way. */
  static of(scripts: readonly Fields[], common: Commonness, { counting = false } = {}): WordIndex {
    const singles = scripts.length <= FEW_SCRIPTS;
    const found = new Entries();
    const slots = new Map<number, number>();
    const slotOf = (term: number): number => {
      const known = slots.get(term);
      if (known !== undefined) return known;
      slots.set(term, slots.size);
      return slots.size - 1;
    };
    const lengths = scripts.map((fields, script) => {
      const grams = fields.map(([text]) => gramsOf(text, singles));
      return grams.map((terms, field) => {
        let length = 0;
        for (const [term, count] of terms) {
          length += count;
          found.add(slotOf(term), script, field, count);
        }
        return length;
      });
    });
    const means = (scripts[0] ?? []).map((_, field) => mean(lengths.map((each) => each[field] ?? 0)));

    const terms = Int32Array.from(slots.keys()).sort();
    const slotsOf = Uint32Array.from(terms, (term) => slots.get(term) ?? 0);
    const starts = new Uint32Array(slots.size + 1);
    for (let i = 0; i < found.size; i++) {
      const after = (found.slots[i] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let slot = 0; slot < slots.size; slot++)
      starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
    const next = starts.slice();
    const numbers = scripts.length <= MOST_SHORT ? new Uint16Array(found.size) : new Uint32Array(found.size);
    const steps = singles ? STEPS : FEW_STEPS;
    const impacts = singles ? new Uint16Array(found.size) : new Uint8Array(found.size);
    for (let i = 0; i < found.size; i++) {
      const [slot, script, field] = [found.slots[i] ?? 0, found.scripts[i] ?? 0, found.fields[i] ?? 0];
      const count = found.counts[i] ?? 0;
      const norm = K1 * (1 - B + (B * (lengths[script]?.[field] ?? 0)) / (means[field] || 1));
      const impact = ((scripts[script]?.[field]?.[1] ?? 0) * count * (K1 + 1)) / (count + norm);
      const at = next[slot] ?? 0;
      next[slot] = at + 1;
      numbers[at] = script;
      impacts[at] = Math.round((Math.min(impact, MOST_IMPACT) / MOST_IMPACT) * steps);
    }
    if (counting)
      common.addAll(
        scripts.length,
        Array.from(slots, ([term, slot]) => [
          term,
          differentIn(numbers, starts[slot] ?? 0, starts[slot + 1] ?? 0),
        ]),
      );
    const { places, numbers: kept, gaps } = packedNumbers(numbers, starts, scripts.length);
    const size = scripts.length;
    return new WordIndex(
      { size, terms, slots: slotsOf, starts, places, scripts: kept, gaps, impacts, steps },
      common,
    );
  }

  snapshot(): WordsSnapshot {
    return this.#kept;
  }

  /** Share of the query's weight that each script covers: about 0 to 1 a field weight. Valid until the next call. */
  score(query: Terms): Float32Array {
    return this.scoreAll([[query, 1]]);
  }

  /** The scores of several queries, each times its part, in one pass. Valid until the next call. */
  scoreAll(queries: readonly (readonly [query: Terms, part: number])[]): Float32Array {
    const { starts, places, scripts, gaps, steps } = this.#kept;
    const values = new Map<number, number>();
    for (const [query, part] of queries) {
      const found: { readonly slot: number; readonly value: number }[] = [];
      let total = 0;
      for (const [term, weight] of query) {
        const value = weight * this.#common.idf(term);
        total += value;
        const slot = this.#slotOf(term);
        if (slot !== undefined) found.push({ slot, value });
      }
      const scale = (part * MOST_IMPACT) / steps / (total || 1);
      for (const { slot, value } of found) values.set(slot, (values.get(slot) ?? 0) + value * scale);
    }
    const known = Array.from(values, ([slot, each]) => {
      const from = starts[slot] ?? 0;
      return { slot, from, length: (starts[slot + 1] ?? 0) - from, each };
    }).sort((a, b) => a.length - b.length);
    const scores = this.#scores.fill(0);
    const most = LOOKED_AT + LOOKED_AT_EACH * scores.length;
    let looked = 0;
    for (const { slot, from, length, each } of known) {
      looked += length;
      if (looked > most) break;
      const impacts = this.#kept.impacts.subarray(from, from + length);
      const place = places[slot] ?? 0;
      if (isFrequent(length, scores.length)) addByGaps(scores, gaps, place, impacts, each);
      else addByNumbers(scores, scripts, place, impacts, each);
    }
    return scores;
  }

  #slotOf(term: number): number | undefined {
    const { terms, slots } = this.#kept;
    let from = 0;
    let to = terms.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((terms[middle] ?? 0) < term) from = middle + 1;
      else to = middle;
    }
    return terms[from] === term ? slots[from] : undefined;
  }
}

/** Adds impacts, so many times, to the scores of the scripts that are listed from a place on. */
function addByNumbers(
  scores: Float32Array,
  scripts: Uint16Array | Uint32Array,
  place: number,
  impacts: Uint8Array | Uint16Array,
  each: number,
): void {
  for (let i = 0; i < impacts.length; i++) {
    const script = scripts[place + i] ?? 0;
    scores[script] = (scores[script] ?? 0) + each * (impacts[i] ?? 0);
  }
}

/** How many different numbers stand between two places, equal ones side by side. */
function differentIn(numbers: Uint16Array | Uint32Array, from: number, to: number): number {
  let different = from < to ? 1 : 0;
  for (let i = from + 1; i < to; i++) if (numbers[i] !== numbers[i - 1]) different += 1;
  return different;
}

/** Columns that double when full. */
class Entries {
  slots = new Int32Array(1024);
  scripts = new Int32Array(1024);
  fields = new Uint8Array(1024);
  counts = new Float32Array(1024);
  size = 0;

  add(slot: number, script: number, field: number, count: number): void {
    if (this.size === this.slots.length) {
      this.slots = doubled(this.slots, new Int32Array(this.size * 2));
      this.scripts = doubled(this.scripts, new Int32Array(this.size * 2));
      this.fields = doubled(this.fields, new Uint8Array(this.size * 2));
      this.counts = doubled(this.counts, new Float32Array(this.size * 2));
    }
    this.slots[this.size] = slot;
    this.scripts[this.size] = script;
    this.fields[this.size] = field;
    this.counts[this.size] = count;
    this.size += 1;
  }
}

function doubled<T extends Int32Array | Uint8Array | Float32Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
