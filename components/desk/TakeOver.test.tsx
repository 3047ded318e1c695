// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { HandOver } from '../../core/hand-over.ts';
import type { Taking } from '../case/take-over.ts';
import { speak } from '../i18n/say.ts';
import { TakeOver } from './TakeOver.tsx';

afterEach(cleanup);

const AT = Date.UTC(2026, 10, 20, 6);
const file: HandOver = {
  format: 'counterside-handover/1',
  hand: 'h',
  at: AT,
  from: '',
  to: '小禾',
  case: {
    id: 'k',
    conversation: 'p',
    category: 'logistics',
    urgency: 'urgent',
    status: 'open',
    owner: null,
    openedAt: AT,
    form: null,
    fields: { order: '261102-1' },
  },
  flow: {
    flow: 'f',
    variant: null,
    title: '物流',
    startedAt: AT,
    done: [{ node: 'a', title: '受理', at: AT, person: null, choice: null }],
    next: { node: 'b', title: '核实', due: AT },
  },
  followUps: [{ what: 'callback', due: null, note: '回电' }],
  notes: [{ at: AT, person: null, text: '已问' }],
};
const taking: Taking = {
  acts: [],
  fields: 1,
  unknown: ['colour: 红'],
  personal: 2,
  flow: { title: '物流', next: '核实', goesOn: true },
};

it.each(['zh-CN', 'en'] as const)('says in %s what would come, with no place left open', (language) => {
  speak(language);
  for (const goesOn of [true, false]) {
    const flow = { title: '物流', next: null, goesOn };
    const { container } = render(
      <TakeOver file={file} taking={{ ...taking, flow }} onTake={vi.fn()} onLeave={vi.fn()} />,
    );
    expect(container.textContent).not.toMatch(/\{\w+\}|undefined|NaN|\[object|take\./);
    expect(container.textContent).toContain('261102-1');
    cleanup();
  }
});

it('takes it over on purpose only', () => {
  speak('zh-CN');
  const onTake = vi.fn();
  const onLeave = vi.fn();
  render(<TakeOver file={file} taking={taking} onTake={onTake} onLeave={onLeave} />);
  fireEvent.click(screen.getByRole('button', { name: '先不接', hidden: true }));
  expect([onLeave.mock.calls.length, onTake.mock.calls.length]).toEqual([1, 0]);
  fireEvent.submit(screen.getByRole('button', { name: '接手', hidden: true }).closest('form')!);
  expect(onTake).toHaveBeenCalledTimes(1);
});
