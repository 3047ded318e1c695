import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CallError, type CallTrouble } from '../../messaging/call.ts';
import { insist } from './insist.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function asked(...codes: CallTrouble[]) {
  const left = [...codes];
  return vi.fn(async () => {
    const code = left.shift();
    if (code !== undefined) throw new CallError(code, code);
    return 'an answer';
  });
}

it('asks until the background is there', async () => {
  const ask = asked('unreachable', 'failed', 'unreachable');
  const answer = insist(ask, { signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await answer, ask.mock.calls.length]).toEqual(['an answer', 4]);
});

it.each(['orphaned', 'not-allowed', 'protocol'] as const)('asks once where it is told %s', async (code) => {
  const ask = asked(code);
  const answer = insist(ask, { signal: new AbortController().signal });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await answer, ask.mock.calls.length]).toEqual([undefined, 1]);
});

it('stops with its signal', async () => {
  const end = new AbortController();
  const ask = asked('unreachable', 'unreachable', 'unreachable');
  const answer = insist(ask, end);
  await vi.advanceTimersByTimeAsync(1_500);
  end.abort();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await answer, ask.mock.calls.length]).toEqual([undefined, 2]);
});
