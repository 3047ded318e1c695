import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBacklog } from './backlog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function backlog() {
  const said: (number | null)[] = [];
  return { said, count: createBacklog((n) => said.push(n), new AbortController().signal) };
}

it('says nothing of facts that are saved at once', () => {
  const { said, count } = backlog();
  count(3);
  vi.advanceTimersByTime(500);
  count(0);
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([]);
});

it('counts what the background does not take, until it has', () => {
  const { said, count } = backlog();
  count(1);
  vi.advanceTimersByTime(2_000);
  count(2);
  vi.advanceTimersByTime(2_000);
  count(3);
  count(0);
  expect(said).toEqual([2, 3, null]);
});

it('starts its patience anew after each clean slate', () => {
  const { said, count } = backlog();
  count(1);
  vi.advanceTimersByTime(2_900);
  count(0);
  count(1);
  vi.advanceTimersByTime(2_900);
  expect(said).toEqual([]);
});
