import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRACTICE_CONSOLES } from '../../cli/practice/consoles.ts';
import { faultsOf, roam } from '../faults/routes.ts';
import { type Stage, setStage } from './stage.ts';

/** A slice of `npm run soak`: the same walk, short. */
const SEED = 20261123;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it.for(PRACTICE_CONSOLES.filter(({ id }) => id === 'pinduoduo' || id === 'feige'))(
  'gives every message to the buyer who wrote it, however the agent wanders through $id',
  async (one) => {
    const walk = await roam(stage, one, { steps: 70, seed: SEED });
    expect(walk.said.size).toBeGreaterThan(40);
    expect(faultsOf(walk)).toEqual([]);
  },
);
