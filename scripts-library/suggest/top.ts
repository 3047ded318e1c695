/** The places of the highest scores, best first, none at or below `least`; the earlier of two that are equal. */
export function topOf(scores: ArrayLike<number>, count: number, least = 0): number[] {
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= least || (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0))) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
