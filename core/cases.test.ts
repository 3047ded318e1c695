import { describe, expect, it } from 'vitest';
import { type CaseEvent, foldCases } from './cases.ts';

type Act = CaseEvent extends infer E ? (E extends CaseEvent ? Pick<E, 'kind'> & Partial<E> : never) : never;

function log(...acts: Act[]): CaseEvent[] {
  return acts.map(
    (act, at) =>
      ({
        id: `e${at}`,
        at,
        mono: at,
        bootId: 'b',
        seq: at,
        person: '小李',
        conversation: 'k',
        case: 'one',
        place: { console: 'c', shop: 's', seat: 'x' },
        ...act,
      }) as CaseEvent,
  );
}

describe('foldCases', () => {
  it('keeps what was entered last in each field', () => {
    const [found] = foldCases(
      log(
        { kind: 'case-opened', category: '退换货' },
        { kind: 'case-changed', fields: { note: '破损', order: '1' } },
        { kind: 'case-changed', fields: { note: '已补发' } },
      ),
    );
    expect(found).toMatchObject({
      category: '退换货',
      fields: { note: '已补发', order: '1' },
      openedAt: 0,
      changedAt: 2,
      closed: null,
    });
  });

  it('leaves a closed case closed', () => {
    const [found] = foldCases(
      log(
        { kind: 'case-opened', category: '物流' },
        { kind: 'case-closed', outcome: '已解决' },
        { kind: 'case-changed', fields: { note: '晚了' } },
        { kind: 'case-closed', outcome: '未解决' },
      ),
    );
    expect(found).toMatchObject({ closed: { at: 1, outcome: '已解决' }, fields: {} });
  });

  it('opens a case once, and changes none that nobody opened', () => {
    const found = foldCases(
      log(
        { kind: 'case-changed', case: 'two', fields: { note: 'x' } },
        { kind: 'case-opened', category: '物流' },
        { kind: 'case-opened', category: '发票' },
      ),
    );
    expect(found.map(({ id, category }) => [id, category])).toEqual([['one', '物流']]);
  });
});
