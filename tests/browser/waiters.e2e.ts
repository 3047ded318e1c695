import { afterEach, expect, it } from 'vitest';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
afterEach(() => stage?.close());

/** A seat where two more buyers wait in the list; the conversation that is open. */
async function beset(id: 'pinduoduo' | 'feige') {
  stage = await setStage();
  const seat = await stage.sit(id);
  const before = await seat.open();
  await seat.page.evaluate(async () => {
    for (const uid of ['waits-1', 'waits-2']) {
      await window.practice.newBuyer(uid, `等候${uid.at(-1)}`);
      await window.practice.buyerSays(uid, '在吗，怎么没人');
    }
  });
  await seat.panel.waitFor((text) => text.includes('另有'));
  return { seat, before };
}

it('opens the longest waiter on one real key, and on no key of the page’s own', async () => {
  const { seat, before } = await beset('feige');
  // The page's own script may dispatch what it likes: only a person's key counts.
  for (let time = 0; time < 20; time++) {
    await seat.page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '0', code: 'Digit0', altKey: true, bubbles: true }),
      ),
    );
    await seat.page.waitForTimeout(50);
  }
  expect(await seat.open()).toBe(before);
  // The file that hears the key comes when somebody waits; a press that comes too early is the page's.
  await expect
    .poll(
      async () => {
        const now = await seat.open();
        if (now === before) await seat.press('Alt+0');
        return now;
      },
      { timeout: 20_000, interval: 300 },
    )
    .not.toBe(before);
  expect(await seat.draft()).toBe('');
  expect(await seat.sent()).toEqual([]);
});

it('shows where to click on a page that takes a person’s click only', async () => {
  const { seat, before } = await beset('pinduoduo');
  await expect
    .poll(
      async () => {
        const said = await seat.panel.text();
        if (!said.includes('只认人')) await seat.press('Alt+0');
        return said;
      },
      { timeout: 20_000, interval: 1_500 },
    )
    .toContain('只认人的点击');
  expect(await seat.open()).toBe(before);
});
