import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE_ACTS } from './hostile-acts.ts';
import { CONTACT, type HostileStage, QUESTION, setHostileStage } from './hostile-stage.ts';

// Further hostile pages: whatever they did, a send is still held, advice still comes, and nothing of ours threw.

let stage: HostileStage;
beforeAll(async () => {
  stage = await setHostileStage();
});
afterAll(() => stage?.close());

it.each(HOSTILE_ACTS)('$name', async ({ editor, act, held }) => {
  await stage.open(editor);
  await stage.kit(`buyerSays('${QUESTION}')`);
  await stage.ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  if (held) await stage.hold();
  await stage.browser.page.evaluate(act);
  if (held) {
    expect(await stage.state()).toEqual([[], CONTACT]);
    await stage.clickEditor();
    await stage.press('Enter');
    expect(await stage.state()).toEqual([[], CONTACT]);
  }
  await stage.works();
});
