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
  const once = new Map<string, ConversationEvent>();
  for (const event of events) {
    if (!('conversation' in event)) continue;
    const key = `${event.conversation}\n${event.id}`;
    const other = once.get(key);
    once.set(key, other ? better(other, event) : event);
  }
  return [...once.values()];
}
