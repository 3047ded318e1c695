/** Choices that are the same in every run. */
export interface Choose {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  of<T>(all: readonly T[]): T;
}

/** Mulberry32, a public-domain generator of 32 bits. */
export function chooser(seed: number): Choose {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, of: (all) => all[below(all.length)] as (typeof all)[number] };
}
