import { expect, it } from 'vitest';
import type { WaitingRow } from '../../adapters/sighting.ts';
import type { Unstamped } from '../../messaging/outbox.ts';
import { createJumpDetector } from './jump.ts';
import { createObserver, newlyWaiting } from './observe.ts';

const row = (key: string, unread: number | null): WaitingRow => ({
  conversation: { key, buyer: null },
  unread,
  rowTime: { precision: 'none', source: 'observed' },
});

it.each([
  ['a new row', [], [row('a', 1)], ['a']],
  ['more unread in a known row', [row('a', 1)], [row('a', 2)], ['a']],
  ['nothing new', [row('a', 1)], [row('a', 1)], []],
  ['a row that left', [row('a', 1), row('b', 1)], [row('b', 1)], []],
  ['a row without a count', [], [row('a', null)], ['a']],
])('newly waiting: %s', (_, before, after, keys) => {
  expect(newlyWaiting(before, after).map((r) => r.conversation.key)).toEqual(keys);
});

it('logs a jump of the clock before the fact that follows it', () => {
  let wall = 1_000_000;
  let mono = 0;
  const kept: Unstamped[] = [];
  const place = { console: 'x', shop: 'y', seat: 'z' };
  const jumped = createJumpDetector({ now: () => wall, mono: () => mono });
  const observer = createObserver(
    () => place,
    jumped,
    (fact) => String(kept.push(fact)),
  );
  wall += 60_000;
  mono += 60_000;
  observer.conversation({ key: 'c', buyer: null }, { kind: 'conversation-opened' });
  wall -= 3_600_000;
  observer.desk({ kind: 'adapter-healthy' });
  observer.desk({ kind: 'agent-away' });
  expect(kept.map((fact) => fact.kind)).toEqual([
    'conversation-opened',
    'clock-jumped',
    'adapter-healthy',
    'agent-away',
  ]);
  expect(kept[1]).toMatchObject({ byMs: -3_600_000 });
});
