import { expect, it } from 'vitest';
import type { Case } from '../cases.ts';
import type { Flow } from '../flows/flow.ts';
import { byDay, duesOf, monthBeside, weeksOf } from './due.ts';
import type { FollowUp } from './follow-up.ts';

const ZONE = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const followUp = (id: string, due: number | null, state: FollowUp['state'] = 'open') =>
  ({ id, due, state }) as FollowUp;
const flow = {
  id: 'f',
  nodes: [
    { id: 'one', limit: { minutes: 30 } },
    { id: 'two', limit: { minutes: 60 } },
  ],
} as unknown as Flow;
const inFlow = (done: object, closed: object | null = null) =>
  ({
    id: 'k',
    closed,
    flow: { flow: 'f', variant: null, startedAt: at('2026-11-20T23:40:00'), done, late: {} },
  }) as unknown as Case;
const look = { flows: [flow], timeZone: ZONE, now: at('2026-11-21T00:20:00') };

it('tells what is open and timed, the earliest first: follow-ups and the node whose turn it is', () => {
  const followUps = [
    followUp('later', at('2026-11-22T10:00:00')),
    followUp('never', null),
    followUp('kept', at('2026-11-20T10:00:00'), 'done'),
    followUp('over', at('2026-11-20T22:00:00')),
  ];
  const dues = duesOf(followUps, [inFlow({}), inFlow({}, { at: 1, outcome: 'solved' })], look);
  expect(dues.map(({ id, late }) => [id, late])).toEqual([
    ['over', true],
    ['k one', true],
    ['later', false],
  ]);
  expect([...byDay(dues, ZONE)].map(([day, own]) => [day, own.length])).toEqual([
    ['2026-11-20', 1],
    ['2026-11-21', 1],
    ['2026-11-22', 1],
  ]);
});

it('goes to the next node once one is done', () => {
  const done = { one: { at: at('2026-11-21T00:05:00'), person: null, choice: null } };
  expect(duesOf([], [inFlow(done)], look)).toMatchObject([
    { id: 'k two', at: at('2026-11-21T01:05:00'), late: false },
  ]);
});

it('lays a month out in whole weeks from Monday', () => {
  const november = weeksOf('2026-11');
  expect(november.map(([monday]) => monday)).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ]);
  expect(november.at(-1)?.at(-1)).toBe('2026-12-06');
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
