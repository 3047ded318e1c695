import type { Terms } from './terms.ts';

/** Features of one text as a model keeps them: the place of each and how much of it there is. */
export interface Row {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

/** One thing to learn from: features and the number of its class. */
export interface Lesson {
  readonly row: Row;
  readonly label: number;
}

const EDGE = 1e-6;
/** A class this unlikely has nothing to unlearn. */
const HARDLY = 1e-3;

/** Gives every feature that was met in training a place of its own; others are passed over. */
export class Vocabulary {
  readonly #places = new Map<number, number>();

  /** `terms` have places from the beginning. */
  constructor(terms: Iterable<number> = []) {
    for (const term of terms) this.#places.set(term, this.#places.size);
  }

  get size(): number {
    return this.#places.size;
  }

  /** What has a place, by place. */
  terms(): Iterable<number> {
    return this.#places.keys();
  }

  /** `meeting`: features that are new get a place. */
  row(features: Terms, { meeting }: { readonly meeting: boolean }): Row {
    const places: number[] = [];
    const values: number[] = [];
    for (const [term, value] of features) {
      const known = this.#places.get(term);
      if (known === undefined && !meeting) continue;
      const place = known ?? this.#places.size;
      if (known === undefined) this.#places.set(term, place);
      places.push(place);
      values.push(value);
    }
    return { places: Int32Array.from(places), values: Float32Array.from(values) };
  }
}

/**
 * Softmax regression by AdaGrad: learns a few thousand short texts in a second or two, and one more in well under a
 * millisecond. Grows with the places it meets.
 */
export class Linear {
  #weights: Float32Array;
  #slopes = new Float32Array(0);
  readonly #scores: Float64Array;

  /** `weights`: of a model that was trained before. */
  constructor(
    readonly classes: number,
    weights = new Float32Array(0),
  ) {
    this.#weights = weights;
    this.#scores = new Float64Array(classes);
  }

  /** The weights of the first so many places, place after place. */
  weightsOf(places: number): Float32Array {
    this.#reach(places * this.classes);
    return this.#weights.subarray(0, places * this.classes);
  }

  /** How likely each class is, together one. Valid until the next call. */
  chances({ places, values }: Row): Float64Array {
    const scores = this.#scores.fill(0);
    for (let i = 0; i < places.length; i++) {
      const at = (places[i] ?? 0) * this.classes;
      const value = values[i] ?? 0;
      for (let each = 0; each < this.classes; each++)
        scores[each] = (scores[each] ?? 0) + value * (this.#weights[at + each] ?? 0);
    }
    const most = Math.max(...scores);
    let sum = 0;
    for (let each = 0; each < this.classes; each++) {
      scores[each] = Math.exp((scores[each] ?? 0) - most);
      sum += scores[each] ?? 0;
    }
    for (let each = 0; each < this.classes; each++) scores[each] = (scores[each] ?? 0) / sum;
    return scores;
  }

  /** One step towards the right class. `shrink` pulls the weights that it touches to nothing. */
  learn({ row, label }: Lesson, rate: number, shrink: number): void {
    const chances = this.chances(row);
    for (let i = 0; i < row.places.length; i++) {
      const at = (row.places[i] ?? 0) * this.classes;
      const value = row.values[i] ?? 0;
      this.#reach(at + this.classes);
      for (let each = 0; each < this.classes; each++) {
        if (each !== label && (chances[each] ?? 0) < HARDLY) continue;
        const place = at + each;
        const now = this.#weights[place] ?? 0;
        const slope = ((chances[each] ?? 0) - (each === label ? 1 : 0)) * value + shrink * now;
        this.#slopes[place] = (this.#slopes[place] ?? 0) + slope * slope;
        this.#weights[place] = now - (rate * slope) / Math.sqrt((this.#slopes[place] ?? 0) + EDGE);
      }
    }
  }

  #reach(size: number): void {
    if (size <= this.#slopes.length) return;
    const [weights, slopes] = [this.#weights, this.#slopes];
    const room = Math.max(1024, size * 2);
    this.#weights = new Float32Array(room);
    this.#weights.set(weights);
    this.#slopes = new Float32Array(room);
    this.#slopes.set(slopes);
  }
}

/** Numbers below `count` in an order that looks random and is always the same for the same `seed`. */
export function shuffled(count: number, seed: number): number[] {
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
