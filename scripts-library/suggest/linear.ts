import type { Terms } from './terms.ts';

/** One thing to learn from: features and the number of its class. */
export interface Lesson {
  readonly features: Terms;
  readonly label: number;
}

const EDGE = 1e-6;
/** A class this unlikely has nothing to unlearn. */
const HARDLY = 1e-3;
/** Spreads the features' hashes over the places. */
const SPREAD = 0x9e3779b1;

/**
 * Softmax regression over hashed features, by AdaGrad: learns a few thousand short texts in a second or two, and one
 * more in well under a millisecond.
 */
export class Linear {
  readonly #weights: Float32Array;
  readonly #slopes: Float32Array;
  readonly #scores: Float64Array;

  /** `bits`: features share places when there are more than 2 to this power. */
  constructor(
    readonly classes: number,
    readonly bits = 16,
  ) {
    this.#weights = new Float32Array(classes << bits);
    this.#slopes = new Float32Array(classes << bits);
    this.#scores = new Float64Array(classes);
  }

  /** How likely each class is, together one. Valid until the next call. */
  chances(features: Terms): Float64Array {
    const scores = this.#scores.fill(0);
    for (const [term, value] of features) {
      const at = this.#placeOf(term);
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
  learn({ features, label }: Lesson, rate: number, shrink: number): void {
    const chances = this.chances(features);
    for (const [term, value] of features) {
      const at = this.#placeOf(term);
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

  #placeOf(term: number): number {
    return (Math.imul(term, SPREAD) >>> (32 - this.bits)) * this.classes;
  }
}
