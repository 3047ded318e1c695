import type { Terms } from './terms.ts';

/** Where a term occurs: vectors, its summed weight in each, and in how many single texts. */
interface Posting {
  vectors: Int32Array;
  weights: Float32Array;
  length: number;
  texts: number;
}

interface Summed {
  /** Term → its place in that term's posting. */
  readonly places: Map<number, number>;
  texts: number;
  /** Length with today's idf, or null when it must be measured again. */
  norm: number | null;
}

/**
 * Sparse vectors that grow: each is a sum of texts, compared by cosine with inverse document frequency. Adding a
 * text touches only its own terms, so the store can learn while it is asked.
 */
export class Vectors {
  readonly #postings = new Map<number, Posting>();
  readonly #vectors: Summed[] = [];
  #texts = 0;
  #measuredAt = 0;
  #scores = new Float32Array(64);

  /** Vectors so far; they are numbered from 0. */
  get size(): number {
    return this.#vectors.length;
  }

  /** How many texts a vector sums up; 0 for one that was only reserved. */
  textsIn(vector: number): number {
    return this.#vectors[vector]?.texts ?? 0;
  }

  /** Adds a text, with length one whatever its size, to a vector; vectors up to that number come into being. */
  add(vector: number, terms: Terms): void {
    while (this.#vectors.length <= vector) this.#vectors.push({ places: new Map(), texts: 0, norm: null });
    const summed = this.#vectors[vector];
    if (!summed) return;
    this.#texts += 1;
    summed.texts += 1;
    summed.norm = null;
    const scale = 1 / this.#lengthOf(terms);
    for (const [term, weight] of terms) {
      const posting = this.#postingOf(term);
      posting.texts += 1;
      let place = summed.places.get(term);
      if (place === undefined) {
        place = append(posting, vector);
        summed.places.set(term, place);
      }
      posting.weights[place] = (posting.weights[place] ?? 0) + Math.sqrt(weight) * scale;
    }
    this.#forgetLengths();
  }

  /** Moves a vector towards a text (`by` > 0) or away from it, without counting the text as one of its own. */
  nudge(vector: number, terms: Terms, by: number): void {
    const summed = this.#vectors[vector];
    if (!summed) return;
    summed.norm = null;
    const scale = by / this.#lengthOf(terms);
    for (const [term, weight] of terms) {
      const place = summed.places.get(term);
      const posting = this.#postings.get(term);
      if (place === undefined || !posting) continue;
      posting.weights[place] = (posting.weights[place] ?? 0) + Math.sqrt(weight) * scale;
    }
  }

  /** Length of a vector: about 1 for one text, more the more its texts agree. */
  lengthOf(vector: number): number {
    return this.#normOf(vector);
  }

  /** Cosine of the terms with every vector, 0 to 1. The array is valid until the next call. */
  score(terms: Terms): Float32Array {
    if (this.#scores.length < this.size) this.#scores = new Float32Array(this.size * 2);
    const scores = this.#scores.fill(0);
    const length = this.#lengthOf(terms);
    for (const [term, weight] of terms) {
      const posting = this.#postings.get(term);
      if (!posting) continue;
      const { vectors, weights, length: count } = posting;
      const value = (Math.sqrt(weight) * this.idf(term) ** 2) / length;
      for (let i = 0; i < count; i++) {
        const vector = vectors[i] ?? 0;
        scores[vector] = (scores[vector] ?? 0) + value * (weights[i] ?? 0);
      }
    }
    for (let vector = 0; vector < this.size; vector++) {
      const score = scores[vector] ?? 0;
      if (score > 0) scores[vector] = score / this.#normOf(vector);
    }
    return scores.subarray(0, this.size);
  }

  /** The terms of a vector with their summed weights. */
  *termsOf(vector: number): Generator<readonly [term: number, weight: number]> {
    for (const [term, place] of this.#vectors[vector]?.places ?? []) {
      yield [term, this.#postings.get(term)?.weights[place] ?? 0];
    }
  }

  /** Rarer tells more: ln(1 + texts / texts with this term). */
  idf(term: number): number {
    return Math.log(1 + this.#texts / (this.#postings.get(term)?.texts || 1));
  }

  #lengthOf(terms: Terms): number {
    let sum = 0;
    for (const [term, weight] of terms) sum += weight * this.idf(term) ** 2;
    return Math.sqrt(sum) || 1;
  }

  #normOf(vector: number): number {
    const summed = this.#vectors[vector];
    if (!summed) return 1;
    if (summed.norm !== null) return summed.norm;
    let sum = 0;
    for (const [term, weight] of this.termsOf(vector)) sum += (weight * this.idf(term)) ** 2;
    summed.norm = Math.sqrt(sum) || 1;
    return summed.norm;
  }

  /** Idf drifts slowly as texts come in; every half as many again, all lengths are measured anew. */
  #forgetLengths(): void {
    if (this.#texts < this.#measuredAt * 1.5) return;
    this.#measuredAt = this.#texts;
    for (const summed of this.#vectors) summed.norm = null;
  }

  #postingOf(term: number): Posting {
    let posting = this.#postings.get(term);
    if (!posting) {
      posting = { vectors: new Int32Array(2), weights: new Float32Array(2), length: 0, texts: 0 };
      this.#postings.set(term, posting);
    }
    return posting;
  }
}

/** Appends a vector to a posting that doubles when full, and answers its place. */
function append(posting: Posting, vector: number): number {
  if (posting.length === posting.vectors.length) {
    const vectors = new Int32Array(posting.length * 2);
    const weights = new Float32Array(posting.length * 2);
    vectors.set(posting.vectors);
    weights.set(posting.weights);
    posting.vectors = vectors;
    posting.weights = weights;
  }
  posting.vectors[posting.length] = vector;
  posting.length += 1;
  return posting.length - 1;
}
