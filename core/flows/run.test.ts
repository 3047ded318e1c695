import { describe, expect, it } from 'vitest';
import { escalations, mayGrant, rankFor, type Standing } from './authority.ts';
import type { Flow } from './flow.ts';
import { limitEnd } from './limit.ts';
import { type FlowRun, isThrough, nodesOf } from './run.ts';

const ZONE = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const START = at('2026-11-20T15:00:00');

const node = (id: string, more: object = {}) =>
  ({ id, title: id, titleEn: id, does: id, role: 'agent', ...more }) as const;
const flow: Flow = {
  id: 'f',
  title: 'f',
  titleEn: 'f',
  scope: 'case',
  categories: [],
  variants: [],
  nodes: [
    node('hear', { limit: { minutes: 5 } }),
    node('ask', {
      choices: [
        { id: 'wait', title: '等', titleEn: 'wait', skips: ['refund'] },
        { id: 'refund', title: '退', titleEn: 'refund', skips: ['hurry'] },
      ],
    }),
    node('hurry', { limit: { workdays: 1 } }),
    node('refund', { limit: { workdays: 2 } }),
    node('review'),
  ],
};
const run = (done: FlowRun['done'] = {}): FlowRun => ({
  flow: 'f',
  variant: null,
  startedAt: START,
  done,
  late: {},
});
const done = (when: number, choice: string | null = null) => ({ at: when, person: '小柚', choice });

describe('a flow under way', () => {
  it('has one current node, whose time runs from the one before', () => {
    const nodes = nodesOf(flow, run({ hear: done(START + 60_000) }), START + 120_000, ZONE);
    expect(nodes.map(({ state }) => state)).toEqual(['done', 'current', 'to-come', 'to-come', 'to-come']);
    expect(nodes[0]).toMatchObject({ due: START + 300_000, late: false });
  });

  it('leaves out what a choice leaves out, and is through without it', () => {
    const chosen = { hear: done(START), ask: done(START + 1, 'wait') };
    const states = (all: FlowRun['done']) =>
      nodesOf(flow, run(all), START + 2, ZONE).map(({ state }) => state);
    expect(states(chosen)).toEqual(['done', 'done', 'current', 'left-out', 'to-come']);
    const all = { ...chosen, hurry: done(START + 2), review: done(START + 3) };
    expect(states(all)).toEqual(['done', 'done', 'done', 'left-out', 'done']);
    expect(isThrough(nodesOf(flow, run(all), START + 4, ZONE))).toBe(true);
    expect(isThrough(nodesOf(flow, run(chosen), START + 4, ZONE))).toBe(false);
  });

  it('is late one millisecond after the limit, not at it', () => {
    const late = (now: number) => nodesOf(flow, run(), now, ZONE)[0]?.late;
    expect(late(START + 300_000)).toBe(false);
    expect(late(START + 300_001)).toBe(true);
  });

  it('keeps a node that was done late as late', () => {
    expect(nodesOf(flow, run({ hear: done(START + 400_000) }), START + 500_000, ZONE)[0]).toMatchObject({
      state: 'done',
      late: true,
    });
  });

  it('takes the team’s own limit before the flow’s', () => {
    const nodes = nodesOf(flow, run(), START + 400_000, ZONE, { hear: { minutes: 10 } });
    expect(nodes[0]).toMatchObject({ due: START + 600_000, late: false });
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-20T15:00:00', 1, '2026-11-24T00:00:00'],
    ['2026-11-21T09:00:00', 1, '2026-11-24T00:00:00'],
    ['2026-11-18T23:59:59', 2, '2026-11-21T00:00:00'],
    ['2026-11-18T00:00:00', 5, '2026-11-26T00:00:00'],
    // The week of the national day is off, and the Saturday after it is worked.
    ['2026-09-30T10:00:00', 1, '2026-10-09T00:00:00'],
    ['2026-09-30T10:00:00', 3, '2026-10-11T00:00:00'],
  ])('%s and %i of them end at %s', (from, workdays, end) => {
    expect(limitEnd(at(from), { workdays }, ZONE)).toBe(at(end));
  });
});

const authority = {
  ranks: [
    { role: 'agent', title: '客服', titleEn: 'Agent', upTo: 20 },
    { role: 'supervisor', title: '主管', titleEn: 'Supervisor', upTo: 200 },
    { role: 'manager', title: '经理', titleEn: 'Manager', upTo: null },
  ],
} as const;
const standing: Standing = {
  role: 'agent',
  amount: null,
  category: 'logistics',
  urgency: 'normal',
  openedAt: START,
  lateSince: null,
  contacts: 0,
};

describe('authority', () => {
  it('grants up to and including the bound', () => {
    expect(mayGrant(authority, 'agent', 20)).toBe(true);
    expect(mayGrant(authority, 'agent', 20.01)).toBe(false);
    expect(mayGrant(authority, 'courier', 0)).toBe(false);
    expect(mayGrant(authority, 'manager', 1e6)).toBe(true);
    expect(rankFor(authority, 200.01)?.role).toBe('manager');
  });

  it('sends a case to the rank that may grant, not merely one up', () => {
    const rule = {
      id: 'money',
      title: '',
      titleEn: '',
      when: { kind: 'beyond-authority' },
      to: 'supervisor',
    } as const;
    const up = (amount: number | null) =>
      escalations(authority, [rule], { ...standing, amount }, START).map(({ to }) => to);
    expect([up(null), up(20), up(50), up(5000)]).toEqual([[], [], ['supervisor'], ['manager']]);
  });

  it.each([
    ['late long enough', { lateSince: START - 3_600_000 }, { kind: 'node-late', minutes: 60 }, true],
    ['late, not long', { lateSince: START - 3_599_000 }, { kind: 'node-late', minutes: 60 }, false],
    ['not late', {}, { kind: 'node-late', minutes: 60 }, false],
    ['open long', { openedAt: START - 86_400_000 }, { kind: 'open-for', minutes: 1440 }, true],
    ['asked twice', { contacts: 2 }, { kind: 'contacts', atLeast: 3 }, false],
    ['asked thrice', { contacts: 3 }, { kind: 'contacts', atLeast: 3 }, true],
    [
      'a calm complaint',
      { category: 'complaint' },
      { kind: 'category', categories: ['complaint'], urgency: 'urgent' },
      false,
    ],
    [
      'an urgent complaint',
      { category: 'complaint', urgency: 'urgent' },
      { kind: 'category', categories: ['complaint'], urgency: 'urgent' },
      true,
    ],
  ] as const)('%s', (_, part, when, goes) => {
    const rule = { id: 'r', title: '', titleEn: '', when, to: 'supervisor' } as const;
    expect(escalations(authority, [rule], { ...standing, ...part }, START)).toHaveLength(goes ? 1 : 0);
  });
});
