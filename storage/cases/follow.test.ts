import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDesk } from '../../cli/build/read-desk.ts';
import { sweep } from '../../core/follow-ups/sweep.ts';
import { append } from '../log/append.ts';
import { LogDb } from '../log/db.ts';
import { context, sender } from '../log/observed.fixture.ts';
import { wipeLog } from '../log/wipe.ts';
import { readCard, saveBuyer } from './card.ts';
import { DeskDb } from './db.ts';
import { followLog } from './follow.ts';

const ZONE = 'Asia/Shanghai';
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
const promise = (name: string, due: number) =>
  page.act({ kind: 'promise-made', promise: name, message: 'm', due, words: '明天补发' } as never);
const keep = (...facts: ReturnType<typeof promise>[]) => append(log, facts, context);

it('takes in the log once, whether it is asked once or again, and goes on where it stopped', async () => {
  await keep(
    promise('p1', 5_000),
    page.act({ kind: 'case-opened', case: 'k1', category: 'logistics' } as never),
  );
  await followLog(log, desk, ZONE);
  await Promise.all([followLog(log, desk, ZONE), followLog(log, desk, ZONE)]);
  await keep(page.act({ kind: 'follow-up-moved', followUp: 'p1', due: 9_000 } as never));
  await followLog(log, desk, ZONE);
  expect(await desk.followUps.toArray()).toMatchObject([
    { id: 'p1', what: 'promise', due: 9_000, state: 'open' },
  ]);
  expect(await desk.openCases.toArray()).toEqual([{ id: 'k1' }]);
  await keep(
    page.act({ kind: 'promise-kept', promise: 'p1' } as never),
    page.act({ kind: 'case-closed', case: 'k1', outcome: 'solved' } as never),
  );
  await followLog(log, desk, ZONE);
  expect(await desk.followUps.toArray()).toMatchObject([{ state: 'done' }]);
  expect(await desk.openCases.count()).toBe(0);
});

it('begins anew with a new log, but keeps what people wrote on cards', async () => {
  await keep(promise('p1', 5_000));
  await followLog(log, desk, ZONE);
  await saveBuyer(desk, { conversation: 'c', tags: ['老客户'], note: '', changedAt: 1 });
  await wipeLog(log);
  await followLog(log, desk, ZONE);
  expect(await desk.followUps.count()).toBe(0);
  expect(await readCard(log, desk, 'c')).toMatchObject({ tags: ['老客户'], open: null, followUps: [] });
});

it('finds what is overdue once: what was found is in the log', async () => {
  await keep(promise('p1', 5_000));
  await followLog(log, desk, ZONE);
  const seeds = readDesk();
  const look = async (now: number) =>
    sweep({
      ...seeds,
      followUps: await desk.followUps.toArray(),
      cases: [],
      role: 'agent',
      timeZone: ZONE,
      now,
    });
  expect(await look(5_000)).toEqual([]);
  const [found, ...others] = await look(5_001);
  expect(others).toEqual([]);
  expect(found?.act).toEqual({ kind: 'promise-missed', promise: 'p1', due: 5_000 });
  await keep(page.act(found?.act as never));
  await followLog(log, desk, ZONE);
  expect(await look(6_000)).toEqual([]);
});

it('lets a payment reminder lapse instead of missing it', async () => {
  const set = { kind: 'follow-up-set', followUp: 'f', what: 'payment', due: 1_000, case: null };
  await keep(page.act(set as never));
  await followLog(log, desk, ZONE);
  const followUps = await desk.followUps.toArray();
  const { setAt } = followUps[0]!;
  const acts = (now: number) =>
    sweep({ ...readDesk(), followUps, cases: [], role: 'agent', timeZone: ZONE, now }).map(
      ({ act }) => act.kind,
    );
  expect(acts(setAt + 1_000)).toEqual(['follow-up-missed']);
  expect(acts(setAt + 25 * 3_600_000)).toEqual(['follow-up-done']);
});
