import { gramsOf, type Terms } from './terms.ts';

/** Another text and how alike it is, up to 1. */
export interface Alike {
  readonly at: number;
  readonly share: number;
}

/** Texts less alike than this say different things. */
const LEAST = 0.4;
/** Nearly the same counts, somewhat alike hardly. */
const POWER = 4;

/** For each text those that say nearly the same, by the characters and pairs that they share. */
export function alikeAmong(texts: readonly string[]): Alike[][] {
  const terms = texts.map((text) => gramsOf(text));
  const holders = new Map<number, number>();
  for (const each of terms) for (const term of each.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const units = terms.map((each) =>
    unit(each, (term) => Math.log(1 + texts.length / (holders.get(term) ?? 1))),
  );
  const postings = new Map<number, { readonly at: number; readonly value: number }[]>();
  for (const [at, each] of units.entries())
    for (const [term, value] of each) {
      const posting = postings.get(term) ?? [];
      posting.push({ at, value });
      postings.set(term, posting);
    }
  return units.map((each, own) => {
    const cosines = new Float64Array(texts.length);
    for (const [term, value] of each)
      for (const other of postings.get(term) ?? [])
        cosines[other.at] = (cosines[other.at] ?? 0) + value * other.value;
    return Array.from(cosines, (cosine, at) => ({ at, cosine }))
      .filter(({ at, cosine }) => at !== own && cosine >= LEAST)
      .map(({ at, cosine }) => ({ at, share: Math.min(1, cosine) ** POWER }));
  });
}

function unit(terms: Terms, idf: (term: number) => number): Terms {
  const weighed: Terms = new Map();
  let sum = 0;
  for (const [term, count] of terms) {
    const value = (1 + Math.log(Math.max(1, count))) * idf(term);
    sum += value * value;
    weighed.set(term, value);
  }
  const length = Math.sqrt(sum) || 1;
  for (const [term, value] of weighed) weighed.set(term, value / length);
  return weighed;
}
