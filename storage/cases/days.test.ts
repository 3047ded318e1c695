import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import type { DayAsk } from '../../core/figures/day.ts';
import { append } from '../log/append.ts';
import { LogDb } from '../log/db.ts';
import { context, sender } from '../log/observed.fixture.ts';
import { keepDays, keptDay, readDays } from './days.ts';
import { DeskDb } from './db.ts';
import { followLog } from './follow.ts';

const ZONE = 'Asia/Shanghai';
const general = shippedProfiles().get('manual-mean-response');
if (!general) throw new Error('no general profile');
const ask: DayAsk = { general, profiles: [], timeZone: ZONE, person: null };
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}+08:00`);

let log: LogDb;
let desk: DeskDb;
beforeEach(() => {
  log = new LogDb(`log-${Math.random()}`);
  desk = new DeskDb(`desk-${Math.random()}`);
});
afterEach(async () => {
  await log.delete();
  await desk.delete();
});

const page = sender('boot');
const say = async (by: 'buyer' | 'agent', when: number) => {
  const sentAt = { precision: 'second', source: 'page', at: when } as const;
  await append(log, [page.message(`${by} ${when}`, { by, at: when, sentAt })], context);
  await followLog(log, desk, ZONE);
};
/** What the desk does: reads, and keeps what it had to count. */
const days = async (now: number) => {
  const found = await readDays(log, desk, ['2026-11-20', '2026-11-21'], ask, now);
  await keepDays(desk, found, ask);
  return found.map(({ figures: { turns, waitedSeconds, waiting } }) => [
    turns,
    waitedSeconds,
    waiting.length,
  ]);
};

it('counts a kept day again when who waited at its end is answered the next morning', async () => {
  await say('buyer', at(20, '22:30:00'));
  expect(await days(at(21, '08:00:00'))).toEqual([
    [0, 0, 1],
    [0, 0, 0],
  ]);
  await say('agent', at(21, '09:00:00'));
  expect(await days(at(21, '09:01:00'))).toEqual([
    [1, 37_800, 0],
    [0, 0, 0],
  ]);
});

it('keeps today as it was counted last, and counts it again once there is more', async () => {
  await say('buyer', at(21, '09:00:00'));
  await say('agent', at(21, '09:00:20'));
  await days(at(21, '10:00:00'));
  expect((await keptDay(desk, '2026-11-21', ask))?.figures).toMatchObject({ turns: 1, waitedSeconds: 20 });
  await say('buyer', at(21, '11:00:00'));
  await say('agent', at(21, '11:00:10'));
  expect((await days(at(21, '11:01:00'))).at(-1)).toEqual([2, 30, 0]);
});
