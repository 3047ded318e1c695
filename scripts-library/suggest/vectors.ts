import type { Terms } from './terms.ts';

/** Where a term occurs: vectors in rising order, its summed weight in each, and in how many single texts. */
interface Posting {
  vectors: Int32Array;
  weights: Float32Array;
  length: number;
  texts: number;
}

/** Everything that {@link Vectors} holds, flat, as it is kept between two lives of the background. */
export interface VectorsSnapshot {
  /** The terms in rising order. */
  readonly terms: Int32Array;
  /** Where each term's postings begin, and one end more. */
  readonly starts: Int32Array;
  /** For each term: in how many texts it occurs. */
  readonly texts: Int32Array;
  /** The postings of all terms, one after the other. */
  readonly vectors: Int32Array;
  readonly weights: Float32Array;
  /** For each vector: how many texts it sums up, and its squared length. */
  readonly textsIn: Int32Array;
  readonly squares: Float64Array;
  readonly total: number;
  /** How many texts there were when the squares were last measured as a whole. */
  readonly measuredAt: number;
}

/** Postings that one question looks at, rare terms first: what comes after is in nearly every vector. */
const LOOKED_AT = 40_000;
/** And so many more for each vector. */
const LOOKED_AT_EACH = 8;

/**
 * Sparse vectors that grow: each is a sum of texts, compared by cosine with inverse document frequency. Adding a
 * text touches only its own terms, so the store can learn while it is asked.
 */
export class Vectors {
  readonly #postings = new Map<number, Posting>();
  /** Postings of an earlier life, each unpacked when its term is first asked for: most never are. */
  #packed: VectorsSnapshot | null = null;
  #textsIn: Int32Array = new Int32Array(64);
  /** Squared lengths with the idf of when they were measured. */
  #squares: Float64Array = new Float64Array(64);
  /** One over each length, as far as the squares were not changed since; 0 where they were. */
  #shares: Float32Array = new Float32Array(64);
  #scores: Float32Array = new Float32Array(64);
  #size = 0;
  #texts = 0;
  #used = 0;
  #once = 0;
  #measuredAt = 0;

  /** Vectors so far; they are numbered from 0. */
  get size(): number {
    return this.#size;
  }

  /** Vectors that sum up at least one text. */
  get used(): number {
    return this.#used;
  }

  /** Vectors of exactly one text. */
  get once(): number {
    return this.#once;
  }

  /** How many texts a vector sums up; 0 for one that was only reserved. */
  textsIn(vector: number): number {
    return this.#textsIn[vector] ?? 0;
  }

  /**
   * Adds a text, with length one whatever its size, to a vector; vectors up to that number come into being. `share`
   * below one makes it count less.
   */
  add(vector: number, terms: Terms, share = 1): void {
    this.#reach(vector + 1);
    this.#texts += 1;
    this.#countIn(vector, this.textsIn(vector) + 1);
    const scale = share / this.#lengthOf(terms);
    for (const [term, weight] of terms) {
      const posting = this.#postingOf(term);
      posting.texts += 1;
      const place = placeOf(posting, vector);
      if (posting.vectors[place] !== vector || place === posting.length) insert(posting, place, vector);
      this.#raise(vector, posting, place, Math.sqrt(weight) * scale);
    }
    // Idf drifts slowly as texts come in; every half as many again, all lengths are measured anew.
    if (this.#measuredAt > 0 && this.#texts >= this.#measuredAt * 1.5) this.#measure();
  }

  /** Moves a vector towards a text (`by` > 0) or away from it, without counting the text as one of its own. */
  nudge(vector: number, terms: Terms, by: number): void {
    const scale = by / this.#lengthOf(terms);
    for (const [term, weight] of terms) {
      const posting = this.#find(term);
      if (!posting) continue;
      const place = placeOf(posting, vector);
      if (place < posting.length && posting.vectors[place] === vector)
        this.#raise(vector, posting, place, Math.sqrt(weight) * scale);
    }
  }

  /** Length of a vector: about 1 for one text, more the more its texts agree. */
  lengthOf(vector: number): number {
    if (this.#measuredAt === 0) this.#measure();
    return Math.sqrt(this.#squares[vector] ?? 0) || 1;
  }

  /** Cosine of the terms with every vector, 0 to 1. The array is valid until the next call. */
  score(terms: Terms): Float32Array {
    if (this.#measuredAt === 0) this.#measure();
    const scores = this.#scores.subarray(0, this.#size).fill(0);
    let square = 0;
    const found: { readonly posting: Posting; readonly value: number }[] = [];
    for (const [term, weight] of terms) {
      const posting = this.#find(term);
      const rarity = this.#rarityOf(posting) ** 2;
      square += weight * rarity;
      if (posting) found.push({ posting, value: Math.sqrt(weight) * rarity });
    }
    const share = 1 / (Math.sqrt(square) || 1);
    found.sort((a, b) => a.posting.length - b.posting.length);
    const most = LOOKED_AT + LOOKED_AT_EACH * this.#size;
    let looked = 0;
    for (const { posting, value } of found) {
      looked += posting.length;
      if (looked > most) break;
      addTimes(scores, posting, value * share);
    }
    for (let vector = 0; vector < this.#size; vector++) {
      const score = scores[vector] ?? 0;
      if (score !== 0) scores[vector] = Math.max(0, score) * (this.#shares[vector] || this.#shareOf(vector));
    }
    return scores;
  }

  /** Rarer tells more: ln(1 + texts / texts with this term). */
  idf(term: number): number {
    return this.#rarityOf(this.#find(term));
  }

  snapshot(): VectorsSnapshot {
    if (this.#measuredAt === 0) this.#measure();
    this.#unpackAll();
    const postings = [...this.#postings].sort(([a], [b]) => a - b);
    const starts = new Int32Array(postings.length + 1);
    for (const [at, [, { length }]] of postings.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
    const total = starts[postings.length] ?? 0;
    const vectors = new Int32Array(total);
    const weights = new Float32Array(total);
    for (const [at, [, posting]] of postings.entries()) {
      vectors.set(posting.vectors.subarray(0, posting.length), starts[at]);
      weights.set(posting.weights.subarray(0, posting.length), starts[at]);
    }
    return {
      terms: Int32Array.from(postings, ([term]) => term),
      starts,
      texts: Int32Array.from(postings, ([, posting]) => posting.texts),
      vectors,
      weights,
      textsIn: this.#textsIn.slice(0, this.#size),
      squares: this.#squares.slice(0, this.#size),
      total: this.#texts,
      measuredAt: this.#measuredAt,
    };
  }

  /** Takes a snapshot over into an empty store; `moved` gives each vector its number here. */
  restore(kept: VectorsSnapshot, moved: (vector: number) => number = (vector) => vector): void {
    this.#texts = kept.total;
    this.#measuredAt = kept.measuredAt;
    const numbers = Int32Array.from(kept.textsIn, (_, vector) => moved(vector));
    for (const [vector, texts] of kept.textsIn.entries()) {
      const number = numbers[vector] ?? 0;
      this.#reach(number + 1);
      this.#countIn(number, texts);
      this.#squares[number] = kept.squares[vector] ?? 0;
    }
    const same = numbers.every((number, vector) => number === vector);
    const vectors = same ? kept.vectors : kept.vectors.map((vector) => numbers[vector] ?? 0);
    // Weights are added to in place, and the snapshot may be taken up again.
    this.#packed = { ...kept, vectors, weights: kept.weights.slice() };
    const inOrder = numbers.every((number, vector) => vector === 0 || number > (numbers[vector - 1] ?? 0));
    if (inOrder) return;
    this.#unpackAll();
    for (const [term, posting] of this.#postings) this.#postings.set(term, sorted(posting));
  }

  #reach(size: number): void {
    if (size <= this.#size) return;
    this.#size = size;
    if (size <= this.#scores.length) return;
    const room = size * 2;
    const [textsIn, squares, shares] = [this.#textsIn, this.#squares, this.#shares];
    this.#textsIn = new Int32Array(room);
    this.#textsIn.set(textsIn);
    this.#squares = new Float64Array(room);
    this.#squares.set(squares);
    this.#shares = new Float32Array(room);
    this.#shares.set(shares);
    this.#scores = new Float32Array(room);
  }

  #countIn(vector: number, texts: number): void {
    const before = this.textsIn(vector);
    this.#textsIn[vector] = texts;
    this.#used += Number(texts > 0) - Number(before > 0);
    this.#once += Number(texts === 1) - Number(before === 1);
  }

  #raise(vector: number, posting: Posting, place: number, by: number): void {
    const before = posting.weights[place] ?? 0;
    const after = before + by;
    posting.weights[place] = after;
    if (this.#measuredAt === 0) return;
    const rarity = this.#rarityOf(posting);
    this.#squares[vector] = (this.#squares[vector] ?? 0) + (after ** 2 - before ** 2) * rarity ** 2;
    this.#shares[vector] = 0;
  }

  #shareOf(vector: number): number {
    const share = 1 / this.lengthOf(vector);
    this.#shares[vector] = share;
    return share;
  }

  #rarityOf(posting: Posting | undefined): number {
    return Math.log(1 + this.#texts / (posting?.texts || 1));
  }

  #find(term: number): Posting | undefined {
    const known = this.#postings.get(term);
    if (known || this.#packed === null) return known;
    const at = placeIn(this.#packed.terms, term);
    return this.#packed.terms[at] === term ? this.#unpack(this.#packed, at) : undefined;
  }

  #unpack({ terms, starts, texts, vectors, weights }: VectorsSnapshot, at: number): Posting {
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    const posting = {
      // Views, which nothing writes past: a posting that grows is copied.
      vectors: vectors.subarray(from, to),
      weights: weights.subarray(from, to),
      length: to - from,
      texts: texts[at] ?? 0,
    };
    this.#postings.set(terms[at] ?? 0, posting);
    return posting;
  }

  #unpackAll(): void {
    const packed = this.#packed;
    this.#packed = null;
    if (packed)
      for (const [at, term] of packed.terms.entries())
        if (!this.#postings.has(term)) this.#unpack(packed, at);
  }

  #measure(): void {
    this.#measuredAt = Math.max(1, this.#texts);
    this.#unpackAll();
    const squares = this.#squares.fill(0);
    this.#shares.fill(0);
    for (const posting of this.#postings.values()) {
      const { vectors, weights, length } = posting;
      const square = this.#rarityOf(posting) ** 2;
      for (let i = 0; i < length; i++) {
        const vector = vectors[i] ?? 0;
        const weight = weights[i] ?? 0;
        squares[vector] = (squares[vector] ?? 0) + weight * weight * square;
      }
    }
  }

  #lengthOf(terms: Terms): number {
    let sum = 0;
    for (const [term, weight] of terms) sum += weight * this.idf(term) ** 2;
    return Math.sqrt(sum) || 1;
  }

  #postingOf(term: number): Posting {
    let posting = this.#find(term);
    if (!posting) {
      posting = { vectors: new Int32Array(2), weights: new Float32Array(2), length: 0, texts: 0 };
      this.#postings.set(term, posting);
    }
    return posting;
  }
}

/** Adds a posting, so many times, to the vectors' scores. */
function addTimes(scores: Float32Array, { vectors, weights, length }: Posting, value: number): void {
  for (let i = 0; i < length; i++) {
    const vector = vectors[i] ?? 0;
    scores[vector] = (scores[vector] ?? 0) + value * (weights[i] ?? 0);
  }
}

/** Where a number stands among rising ones, or would stand. */
function placeIn(numbers: Int32Array, wanted: number, length: number = numbers.length): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Where a vector stands in a posting, or would stand; the end first, since new vectors come last. */
function placeOf({ vectors, length }: Posting, vector: number): number {
  if (length === 0 || (vectors[length - 1] ?? 0) < vector) return length;
  return placeIn(vectors, vector, length - 1);
}

/** Makes room for a vector at its place in a posting, which doubles when full. */
function insert(posting: Posting, place: number, vector: number): void {
  if (posting.length === posting.vectors.length) {
    const vectors = new Int32Array(posting.length * 2 + 2);
    const weights = new Float32Array(posting.length * 2 + 2);
    vectors.set(posting.vectors);
    weights.set(posting.weights);
    posting.vectors = vectors;
    posting.weights = weights;
  }
  if (place < posting.length) {
    posting.vectors.copyWithin(place + 1, place, posting.length);
    posting.weights.copyWithin(place + 1, place, posting.length);
  }
  posting.vectors[place] = vector;
  posting.weights[place] = 0;
  posting.length += 1;
}

/** The posting with its vectors in rising order. */
function sorted({ vectors, weights, length, texts }: Posting): Posting {
  const order = Array.from(vectors.keys()).sort((a, b) => (vectors[a] ?? 0) - (vectors[b] ?? 0));
  return {
    vectors: Int32Array.from(order, (at) => vectors[at] ?? 0),
    weights: Float32Array.from(order, (at) => weights[at] ?? 0),
    length,
    texts,
  };
}
