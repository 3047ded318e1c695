import { gramsOf, type Terms } from './terms.ts';

/** The texts of one script that its words are looked for in, each with the weight of a hit there. */
export type Fields = readonly (readonly [text: string, weight: number])[];

const TITLE = 2;
const BODY = 1;
/** BM25's saturation and length correction. */
const K1 = 1.2;
const B = 0.5;

/** A script's title tells more than its body, and a short field more than a long one. */
export const scriptFields = (title: string, body: string): Fields => [
  [title, TITLE],
  [body, BODY],
];

/** In how many texts each term occurs: what is everywhere tells nothing. Shared by indexes that speak alike. */
export class Commonness {
  readonly #frequency = new Map<number, number>();
  #texts = 0;

  /** Counts one text, given by its terms. */
  add(terms: Iterable<number>): void {
    this.#texts += 1;
    for (const term of terms) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
  }

  idf(term: number): number {
    return Math.log(1 + (this.#texts + 1) / ((this.#frequency.get(term) ?? 0) + 0.5));
  }
}

/**
 * BM25 over character bigrams and single characters of several fields: impacts are worked out once and lie in
 * typed arrays, so that a query is one pass over the postings of its terms.
 */
export class WordIndex {
  readonly #postings = new Map<number, { readonly scripts: Int32Array; readonly impacts: Float32Array }>();
  readonly #common: Commonness;
  readonly #scores: Float32Array;

  constructor(scripts: readonly Fields[], common: Commonness) {
    this.#common = common;
    this.#scores = new Float32Array(scripts.length);
    const rows = new Map<number, [scripts: number[], impacts: number[]]>();
    const grams = scripts.map((fields) => fields.map(([text]) => gramsOf(text)));
    const lengths = grams.map((fields) => fields.map(sizeOf));
    const means = (scripts[0] ?? []).map((_, field) => mean(lengths.map((each) => each[field] ?? 0)));
    for (const [script, fields] of scripts.entries()) {
      for (const [field, [, weight]] of fields.entries()) {
        const norm = K1 * (1 - B + (B * (lengths[script]?.[field] ?? 0)) / (means[field] || 1));
        for (const [term, count] of grams[script]?.[field] ?? []) {
          const [list, impacts] = rows.get(term) ?? rows.set(term, [[], []]).get(term) ?? [[], []];
          if (list[list.length - 1] !== script) impacts[list.push(script) - 1] = 0;
          impacts[list.length - 1] =
            (impacts[list.length - 1] ?? 0) + (weight * count * (K1 + 1)) / (count + norm);
        }
      }
    }
    for (const [term, [list, impacts]] of rows) {
      this.#postings.set(term, { scripts: Int32Array.from(list), impacts: Float32Array.from(impacts) });
    }
  }

  /** Share of the query's weight that each script covers: about 0 to 1 a field weight. Valid until the next call. */
  score(query: Terms): Float32Array {
    const scores = this.#scores.fill(0);
    let total = 0;
    for (const [term, weight] of query) total += weight * this.#common.idf(term);
    for (const [term, weight] of query) {
      const posting = this.#postings.get(term);
      if (!posting) continue;
      const value = (weight * this.#common.idf(term)) / total;
      const { scripts, impacts } = posting;
      for (let i = 0; i < scripts.length; i++) {
        const script = scripts[i] ?? 0;
        scores[script] = (scores[script] ?? 0) + value * (impacts[i] ?? 0);
      }
    }
    return scores;
  }
}

function sizeOf(terms: Terms): number {
  let size = 0;
  for (const count of terms.values()) size += count;
  return size;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
