import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DismissScope, Level } from '../../core/event.ts';
import { call } from '../../messaging/call.ts';
import { NO_DRAFT } from '../chat.content/draft.ts';
import { initialModel, type Model } from '../chat.content/model.ts';
import { speaking } from '../chat.content/screening.ts';
import type { Session } from '../chat.content/session.ts';
import { createWishes } from './wishes.ts';

const place = { console: 'pinduoduo', shop: '小店', seat: 'x' };
const ready = (key: string, shop = '小店'): Model['page'] => ({
  kind: 'ready',
  place: { ...place, shop },
  conversation: { key, buyer: null },
  order: null,
});
const writes = (id: string, conversation: string, level: Level = 'warn'): Model['draft'] => ({
  id,
  conversation,
  text: '你是不是搞错了',
  findings: [{ rule: 'blame', category: 'taboo', level, start: 0, end: 7, folds: [] }],
});

/** A page as the wishes know it: facts logged, calls asked, and a model that holds what they did. */
function scene(level: Level = 'warn') {
  const facts: unknown[] = [];
  let model: Model = { ...initialModel('zh-CN'), page: ready('k1'), draft: writes('d1', 'k1', level) };
  const session = {
    adapter: { id: 'pinduoduo' },
    call,
    model: () => model,
    set: (part: Partial<Model>) => {
      model = { ...model, ...part };
    },
    observe: { conversation: ({ key }: { key: string }, act: object) => facts.push({ in: key, ...act }) },
  } as unknown as Session;
  const redraw = vi.fn();
  const on = createWishes({ session, writing: { redraw } } as never);
  const press = { isTrusted: true } as Event;
  return {
    facts,
    redraw,
    model: () => model,
    set: session.set,
    says: () => speaking(model).map(({ rule }) => rule),
    dismiss: (scope: DismissScope, event = press) =>
      on({ kind: 'dismiss', finding: 'blame@0', scope }, event),
    undo: () => on({ kind: 'undo' }, press),
  };
}

const asked: unknown[] = [];
let answers: () => unknown = () => ({ ok: true, answer: null });
beforeEach(() => {
  asked.length = 0;
  answers = () => ({ ok: true, answer: null });
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ours',
      sendMessage: async ({ call, ask }: { call: string; ask: unknown }) => {
        asked.push({ call, ask });
        return answers();
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SCOPES: readonly DismissScope[] = ['once', 'conversation', 'shop', 'trainer'];

describe('a dismissal', () => {
  it.each(SCOPES)('for %s silences at once, is logged, and can be taken back', (scope) => {
    const { dismiss, undo, says, facts, model, redraw } = scene();
    dismiss(scope);
    expect(says()).toEqual([]);
    expect(model().notice).toMatchObject({ key: `note.dismissed.${scope}`, tone: 'fine' });
    undo();
    expect(says()).toEqual(['blame']);
    expect(model().notice).toMatchObject({ key: 'note.undone', undoes: null });
    expect(facts).toEqual([
      { in: 'k1', kind: 'finding-dismissed', draft: 'd1', rule: 'blame', scope },
      { in: 'k1', kind: 'finding-restored', draft: 'd1', rule: 'blame' },
    ]);
    expect(redraw).toHaveBeenCalledTimes(2);
    undo();
    expect(facts).toHaveLength(2);
  });

  it('is kept for the shop, and for nothing else', () => {
    for (const scope of SCOPES) {
      const { dismiss, undo } = scene();
      dismiss(scope);
      undo();
    }
    const ask = { place, rule: 'blame' };
    expect(asked).toEqual([
      { call: 'rule.quiet', ask: { ...ask, quiet: true } },
      { call: 'rule.quiet', ask: { ...ask, quiet: false } },
    ]);
  });

  it('is taken back where it was given, though the agent is elsewhere by then', () => {
    const { dismiss, undo, set, facts, says } = scene();
    dismiss('shop');
    set({ page: ready('k2', '大店'), draft: writes('d2', 'k2') });
    undo();
    expect(facts.at(-1)).toEqual({ in: 'k1', kind: 'finding-restored', draft: 'd1', rule: 'blame' });
    expect(asked.at(-1)).toMatchObject({ ask: { place: { shop: '小店' }, quiet: false } });
    set({ page: ready('k1'), draft: writes('d3', 'k1') });
    expect(says()).toEqual(['blame']);
  });

  it('of one of two rules leaves the other’s dismissal alone when taken back', () => {
    const { dismiss, undo, set, model } = scene();
    const other = { rule: 'other', scope: 'shop', shop: '小店' } as const;
    set({ dismissals: [other] });
    dismiss('once');
    undo();
    expect(model().dismissals).toEqual([other]);
  });

  it.each([
    ['once', true],
    ['trainer', true],
    ['conversation', false],
    ['shop', false],
  ] as const)('of what is forbidden, asked for %s', (scope, done) => {
    const { dismiss, says, facts, model } = scene('block');
    dismiss(scope);
    expect(says()).toEqual(done ? [] : ['blame']);
    expect(facts).toHaveLength(done ? 1 : 0);
    expect(model().dismissals).toHaveLength(done ? 1 : 0);
    expect(asked).toEqual([]);
  });

  it('is none if no person asked for it, or nothing is found', () => {
    const { dismiss, set, facts } = scene();
    dismiss('shop', { isTrusted: false } as Event);
    set({ draft: NO_DRAFT });
    dismiss('shop');
    expect([facts, asked]).toEqual([[], []]);
  });

  it.each([
    ['given', false],
    ['taken back', true],
  ])('that could not be kept when %s says so', async (_, back) => {
    const { dismiss, undo, says, model } = scene();
    if (back) dismiss('shop');
    answers = () => ({ ok: false, error: 'read-only', message: 'no room' });
    if (back) undo();
    else dismiss('shop');
    await vi.waitUntil(() => model().notice?.key === 'note.not-kept');
    expect(model().notice).toMatchObject({ tone: 'trouble' });
    expect(says()).toEqual(back ? ['blame'] : []);
    // What holds for this page alone can still be taken back on it.
    expect(model().notice?.undoes === null).toBe(back);
  });
});
