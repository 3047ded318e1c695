import { expect, it } from 'vitest';
import { reminderOf } from './reminder.ts';

const DAY = 86_400_000;
const SINCE = Date.parse('2025-11-03T09:02:00+08:00');
const log = (latest: number) =>
  ({
    kind: 'some',
    events: 9,
    conversations: 2,
    days: { from: '2025-11-03', to: '2025-11-20' },
    since: SINCE,
    latest,
  }) as const;
const exported = (at: number) => [{ id: 'e', at, recipient: '林主管', events: 5 }];

it('reminds of a log that was never exported once its first entry is a week old', () => {
  expect(reminderOf(log(SINCE), [], SINCE + 7 * DAY - 1)).toBeNull();
  expect(reminderOf(log(SINCE), [], SINCE + 7 * DAY)).toEqual({ days: 7, ever: false });
});

it('counts from the latest export', () => {
  const at = SINCE + 5 * DAY;
  const all = [...exported(at), ...exported(SINCE + DAY)];
  expect(reminderOf(log(at + 1), all, SINCE + 11 * DAY)).toBeNull();
  expect(reminderOf(log(at + 1), all, at + 9.5 * DAY)).toEqual({ days: 9, ever: true });
});

it('is quiet where nothing came after the export, and where there is no log', () => {
  expect(reminderOf(log(SINCE), exported(SINCE), SINCE + 90 * DAY)).toBeNull();
  expect(reminderOf({ kind: 'empty' }, [], SINCE + 90 * DAY)).toBeNull();
});
