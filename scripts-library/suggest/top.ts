/** The places of the highest scores, best first, none at or below `least`; the earlier of two that are equal. */
export function topOf(scores: ArrayLike<number>, count: number, least = 0): number[] {
  const best: number[] = [];
  // Nearly every score stays below what is best so far: one comparison passes over it.
  let floor = least;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= floor) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
    if (best.length === count) floor = scores[best[count - 1] ?? 0] ?? 0;
  }
  return best;
}
