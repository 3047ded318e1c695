// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Case } from '../../core/cases.ts';
import { speak } from '../i18n/say.ts';
import { MergeCase } from './MergeCase.tsx';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

const one = (id: string, openedAt: number, over: object = {}): Case =>
  ({ id, conversation: id, category: 'logistics', openedAt, closed: null, fields: {}, ...over }) as Case;

it('offers open cases, those of the same buyer and order first, and merges on purpose only', () => {
  const onMerge = vi.fn();
  const here = one('here', 1, { conversation: 'c', fields: { order: '77' } });
  const all = [
    here,
    one('latest', 9),
    one('order', 3, { fields: { order: '77' } }),
    one('buyer', 2, { conversation: 'c' }),
    one('closed', 8, { closed: { at: 9, outcome: 'solved' } }),
  ];
  render(<MergeCase one={here} all={all} onMerge={onMerge} />);
  const options = screen.getAllByRole('option').map((option) => (option as HTMLOptionElement).value);
  expect(options).toEqual(['', 'buyer', 'order', 'latest']);
  const select = screen.getByRole('combobox');
  fireEvent.submit(select.closest('form')!);
  expect(onMerge).not.toHaveBeenCalled();
  (select as HTMLSelectElement).value = 'order';
  fireEvent.submit(select.closest('form')!);
  expect(onMerge.mock.calls.map(([into]) => into.id)).toEqual(['order']);
});

it('is not there where there is nothing to merge with', () => {
  const { container } = render(<MergeCase one={one('a', 1)} all={[one('a', 1)]} onMerge={vi.fn()} />);
  expect(container.innerHTML).toBe('');
});
