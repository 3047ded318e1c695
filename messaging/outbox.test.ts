import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '../core/event.ts';
import { CallError, type CallTrouble } from './call.ts';
import { BATCH, createOutbox, type Unstamped } from './outbox.ts';

const fact = {
  kind: 'conversation-opened',
  place: { console: 'c', shop: 's', seat: 'x' },
  conversation: 'k',
  buyer: null,
} satisfies Unstamped;

/** A background that keeps what it is sent, or fails as told. */
function scene() {
  const stored = new Map<string, Observation>();
  const asked: number[] = [];
  const counts: number[] = [];
  const orphaned: number[] = [];
  let trouble: (batch: readonly Observation[]) => CallTrouble | 'lost-answer' | null = () => null;
  const ending = new AbortController();
  let at = 1000;
  const outbox = createOutbox({
    send: async (batch) => {
      asked.push(batch.length);
      const code = trouble(batch);
      if (code !== null && code !== 'lost-answer') throw new CallError(code, code);
      for (const one of batch) stored.set(one.id, one);
      if (code === 'lost-answer') throw new CallError('unreachable', 'the answer was lost');
      return batch.map(({ id }) => id);
    },
    onCount: (unsaved) => counts.push(unsaved),
    onOrphaned: (left, refused) => orphaned.push(left.length + refused),
    now: () => ({ at: at++, mono: at }),
    signal: ending.signal,
  });
  return {
    outbox,
    stored,
    asked,
    counts,
    orphaned,
    ending,
    fail: (by: typeof trouble) => {
      trouble = by;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('outbox', () => {
  it('stamps each fact with an id of its own and both clocks', () => {
    const { outbox } = scene();
    const [one, two] = [outbox.add(fact), outbox.add(fact)];
    expect(one).toMatchObject({ ...fact, at: 1000, bootId: outbox.bootId });
    expect(outbox.bootId).toMatch(/^[0-9a-f]{16}$/);
    expect([one.id, two.id]).toEqual([`${outbox.bootId}-1`, `${outbox.bootId}-2`]);
    expect(scene().outbox.bootId).not.toBe(outbox.bootId);
  });

  it('gathers facts into one question and counts down when they are safe', async () => {
    const { outbox, asked, counts } = scene();
    outbox.add(fact);
    outbox.add(fact);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(asked).toEqual([2]);
    expect(counts).toEqual([1, 2, 0]);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([2]);
  });

  it('never puts more than a batch into a question, and sends a full one at once', async () => {
    const { outbox, asked, stored } = scene();
    for (let i = 0; i < 2 * BATCH + 50; i++) outbox.add(fact);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked[0]).toBe(BATCH);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([BATCH, BATCH, 50]);
    expect(stored.size).toBe(2 * BATCH + 50);
  });

  it('asks again with growing pauses until the background is back, and stores nothing twice', async () => {
    const { outbox, asked, stored, counts, fail } = scene();
    fail(() => 'unreachable');
    outbox.add(fact);
    await vi.advanceTimersByTimeAsync(250);
    await vi.advanceTimersByTimeAsync(500 + 1000 + 2000);
    expect(asked).toHaveLength(4);
    expect(counts.at(-1)).toBe(1);
    fail(() => 'lost-answer');
    await vi.advanceTimersByTimeAsync(4000);
    expect(stored.size).toBe(1);
    expect(counts.at(-1)).toBe(1);
    fail(() => null);
    await vi.runAllTimersAsync();
    expect(stored.size).toBe(1);
    expect(counts.at(-1)).toBe(0);
  });

  it('does not let new facts shorten the pause', async () => {
    const { outbox, asked, fail } = scene();
    fail(() => 'failed');
    outbox.add(fact);
    await vi.advanceTimersByTimeAsync(250 + 500 + 1000);
    const before = asked.length;
    for (let i = 0; i < BATCH; i++) outbox.add(fact);
    await vi.advanceTimersByTimeAsync(1900);
    expect(asked).toHaveLength(before);
  });

  it('slows down if an answer names nothing that waits', async () => {
    const asked: number[] = [];
    const outbox = createOutbox({
      send: async (batch) => {
        asked.push(batch.length);
        return ['somebody else'];
      },
      onCount: () => undefined,
      now: () => ({ at: 0, mono: 0 }),
      signal: new AbortController().signal,
    });
    outbox.add(fact);
    await vi.advanceTimersByTimeAsync(250 + 500 + 1000 + 2000 - 1);
    expect(asked.length).toBe(3);
  });

  it('takes a background that never answers for one that is away', async () => {
    let asked = 0;
    const outbox = createOutbox({
      send: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
      onCount: () => undefined,
      now: () => ({ at: 0, mono: 0 }),
      signal: new AbortController().signal,
    });
    outbox.add(fact);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(asked).toBe(2);
  });

  it('lets one malformed fact hold back no other, and keeps it counted', async () => {
    const { outbox, stored, counts, fail } = scene();
    const all = Array.from({ length: 9 }, () => outbox.add(fact));
    const bad = all[4]!.id;
    fail((batch) => (batch.some(({ id }) => id === bad) ? 'bad-input' : null));
    await vi.runAllTimersAsync();
    expect([...stored.keys()].sort()).toEqual(
      all
        .map(({ id }) => id)
        .filter((id) => id !== bad)
        .sort(),
    );
    expect(counts.at(-1)).toBe(1);
  });

  it.each(['orphaned', 'protocol'] as const)(
    'gives up when it can never save again (%s), and keeps its count',
    async (code) => {
      const { outbox, asked, orphaned, counts, fail } = scene();
      fail(() => code);
      outbox.add(fact);
      await vi.runAllTimersAsync();
      outbox.add(fact);
      await vi.runAllTimersAsync();
      expect(orphaned).toEqual([1]);
      expect(asked).toHaveLength(1);
      expect(counts.at(-1)).toBe(2);
    },
  );

  it('sends what waits when the page goes', async () => {
    const listeners: (() => void)[] = [];
    vi.stubGlobal(
      'addEventListener',
      (type: string, listener: () => void) => type === 'pagehide' && listeners.push(listener),
    );
    const { outbox, stored } = scene();
    vi.unstubAllGlobals();
    for (let i = 0; i < BATCH + 1; i++) outbox.add(fact);
    for (const listener of listeners) listener();
    expect(stored.size).toBe(BATCH + 1);
  });

  it('sends what waits when its signal fires, then stays silent', async () => {
    const { outbox, asked, ending } = scene();
    outbox.add(fact);
    ending.abort();
    expect(asked).toEqual([1]);
    outbox.add(fact);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([1]);
  });
});
