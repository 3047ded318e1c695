// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Notice } from './Notice.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

it.each([
  ['good news leaves by itself', 'fine', 1],
  ['trouble stays until somebody closed it', 'trouble', 0],
] as const)('%s', (_, tone, closed) => {
  const onClose = vi.fn();
  const notice = { text: '已保存', tone, undo: false };
  act(() => {
    render(<Notice notice={notice} onUndo={() => undefined} onClose={onClose} />);
  });
  vi.advanceTimersByTime(60_000);
  expect(onClose).toHaveBeenCalledTimes(closed);
});
