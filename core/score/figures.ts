import { type ClockOptions, clock } from '../clock/clock.ts';
import { conversationKey, fromLog } from '../clock/from-log.ts';
import { type Metric, metricOf } from '../clock/metric.ts';
import { onceEach } from '../clock/once.ts';
import type { ClockEvent } from '../clock/timeline.ts';
import type { Unit } from '../clock/unit.ts';
import type { ChatEvent, FindingFact, MessageEvent } from '../event.ts';
import type { MetricProfile } from '../profile.ts';

/** Who was on duty; where nobody said so, only the 子账号, and `null` where the page shows none. */
export type Agent =
  | { readonly kind: 'person'; readonly person: string; readonly seats: readonly string[] }
  | { readonly kind: 'seat'; readonly seat: string | null };

/** A finding of at least 警告 in a message of ours as sent. */
export interface Violation {
  /** Id of the message. */
  readonly message: string;
  readonly conversation: string;
  readonly at: number;
  readonly finding: FindingFact;
}

/** What a log tells of one agent; every number keeps what it was counted from. */
export interface Figures {
  readonly agent: Agent;
  readonly response: { readonly metric: Metric; readonly units: readonly Unit[] };
  /** 漏回: units that nobody answered, those left out by the profile apart. */
  readonly missed: readonly Unit[];
  /** Messages that the agent sent. */
  readonly replies: number;
  readonly violations: readonly Violation[];
  /** Null without messages. */
  readonly violationsPer1000: number | null;
  /** 接待量: conversations in which the agent wrote, or was on duty when the buyer did. */
  readonly received: readonly string[];
}

interface Desk {
  readonly person: string | null;
  readonly seats: Set<string>;
  readonly units: Unit[];
  readonly violations: Violation[];
  readonly received: Set<string>;
  replies: number;
}

function violationsIn(message: MessageEvent, at: number): Violation[] {
  return message.findings
    .filter(({ level }) => level !== 'hint')
    .map((finding) => ({ message: message.id, conversation: message.conversation, at, finding }));
}

function figuresAt(desk: Desk, profile: MetricProfile): Figures {
  const { person, seats, units, violations, replies, received } = desk;
  const names = [...seats].sort();
  return {
    agent:
      person === null ? { kind: 'seat', seat: names[0] ?? null } : { kind: 'person', person, seats: names },
    response: { metric: metricOf(profile, units), units },
    missed: units.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'unanswered')),
    replies,
    violations,
    violationsPer1000: replies === 0 ? null : (violations.length / replies) * 1000,
    received: [...received].sort(),
  };
}

/**
 * What a log (or several together) tells of each agent, by one profile. A unit belongs to whoever answered it, else
 * to whoever was on duty when it began. What was sent while nobody was on duty belongs to its 子账号, never to a
 * person; what was there before we looked belongs to nobody.
 */
export function figuresOf(
  events: readonly ChatEvent[],
  profile: MetricProfile,
  options: ClockOptions = {},
): Figures[] {
  const timeline = fromLog(events);
  const messages = new Map(
    onceEach(events).flatMap((event) =>
      event.kind === 'message-seen' ? [[`${conversationKey(event)}\n${event.id}`, event] as const] : [],
    ),
  );
  const desks = new Map<string, Desk>();
  const deskOf = ({ person, seat }: Pick<ClockEvent, 'person' | 'seat'>): Desk => {
    const name = person === null ? `seat ${seat ?? ''}` : `person ${person}`;
    const desk = desks.get(name) ?? {
      person,
      seats: new Set(),
      units: [],
      violations: [],
      received: new Set(),
      replies: 0,
    };
    if (seat !== null) desk.seats.add(seat);
    desks.set(name, desk);
    return desk;
  };

  for (const { events: strand } of timeline.strands)
    for (const event of strand) {
      if (event.kind !== 'message' || (event.by !== 'buyer' && event.by !== 'agent')) continue;
      const desk = deskOf(event);
      desk.received.add(event.key);
      if (event.by === 'buyer') continue;
      desk.replies += 1;
      const message = messages.get(`${event.key}\n${event.id}`);
      if (message) desk.violations.push(...violationsIn(message, event.at));
    }
  for (const unit of clock(timeline, profile, options).units) deskOf(unit).units.push(unit);

  const order = ({ person, seats }: Desk) =>
    `${person === null ? 1 : 0}${person ?? [...seats].sort()[0] ?? ''}`;
  return [...desks.values()]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((desk) => figuresAt(desk, profile));
}
