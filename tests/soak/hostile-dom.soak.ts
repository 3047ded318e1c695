import { expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { readHostile } from '../faults/hostile-dom-run.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const PAGES = Number(process.env.PAGES ?? 5_000);
console.info(`hostile-dom: SEED=${SEED} PAGES=${PAGES}`);

it('hostile-dom: 5,000 pages or half an hour: nothing is thrown, nothing hangs', async () => {
  const ids = adapters.map(({ id }) => id);
  const { thrown, ...found } = await readHostile(ids, { pages: PAGES, seed: SEED, mostMs: 1_800_000 });
  console.info('hostile-dom:', found);
  expect(thrown).toEqual([]);
  expect(found.slowest.ms, found.slowest.what).toBeLessThan(2_000);
  // A search that a person asked for; a thousand levels around a row cost it seconds.
  expect(found.slowestSearch.ms, found.slowestSearch.what).toBeLessThan(30_000);
}, 2_000_000);
