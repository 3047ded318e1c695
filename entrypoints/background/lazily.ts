/** A value made when first asked for and kept for this life: the background wakes often, mostly for something small. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
