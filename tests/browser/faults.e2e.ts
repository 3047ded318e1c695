import { expect, it } from 'vitest';
import { add, drained, type Faults, judge, makeBed } from '../faults/bench.ts';
import { burst, corrupt, killBackground, killBrowser, killUpgrade, twoTabs } from '../faults/scenes.ts';

declare const faults: typeof Faults;

/** A slice of `npm run soak`: the same scenes, small. */
const SEED = 20261122;

it('keeps everything once though the background is killed while a page sends', async () => {
  const found = await killBackground({ kills: 6, events: 240, seed: SEED });
  expect(found).toMatchObject({ sent: 240, stored: 240, n: 240, once: true, verdict: { kind: 'verified' } });
});

it('takes a burst and acknowledges all of it', async () => {
  expect(await burst(2_000)).toMatchObject({ events: 2_001 });
});

it('has all that was acknowledged after the browser was killed', async () => {
  const { before, after, verdict } = await killBrowser(300);
  expect(before.events).toBe(300);
  expect(after.ids).toEqual(before.ids);
  expect([after.loss, verdict.kind]).toEqual([null, 'verified']);
});

it('ends an upgrade that was killed in the middle as if nothing had happened', async () => {
  const { quiet, killed } = await killUpgrade({ rows: 600, kills: 4, seed: SEED });
  expect(quiet).toMatchObject({ n: 600, hashed: 600, left: 0 });
  expect(killed).toEqual(quiet);
});

it('keeps one chain of what two pages send while it is sealed and exported', async () => {
  const found = await twoTabs(300);
  expect(found).toMatchObject({ events: 600, n: 600, once: true, verdict: { kind: 'verified' } });
  expect(found.exports).toBeGreaterThan(0);
});

it('announces what a ruined database lost, and goes on', async () => {
  const { files, before, after, saved } = await corrupt('CURRENT', 'garbage');
  expect(files).toBeGreaterThan(0);
  expect(saved).toBe(true);
  if (typeof after === 'string') throw new Error(after);
  expect(after.loss).toMatchObject({ lost: before.n, all: true });
  expect(after.kinds[0]).toBe('loss-found');
  expect(after.follows).toBe(true);
});

it('refuses an old page’s writes after a newer version came, and gives an insider away only up to what was held', async () => {
  const { browser, page } = await makeBed();
  try {
    expect(await page.evaluate(() => faults.writeAfterUpgrade('old-tab'))).toBe('ReadOnlyError 1');
    await add(page, 20, 'honest');
    await drained(page, 60_000);
    const { proof } = await judge(page);
    const held = [
      { n: 10, head: '' },
      { n: proof.last, head: proof.head },
    ].slice(1);
    // Nobody held it: our own code signs what it is given, and the file verifies. This is not detected.
    await page.evaluate(() => faults.rewrite('faster'));
    expect((await judge(page)).verdict).toEqual({ kind: 'verified', anchored: 0, to: 20 });
    // Somebody held the end of the honest log.
    expect((await judge(page, held)).verdict).toEqual({ kind: 'forked', at: 20 });
    await page.evaluate(() => faults.rewrite('delete-last'));
    expect((await judge(page)).verdict).toEqual({ kind: 'verified', anchored: 0, to: 19 });
    expect((await judge(page, held)).verdict).toEqual({ kind: 'forked', at: 20 });
    // What comes after the entry that was held may still be rewritten unseen.
    const now = await judge(page);
    const later = [{ n: now.proof.last, head: now.proof.head }];
    await add(page, 5, 'later');
    await drained(page, 60_000);
    await judge(page, later);
    await page.evaluate(() => faults.rewrite('delete-last'));
    expect((await judge(page, later)).verdict).toEqual({ kind: 'verified', anchored: 19, to: 23 });
    await page.evaluate(() => faults.rewrite('delete-first'));
    expect((await judge(page, later)).verdict).toEqual({ kind: 'forked', at: 19 });
  } finally {
    await browser.close();
  }
});
