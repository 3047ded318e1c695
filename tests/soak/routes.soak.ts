import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRACTICE_CONSOLES } from '../../cli/practice/consoles.ts';
import { type Stage, setStage } from '../browser/stage.ts';
import { faultsOf, roam } from '../faults/routes.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const STEPS = Number(process.env.STEPS ?? 500);
console.info(`routes: SEED=${SEED} STEPS=${STEPS}`);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it.for(PRACTICE_CONSOLES)(
  'spa-fuzz $id: every message is kept once, under the buyer who wrote it',
  async (one) => {
    const walk = await roam(stage, one, { steps: STEPS, seed: SEED });
    const faults = faultsOf(walk);
    console.info(`spa-fuzz ${one.id}: ${walk.said.size} messages, ${faults.length} faults`);
    if (faults.length > 0) console.info(walk.done.join(' | '), JSON.stringify(walk.logged));
    expect(faults).toEqual([]);
  },
);
