import { expect, it } from 'vitest';
import { readHostile } from '../faults/hostile-dom-run.ts';

/** A slice of `npm run soak`. */
const SEED = 20261123;

it('reads whatever a page makes of its document, and throws nothing', async () => {
  const found = await readHostile(['pinduoduo', 'feige', 'etsy', 'zendesk'], {
    ...{ pages: 32, seed: SEED, mostMs: 60_000 },
  });
  expect(found.thrown).toEqual([]);
  expect(found.deeds).toBeGreaterThan(50);
});
