import { expect, it } from 'vitest';
import { filterOf, halved, joinedOf, mark, marked, threeOf, twoOf, wholeOf } from './filter.ts';

/** Some triples of faces, spread as far as those of phrases. */
const triples = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, i) => {
    const n = (i + 1) * 7919 + seed;
    return threeOf(n % 1021, (n * 31) % 1019, (n * 17) % 1013);
  });

it('knows all that was marked, and little else, at every size', () => {
  let filter = filterOf(new Uint32Array(1 << 12));
  const inside = triples(2000, 0);
  const outside = triples(2000, 500_003);
  for (const key of inside) mark(filter, key);
  for (const [size, most] of [
    [1 << 12, 40],
    [1 << 11, 120],
    [1 << 10, 400],
  ] as const) {
    expect(filter.words).toHaveLength(size);
    expect(inside.every((key) => marked(filter, key))).toBe(true);
    expect(outside.filter((key) => marked(filter, key)).length).toBeLessThan(most);
    filter = halved(filter);
  }
});

it('knows nothing where nothing was marked', () => {
  const filter = filterOf(new Uint32Array(1 << 9));
  expect(triples(500, 3).some((key) => marked(filter, key))).toBe(false);
});

it('tells the three apart by their places', () => {
  const filter = filterOf(new Uint32Array(1 << 12));
  mark(filter, threeOf(1, 2, 3));
  expect(marked(filter, threeOf(1, 2, 3))).toBe(true);
  for (const [a, b, c] of [
    [3, 2, 1],
    [2, 1, 3],
    [1, 3, 2],
    [2, 2, 3],
    [1, 2, 4],
  ] as const)
    expect(marked(filter, threeOf(a, b, c))).toBe(false);
});

it('tells what is marked apart by what it is', () => {
  const kinds = [
    threeOf(7, 8, 9),
    twoOf(7, 8),
    twoOf(8, 7),
    wholeOf(7, 8),
    wholeOf(8, 7),
    joinedOf(7, 8),
    joinedOf(8, 7),
  ];
  for (const key of kinds) {
    const filter = filterOf(new Uint32Array(1 << 12));
    mark(filter, key);
    expect(kinds.map((other) => marked(filter, other))).toEqual(kinds.map((other) => other === key));
  }
});
