// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Case } from '../../core/cases.ts';
import type { Due } from '../../core/follow-ups/due.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { speak } from '../i18n/say.ts';
import { Calendar, type CalendarWish } from './Calendar.tsx';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const followUp = (n: number, when: string): Due => ({
  kind: 'follow-up',
  id: `f${n}`,
  at: at(when),
  late: false,
  followUp: { id: `f${n}`, what: 'callback', note: `回访${n}`, shop: '小店' } as FollowUp,
});
const node: Due = {
  kind: 'node',
  id: 'k accept',
  at: at('21T09:30'),
  late: true,
  case: { id: 'k', conversation: 'c', fields: { question: '退货' } } as unknown as Case,
  node: { id: 'accept', title: '受理客户意见', titleEn: 'Accept', does: '', role: 'agent' },
};
const show = (dues: readonly Due[]) => {
  const act = vi.fn<(wish: CalendarWish) => void>();
  render(<Calendar dues={dues} now={at('21T12:00')} act={act} />);
  return act;
};
const cell = (day: string) => document.querySelector<HTMLElement>(`[data-day="2026-11-${day}"]`)!;

it('puts what falls due on its day, three of them and a number for the rest', () => {
  show([1, 2, 3, 4, 5].map((n) => followUp(n, `24T1${n}:00`)));
  expect(cell('24').textContent).toBe('2411:00 回访12:00 回访13:00 回访+2');
  expect(cell('24').getAttribute('aria-label')).toBe('2026-11-24 5 项');
  fireEvent.click(cell('24'));
  expect(screen.getAllByRole('listitem')).toHaveLength(5);
});

it('opens on today, goes from day to day by arrows and from month to month', () => {
  show([node]);
  expect(cell('21').getAttribute('aria-current')).toBe('date');
  expect(screen.getByRole('listitem').textContent).toContain('受理客户意见');
  cell('21').focus();
  fireEvent.keyDown(cell('21'), { key: 'ArrowDown' });
  expect((document.activeElement as HTMLElement).dataset.day).toBe('2026-11-28');
  fireEvent.click(screen.getByLabelText('下个月'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2026 年 12 月');
});

it('moves, ends and opens', () => {
  const act = show([followUp(1, '21T15:00'), node]);
  fireEvent.change(screen.getByLabelText('改到'), { target: { value: '2026-11-25T10:30' } });
  fireEvent.click(screen.getByRole('button', { name: '办到了' }));
  fireEvent.click(screen.getByRole('button', { name: '打开跟进单' }));
  expect(act.mock.calls.map(([wish]) => wish)).toMatchObject([
    { kind: 'move', to: at('25T10:30') },
    { kind: 'done', due: { id: 'f1' } },
    { kind: 'case', due: { id: 'k accept' } },
  ]);
});
