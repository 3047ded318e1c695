import { conversationKey } from '../../core/clock/from-log.ts';
import type { By, ChatEvent, Level } from '../../core/event.ts';

/** A conversation in numbers. `from` and `to` are the wall times of its first and last record. */
export interface Talk {
  readonly id: string;
  readonly console: string;
  readonly shop: string;
  readonly people: Set<string>;
  from: number;
  to: number;
  readonly messages: Record<By, number>;
  /** Of what our side sent. */
  readonly found: Record<Level, number>;
}

/** The conversations of a log, in the order in which they began. */
export function talksOf(events: readonly ChatEvent[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const event of events) {
    if (!('conversation' in event)) continue;
    const key = conversationKey(event);
    const talk = talks.get(key) ?? begin(event.conversation, event);
    talks.set(key, talk);
    talk.from = Math.min(talk.from, event.at);
    talk.to = Math.max(talk.to, event.at);
    if (event.person !== null) talk.people.add(event.person);
    if (event.kind !== 'message-seen') continue;
    talk.messages[event.by] += 1;
    for (const { level } of event.findings) talk.found[level] += 1;
  }
  return [...talks.values()].sort((a, b) => a.from - b.from);
}

const begin = (id: string, { place, at }: ChatEvent): Talk => ({
  id,
  console: place.console,
  shop: place.shop,
  people: new Set(),
  from: at,
  to: at,
  messages: { buyer: 0, agent: 0, robot: 0, system: 0, unknown: 0 },
  found: { hint: 0, warn: 0, block: 0 },
});
