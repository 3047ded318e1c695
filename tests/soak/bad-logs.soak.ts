import { expect, it } from 'vitest';
import { randomFrom } from '../faults/bench.ts';
import { honestFile } from '../faults/honest-file.ts';
import { mutate } from '../faults/mutations.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.info(`bad-logs: SEED=${SEED}`);

it.each([false, true])(
  '10,000 changed files: each refused or read as before, none for 2 s, stored %s',
  async (stored) => {
    const found = await mutate(await honestFile({ stored }), {
      count: 10_000,
      mostMs: 600_000,
      random: randomFrom(SEED),
    });
    console.info('bad-logs:', found);
    expect(found.tried).toBe(10_000);
    expect(found.slowestMs).toBeLessThan(2_000);
  },
);
