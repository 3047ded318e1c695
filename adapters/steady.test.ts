import { expect, it } from 'vitest';
import type { PageState } from './sighting.ts';
import { steadily } from './steady.ts';

const place = { console: 'c', shop: 's', seat: 'u' };
const ready = (key: string): PageState => ({
  kind: 'ready',
  place,
  conversation: { key, buyer: null },
  order: null,
});
const states: Record<string, PageState> = {
  loading: { kind: 'loading' },
  none: { kind: 'no-conversation', place },
  kicked: { kind: 'unusable', reason: 'kicked', shown: '账户在别处登录' },
  gone: { kind: 'broken', missing: ['messages'] },
  A: ready('A'),
  B: ready('B'),
};
const name = (state: PageState) => (state.kind === 'ready' ? state.conversation.key : state.kind);

/** Looks like `0 A | 100 B?` (a question mark for doubt) told as `A | -`, a dash where messages are not taken. */
function tell(looks: string): string {
  const next = steadily();
  return looks
    .split(' | ')
    .map((look) => {
      const [clock, seen = ''] = look.split(' ');
      const { state, steady } = next(
        states[seen.replace('?', '')]!,
        seen.endsWith('?') ? 'doubt' : null,
        Number(clock),
      );
      return `${name(state)}${steady ? '' : '-'}`;
    })
    .join(' | ');
}

it.each([
  ['a chat that is there', '1 A | 2 A', 'A | A'],
  ['a re-mount blinks', '1 A | 2 gone | 200 gone | 201 A', 'A | A- | A- | A'],
  ['a slow re-mount is not known', '1 A | 2 gone | 400 gone | 900 A', 'A | A- | loading- | A'],
  ['a box that stays away is gone', '1 A | 2 gone | 10100 gone | 10200 A', 'A | A- | broken- | A'],
  ['half a switch', '1 A | 2 B? | 100 B? | 200 B', 'A | A- | A- | B'],
  ['a doubt that stays is no doubt', '1 A | 2 B? | 500 B? | 1100 B? | 1200 B?', 'A | A- | loading- | B | B'],
  ['kicked at once', '1 A | 2 kicked | 3 A', 'A | unusable- | A'],
  ['nobody open', '1 none | 2 A | 3 none | 400 none', 'no-conversation- | A | A- | no-conversation-'],
  [
    'a chat that never mounts',
    '1 loading | 59000 loading | 60100 loading | 60200 A',
    'loading- | loading- | broken- | A',
  ],
  [
    'a chat that was left is not broken',
    '1 A | 2 loading | 400 loading | 90000 loading',
    'A | A- | loading- | loading-',
  ],
])('%s', (_, looks, expected) => expect(tell(looks)).toBe(expected));

it('asks to be asked again while it waits', () => {
  const next = steadily();
  next(states.A!, null, 1);
  expect(next(states.B!, 'doubt', 2).wake).toBe(300);
  expect(next(states.B!, 'doubt', 402).wake).toBe(600);
  expect(next(states.B!, null, 500).wake).toBeNull();
});
