import { describe, expect, it } from 'vitest';
import {
  burst,
  canMount,
  corrupt,
  FILE_CLASSES,
  killBackground,
  killBrowser,
  killUpgrade,
  smallDisk,
  twoTabs,
  WAYS,
} from '../faults/scenes.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.info(`faults: SEED=${SEED}`);

it('kill-bg: 45 kills over 2,250 events: nothing torn, nothing lost, everything once', async () => {
  const found = await killBackground({ kills: 45, events: 2_250, seed: SEED });
  expect(found).toMatchObject({
    sent: 2_250,
    stored: 2_250,
    n: 2_250,
    once: true,
    verdict: { kind: 'verified' },
  });
});

it('burst-10k: all stored within 5 s, 99 of 100 acknowledged within 2 s', async () => {
  const found = await burst(10_000);
  console.info('burst-10k:', found);
  expect(found.events).toBe(10_001);
  expect(found.took).toBeLessThanOrEqual(5_000);
  expect(found.p99).toBeLessThanOrEqual(2_000);
});

it('kill -9 of the browser: every acknowledged event is there', async () => {
  for (const events of [1, 199, 1_500]) {
    const { before, after, verdict } = await killBrowser(events);
    expect(after.ids).toEqual(before.ids);
    expect([after.loss, verdict.kind]).toEqual([null, 'verified']);
  }
});

it('kill-upgrade: 20 deaths end as an undisturbed upgrade does', async () => {
  const { quiet, killed } = await killUpgrade({ rows: 5_000, kills: 20, seed: SEED });
  expect(quiet).toMatchObject({ n: 5_000, hashed: 5_000, left: 0 });
  expect(killed).toEqual(quiet);
});

it('two-tabs: 1,000 each while the log is sealed and exported', async () => {
  const found = await twoTabs(1_000);
  expect(found).toMatchObject({ events: 2_000, n: 2_000, once: true, verdict: { kind: 'verified' } });
});

describe('corrupt-profile', () => {
  for (const kind of FILE_CLASSES)
    for (const how of WAYS)
      it(`${kind}, ${how}: what is not there is announced, and nothing is claimed as saved that is not`, async () => {
        const { files, before, after, saved } = await corrupt(kind, how);
        expect(files).toBeGreaterThan(0);
        if (typeof after === 'string') {
          // The database can't be read at all: then nothing was acknowledged either.
          expect(saved).toBe(false);
          return;
        }
        const kept = new Set(after.ids);
        const missing = before.ids.filter((id) => !kept.has(id)).length;
        console.info(`corrupt-profile ${kind} ${how}: ${missing} of ${before.n} missing, loss`, after.loss);
        if (missing > 0) expect(after.loss?.lost).toBeGreaterThanOrEqual(missing);
        else expect(after.loss).toBeNull();
      });
});

describe('quota', () => {
  const possible = canMount();
  if (!possible) console.info('quota: NOT SHOWN, this machine lets nobody mount a small disk');
  it.runIf(possible)('stops before the disk is full, reads on, opens again, goes on with room', async () => {
    const { before, texts, refused, full, opened, after } = await smallDisk(160);
    console.info('quota:', {
      before: before.n,
      texts,
      refused,
      full: full.n,
      opened: opened.n,
      after: after.n,
    });
    expect(refused).toBe(true);
    expect(full.ids).toEqual(before.ids);
    expect(opened.ids).toEqual(before.ids);
    expect(after.n).toBeGreaterThan(before.n);
  });
});
