/** Work done in slices, none of which takes a page long enough to notice. */
export type Slices<T> = Generator<undefined, T>;

/** Does it all at one go. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Milliseconds after which the page gets its turn. */
const TURN = 5;

/** Does it with `rest` between slices whenever a turn's time is over. */
export async function gently<T>(slices: Slices<T>, rest: () => Promise<unknown>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    if (performance.now() - since < TURN) continue;
    await rest();
    since = performance.now();
  }
}
