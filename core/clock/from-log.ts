import type { ChatEvent, ConversationEvent, MessageEvent, Place } from '../event.ts';
import { datedMessages, type When } from './backfill.ts';
import { dutyOf, personOn, shopOf } from './duty.ts';
import { type LocalClock, localClockOf } from './local-clock.ts';
import { onceByConversation } from './once.ts';
import { weave } from './order.ts';
import type { ClockEvent, DutySpan, Timeline } from './timeline.ts';

const known = (name: string): string | null => (name === 'unknown' || name === '' ? null : name);

/** By their key, each in the order of seeing. */
function conversationsOf(events: readonly ChatEvent[], seenAt: LocalClock): Map<string, ConversationEvent[]> {
  const all = new Map<string, ConversationEvent[]>();
  for (const once of onceByConversation(events).values()) {
    let own: ConversationEvent[] = [];
    let at: Place | null = null;
    for (const event of once.values()) {
      if (at?.console !== event.place.console || at.shop !== event.place.shop) {
        at = event.place;
        const key = conversationKey(event);
        own = all.get(key) ?? [];
        all.set(key, own);
      }
      own.push(event);
    }
  }
  for (const conversation of all.values())
    conversation.sort((a, b) => seenAt(a) - seenAt(b) || a.seq - b.seq || (a.id < b.id ? -1 : 1));
  return all;
}

/** Names a conversation across consoles and shops. */
export const conversationKey = ({ place, conversation }: ConversationEvent): string =>
  `${shopOf(place)}\n${conversation}`;

/** Whose an event is, made once for each conversation. */
type Home = Pick<ClockEvent, 'key' | 'shop'>;

function messageEvent(
  event: MessageEvent,
  { key, shop }: Home,
  when: When,
  index: number,
  duty: readonly DutySpan[],
): ClockEvent {
  const live = event.seen === 'live';
  const { seat } = event.place;
  return {
    key,
    conversation: event.conversation,
    kind: 'message',
    by: event.by,
    class: event.signals.class,
    greets: event.signals.greets,
    at: when.at,
    earliest: when.earliest,
    latest: when.latest,
    clock: when.clock,
    wall: live ? event.at : null,
    mono: live ? event.mono : null,
    boot: live ? event.bootId : null,
    seq: event.seq,
    id: event.id,
    seat: known(seat),
    // Whoever finds an older message need not be the one who wrote it.
    person: live || shop === null ? event.person : personOn(duty, shop, seat, when.at),
    to: null,
    shop,
    index,
  };
}

function transferEvent(
  event: ConversationEvent,
  { key, shop }: Home,
  to: string | null,
  at: number,
  index: number,
): ClockEvent {
  return {
    key,
    conversation: event.conversation,
    kind: 'transfer',
    by: 'system',
    class: 'substantive',
    greets: false,
    at,
    earliest: at,
    latest: at,
    clock: 'wall',
    wall: event.at,
    mono: event.mono,
    boot: event.bootId,
    seq: event.seq,
    id: event.id,
    seat: known(event.place.seat),
    person: event.person,
    to,
    shop,
    index,
  };
}

/** Log events as a timeline: repetitions dropped, backfill dated, everything on one clock. Their order is no matter. */
export function fromLog(events: readonly ChatEvent[]): Timeline {
  const seenAt = localClockOf(events);
  const duty = dutyOf(events);
  const all: ClockEvent[] = [];
  for (const [key, conversation] of conversationsOf(events, seenAt)) {
    const [first] = conversation;
    const home: Home = { key, shop: first ? shopOf(first.place) : null };
    for (const [message, when] of datedMessages(conversation, seenAt))
      all.push(messageEvent(message, home, when, all.length, duty));
    for (const event of conversation)
      if (event.kind === 'conversation-transferred')
        all.push(transferEvent(event, home, event.to, seenAt(event), all.length));
  }
  const jumps = events.flatMap((event) =>
    event.kind === 'clock-jumped' ? [{ from: event.at - event.byMs, to: event.at }] : [],
  );
  return { ...weave(all), jumps, duty };
}
