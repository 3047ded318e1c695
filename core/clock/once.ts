import type { ChatEvent, ConversationEvent } from '../event.ts';

const PRECISION = { second: 0, minute: 1, none: 2 } as const;

/** Of two records of one event the one that knows more: seen live, then the finer time, then the earlier. */
function better(a: ConversationEvent, b: ConversationEvent): ConversationEvent {
  const finer =
    a.kind === 'message-seen' && b.kind === 'message-seen'
      ? Number(a.seen === 'backfill') - Number(b.seen === 'backfill') ||
        PRECISION[a.sentAt.precision] - PRECISION[b.sentAt.precision]
      : 0;
  return (finer || a.at - b.at || a.seq - b.seq || a.mono - b.mono) <= 0 ? a : b;
}

/** What happened in conversations, each event once however often it was recorded. */
export function onceEach(events: readonly ChatEvent[]): ConversationEvent[] {
  return [...onceByConversation(events).values()].flatMap((once) => [...once.values()]);
}

/** The same by conversation (its pseudonym) and id, both in the order in which they first appear. */
export function onceByConversation(
  events: readonly ChatEvent[],
): ReadonlyMap<string, ReadonlyMap<string, ConversationEvent>> {
  const all = new Map<string, Map<string, ConversationEvent>>();
  for (const event of events) {
    if (!('conversation' in event)) continue;
    let once = all.get(event.conversation);
    if (!once) {
      once = new Map();
      all.set(event.conversation, once);
    }
    const other = once.get(event.id);
    once.set(event.id, other ? better(other, event) : event);
  }
  return all;
}
