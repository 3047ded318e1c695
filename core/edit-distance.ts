/** A pattern is literal text with holes (slots): whatever stands in a hole costs nothing. */
export type Pattern = readonly (string | { readonly hole: true })[];

/** Longer texts are compared by their start only; no script is longer. */
const MAX_UNITS = 1000;

/**
 * How many code points were put in, taken out or exchanged (Levenshtein 1966) to make `text` from a script.
 * A hole of the pattern takes in any run of text, also none, for free.
 */
export function editDistance(pattern: Pattern, text: string): number {
  const written = [...text].slice(0, MAX_UNITS);
  let row = written.map((_, at) => at + 1);
  row.unshift(0);
  for (const unit of unitsOf(pattern)) row = unit === null ? throughHole(row) : afterUnit(row, unit, written);
  return row.at(-1) ?? 0;
}

/** The pattern's own letters: the most that its distance to an empty text can be. */
export function literalLength(pattern: Pattern): number {
  return unitsOf(pattern).filter((unit) => unit !== null).length;
}

function unitsOf(pattern: Pattern): (string | null)[] {
  return pattern.flatMap((piece) => (typeof piece === 'string' ? [...piece] : [null])).slice(0, MAX_UNITS);
}

/** In a hole each further letter is free: the cheapest way so far carries on. */
function throughHole(row: readonly number[]): number[] {
  let least = Number.POSITIVE_INFINITY;
  return row.map((cost) => {
    least = Math.min(least, cost);
    return least;
  });
}

function afterUnit(row: readonly number[], unit: string, written: readonly string[]): number[] {
  const next = [(row[0] ?? 0) + 1];
  for (let at = 0; at < written.length; at++) {
    const exchanged = (row[at] ?? 0) + (written[at] === unit ? 0 : 1);
    next.push(Math.min(exchanged, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
  }
  return next;
}
