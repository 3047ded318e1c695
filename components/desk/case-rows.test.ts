import { describe, expect, it } from 'vitest';
import type { Case } from '../../core/cases.ts';
import { filterCases } from './case-rows.ts';

const one = (id: string, changedAt: number, part: Partial<Case> = {}): Case => ({
  id,
  conversation: `c-${id}`,
  category: 'logistics',
  fields: {},
  openedAt: 0,
  changedAt,
  person: '小柚',
  closed: null,
  flow: null,
  notes: [],
  contacts: [],
  attached: [],
  escalated: [],
  handed: [],
  ...part,
});
const flow = { flow: 'f', variant: null, startedAt: 0, done: {}, late: { hear: 5 } };
const cases = [
  one('k1', 1, { fields: { question: '杯子碎了', order: '261102-A' } }),
  one('k2', 2, { flow }),
  one('k3', 3, {
    flow: { ...flow, done: { hear: { at: 6, person: null, choice: null } } },
    fields: { urgency: 'urgent' },
  }),
  one('k4', 4, { closed: { at: 4, outcome: 'solved' }, category: 'complaint' }),
];
const ids = (filter: Partial<Parameters<typeof filterCases>[1]>) =>
  filterCases(cases, { words: '', state: 'all', category: '', ...filter }).map(({ id }) => id);

describe('filtering cases', () => {
  it('shows the latest change first', () => expect(ids({})).toEqual(['k4', 'k3', 'k2', 'k1']));
  it.each([
    ['open', ['k3', 'k2', 'k1']],
    ['late', ['k2']],
    ['urgent', ['k3']],
    ['closed', ['k4']],
  ] as const)('%s', (state, wanted) => expect(ids({ state })).toEqual(wanted));
  it('looks for all words in what was entered, the number and the owner', () => {
    expect(ids({ words: '碎 261102-a' })).toEqual(['k1']);
    expect(ids({ words: '碎 补发' })).toEqual([]);
    expect(ids({ words: 'K2' })).toEqual(['k2']);
    expect(ids({ words: '小柚' })).toHaveLength(4);
  });
  it('keeps to a class', () => expect(ids({ category: 'complaint' })).toEqual(['k4']));
});
