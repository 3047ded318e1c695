/** Work done in slices, none of which takes a page long enough to notice. */
export type Slices<T> = Generator<undefined, T>;

/** Work in slices that is under way. However it is brought to its end, it is done once. */
export interface Work<T> {
  /** Does what is left of it at one go. */
  atOnce(): T;
  /** Does it with `rest` between slices whenever a turn's time is over. */
  gently(rest: () => Promise<unknown>): Promise<T>;
}

/** Milliseconds after which the page gets its turn. */
const TURN = 5;

export function workOf<T>(slices: Slices<T>): Work<T> {
  let made: { readonly value: T } | null = null;
  const slice = () => {
    const { done, value } = slices.next();
    if (done) made = { value };
    return made;
  };
  return {
    atOnce: () => {
      for (;;) {
        const whole = made ?? slice();
        if (whole) return whole.value;
      }
    },
    gently: async (rest) => {
      let since = performance.now();
      for (;;) {
        const whole = made ?? slice();
        if (whole) return whole.value;
        if (performance.now() - since < TURN) continue;
        await rest();
        since = performance.now();
      }
    },
  };
}

/** Does it all at one go. */
export const atOnce = <T>(slices: Slices<T>): T => workOf(slices).atOnce();
