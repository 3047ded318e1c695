/**
 * A term in more than one script of so many is listed by the steps from script to script, a byte each: half the room,
 * and a little slower to go through, which a question mostly need not do with the commonest.
 */
const FREQUENT = 24;
/** A step this large or larger goes on in the next byte. */
const FAR = 0xff;

export const isFrequent = (postings: number, scripts: number): boolean => postings * FREQUENT > scripts;

/** Lists of rising numbers in little room: in `numbers` as they are, or in `gaps` where they lie close. */
export interface Packed<T extends Uint16Array | Uint32Array> {
  /** Where each list begins, in whichever array it is. */
  readonly places: Uint32Array;
  readonly numbers: T;
  readonly gaps: Uint8Array;
}

/** Packs the lists that lie between `starts` in `all`; numbers are below `scripts`. */
export function packedNumbers<T extends Uint16Array | Uint32Array>(
  all: T,
  starts: Uint32Array,
  scripts: number,
): Packed<T> {
  const lists = starts.length - 1;
  const places = new Uint32Array(lists);
  let numbers = 0;
  let bytes = 0;
  for (let list = 0; list < lists; list++) {
    const [from, to] = [starts[list] ?? 0, starts[list + 1] ?? 0];
    if (!isFrequent(to - from, scripts)) {
      places[list] = numbers;
      numbers += to - from;
      continue;
    }
    places[list] = bytes;
    for (let i = from, before = 0; i < to; before = all[i] ?? 0, i++)
      bytes += 1 + Math.floor(((all[i] ?? 0) - before) / FAR);
  }
  const kept = all.slice(0, numbers) as T;
  const gaps = new Uint8Array(bytes);
  for (let list = 0; list < lists; list++) {
    const [from, to] = [starts[list] ?? 0, starts[list + 1] ?? 0];
    let at = places[list] ?? 0;
    if (!isFrequent(to - from, scripts)) {
      kept.set(all.subarray(from, to), at);
      continue;
    }
    for (let i = from, before = 0; i < to; i++) {
      const number = all[i] ?? 0;
      let gap = number - before;
      for (; gap >= FAR; gap -= FAR) gaps[at++] = FAR;
      gaps[at++] = gap;
      before = number;
    }
  }
  return { places, numbers: kept, gaps };
}

/** Adds impacts, so many times, to the scores of the scripts whose gaps begin at a place. */
export function addByGaps(
  scores: Float32Array,
  gaps: Uint8Array,
  place: number,
  impacts: Uint8Array | Uint16Array,
  each: number,
): void {
  let at = place;
  let script = 0;
  for (let i = 0; i < impacts.length; i++) {
    let gap = gaps[at++] ?? 0;
    for (; gap === FAR; gap = gaps[at++] ?? 0) script += FAR;
    script += gap;
    scores[script] = (scores[script] ?? 0) + each * (impacts[i] ?? 0);
  }
}
