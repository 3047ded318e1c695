import { CLAUSE_GAP, gapAt, LINE_GAP, type Units } from './units.ts';

/** Units [from, to) that a rule objects to. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly folds: number;
}

/** Characters between two spans; the end of a sentence or line counts as several. */
export function distanceBetween(units: Units, a: Span, b: Span): number {
  const [from, to] = a.to <= b.from ? [a.to, b.from] : [b.to, a.from];
  let distance = Math.max(0, to - from);
  for (let i = from; i <= to && i < units.length; i++) {
    if (gapAt(units, i) === LINE_GAP || gapAt(units, i) >= CLAUSE_GAP) distance += 6;
  }
  return distance;
}
