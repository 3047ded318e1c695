import { expect, it } from 'vitest';
import { randomFrom } from './faults/bench.ts';
import { honestFile } from './faults/honest-file.ts';
import { mutate } from './faults/mutations.ts';

/** A slice of `npm run soak`, which tries 10,000. */
it.each([false, true])('refuses changed files or reads them as before, stored %s', async (stored) => {
  const found = await mutate(await honestFile({ stored }), {
    count: 400,
    mostMs: 8_000,
    random: randomFrom(20261122),
  });
  expect(found.tried).toBeGreaterThan(20);
  expect(found.same + Object.values(found.refused).reduce((sum, n) => sum + n, 0)).toBe(found.tried);
});
