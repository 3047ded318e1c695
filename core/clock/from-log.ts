import type { ChatEvent, ConversationEvent, MessageEvent } from '../event.ts';
import { datedMessages, type When } from './backfill.ts';
import { dutyOf, personOn, shopOf } from './duty.ts';
import { type LocalClock, localClockOf } from './local-clock.ts';
import { onceEach } from './once.ts';
import { weave } from './order.ts';
import type { ClockEvent, DutySpan, Timeline } from './timeline.ts';

const known = (name: string): string | null => (name === 'unknown' || name === '' ? null : name);

function conversationsOf(events: readonly ChatEvent[], seenAt: LocalClock): ConversationEvent[][] {
  const all = new Map<string, ConversationEvent[]>();
  for (const event of onceEach(events)) {
    const key = conversationKey(event);
    const others = all.get(key);
    if (others) others.push(event);
    else all.set(key, [event]);
  }
  for (const conversation of all.values())
    conversation.sort((a, b) => seenAt(a) - seenAt(b) || a.seq - b.seq || (a.id < b.id ? -1 : 1));
  return [...all.values()];
}

/** Names a conversation across consoles and shops. */
export const conversationKey = ({ place, conversation }: ConversationEvent): string =>
  `${shopOf(place)}\n${conversation}`;

function stamped(event: ConversationEvent, index: number, person: string | null) {
  const { place, conversation, seq, id } = event;
  return {
    key: conversationKey(event),
    conversation,
    seq,
    id,
    seat: known(place.seat),
    person,
    shop: shopOf(place),
    index,
  };
}

function messageEvent(event: MessageEvent, when: When, index: number, duty: readonly DutySpan[]): ClockEvent {
  const live = event.seen === 'live';
  // Whoever finds an older message need not be the one who wrote it.
  const person = live ? event.person : personOn(duty, shopOf(event.place), event.place.seat, when.at);
  return {
    ...stamped(event, index, person),
    kind: 'message',
    by: event.by,
    class: event.signals.class,
    greets: event.signals.greets,
    ...when,
    wall: live ? event.at : null,
    mono: live ? event.mono : null,
    boot: live ? event.bootId : null,
    to: null,
  };
}

function transferEvent(event: ConversationEvent, to: string | null, at: number, index: number): ClockEvent {
  const when = { at, earliest: at, latest: at, clock: 'wall', wall: event.at } as const;
  const { mono, bootId: boot, person } = event;
  return {
    ...stamped(event, index, person),
    kind: 'transfer',
    by: 'system',
    class: 'substantive',
    greets: false,
    ...when,
    mono,
    boot,
    to,
  };
}

/** Log events as a timeline: repetitions dropped, backfill dated, everything on one clock. Their order is no matter. */
export function fromLog(events: readonly ChatEvent[]): Timeline {
  const seenAt = localClockOf(events);
  const duty = dutyOf(events);
  const all: ClockEvent[] = [];
  for (const conversation of conversationsOf(events, seenAt)) {
    for (const [message, when] of datedMessages(conversation, seenAt))
      all.push(messageEvent(message, when, all.length, duty));
    for (const event of conversation)
      if (event.kind === 'conversation-transferred')
        all.push(transferEvent(event, event.to, seenAt(event), all.length));
  }
  const jumps = events.flatMap((event) =>
    event.kind === 'clock-jumped' ? [{ from: event.at - event.byMs, to: event.at }] : [],
  );
  return { ...weave(all), jumps, duty };
}
