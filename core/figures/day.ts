import { clock } from '../clock/clock.ts';
import { fromLog } from '../clock/from-log.ts';
import { type Metric, metricOf } from '../clock/metric.ts';
import { atConsoles } from '../clock/order.ts';
import type { DutySpan, Timeline } from '../clock/timeline.ts';
import { zoneOf } from '../clock/zone.ts';
import type { ChatEvent, MessageEvent } from '../event.ts';
import type { MetricProfile } from '../profile.ts';
import { peakOf } from './peak.ts';

/**
 * What one day came to, at one machine and for one person or all. A pure function of that day's events, so it can be
 * kept beside the log and made again from it. Counts and sums only: days add up.
 */
export interface DayFigures {
  /** The conversations in which the buyer wrote (接待量), by pseudonym, sorted. */
  readonly received: readonly string[];
  /** 咨询量: of those, how many wrote in each local hour. 24 numbers. */
  readonly hours: readonly number[];
  /** 最大同时接待量: the most conversations under way at one moment. */
  readonly peak: number;
  readonly buyerMessages: number;
  readonly agentMessages: number;
  /** Conversations that were transferred away (转接). */
  readonly transferred: number;
  /** Answered waits by the manuals' own definition: how many, and their seconds together. */
  readonly turns: number;
  readonly waitedSeconds: number;
  /** Of the turns, those answered within the target of the profile they are counted by. */
  readonly withinTarget: number;
  /** 漏回: waits that nobody answered that day. */
  readonly unanswered: number;
  /** Of whom nobody had answered by then: an answer that comes later is still this day's. Pseudonyms. */
  readonly waiting: readonly string[];
  /** By the profile's id; none where nothing was seen on its consoles. */
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly sentFindings: number;
  readonly fixedDrafts: number;
  readonly casesOpened: number;
  readonly casesClosed: number;
  readonly promisesMade: number;
  readonly promisesKept: number;
  /** Overdue promises, follow-ups and nodes. */
  readonly missed: number;
}

/** A profile and the consoles (their ids) that are judged by it: a platform's figure is of its own chats alone. */
export interface JudgedBy {
  readonly profile: MetricProfile;
  readonly consoles: readonly string[];
}

export interface DayAsk {
  /** The profile by which waits are counted; the manuals' own. */
  readonly general: MetricProfile;
  /** Profiles whose own figures are wanted beside. */
  readonly profiles: readonly JudgedBy[];
  readonly timeZone: string;
  /** When somebody was to be there by the roster, beside those whom the log knows on duty. */
  readonly shifts?: readonly DutySpan[];
  /** Only this person's; null for everyone. */
  readonly person: string | null;
}

const HOUR = 3_600_000;

/** Half-open wall time. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When a message was written, as far as anyone knows. */
const writtenAt = ({ sentAt, at }: MessageEvent): number => (sentAt.precision === 'none' ? at : sentAt.at);

/** What decides of which day an event is: a message that was found later is of the day in which it was written. */
export const dayTime = (event: ChatEvent): number =>
  event.kind === 'message-seen' ? writtenAt(event) : event.at;

/** What a day must be counted with, in milliseconds before its first moment and after its last. */
export const LOOK_BACK_MS = 6 * HOUR;
export const LOOK_AHEAD_MS = 12 * HOUR;

/**
 * The figures of a day from the log's events of that span, and of as much before and after as {@link LOOK_BACK_MS}
 * and {@link LOOK_AHEAD_MS} say. A wait belongs to the day in which it began, so that days add up to what the whole
 * log says: who asked last evening waits since then, and is answered the next morning.
 */
export function dayFigures(events: readonly ChatEvent[], ask: DayAsk, span: Span): DayFigures {
  const ours = (who: string | null) => ask.person === null || who === ask.person;
  const within = (at: number) => at >= span.from && at < span.to;
  const mine = events.filter((event) => ours(event.person) && within(dayTime(event)));
  const timeline = fromLog(events);
  const there = { shifts: [...timeline.duty, ...(ask.shifts ?? [])] };
  const unitsBy = (of: Timeline, profile: MetricProfile) =>
    clock(of, profile, there).units.filter(({ start }) => within(start.at));
  const units = unitsBy(timeline, ask.general).filter(({ person }) => ours(person));
  const began = new Set(units.map(({ start }) => start.id));
  // Most waits begin while another chat is open. Of what was there before we first looked, only what the clock takes
  // for such a wait was asked of us; the rest was written some other day, or answered by somebody else.
  const live = mine.filter(
    (event): event is MessageEvent =>
      event.kind === 'message-seen' && (event.seen === 'live' || began.has(event.id)),
  );
  const asked = live.filter(({ by }) => by === 'buyer');
  const count = (...kinds: ChatEvent['kind'][]) => mine.filter(({ kind }) => kinds.includes(kind)).length;
  const agent = live.filter(({ by }) => by === 'agent');
  const answered = units.filter(({ counts, answeredAt }) => counts && answeredAt !== null);
  const zone = zoneOf(ask.timeZone);
  const hours = new Array<Set<string>>(24);
  for (let hour = 0; hour < 24; hour += 1) hours[hour] = new Set();
  for (const message of asked)
    hours[Math.floor(zone.local(writtenAt(message)) / HOUR) % 24]?.add(message.conversation);
  const named = (kind: ChatEvent['kind']) =>
    new Set(
      mine.flatMap((event) => (event.kind === kind && 'conversation' in event ? [event.conversation] : [])),
    );
  const chatted = new Set(
    events.flatMap((event) =>
      within(dayTime(event)) && (event.kind === 'message-seen' || event.kind === 'list-seen')
        ? [event.place.console]
        : [],
    ),
  );
  return {
    received: [...new Set(asked.map(({ conversation }) => conversation))].sort(),
    hours: hours.map(({ size }) => size),
    peak: peakOf(live.map((message) => ({ conversation: message.conversation, at: writtenAt(message) }))),
    buyerMessages: asked.length,
    agentMessages: agent.length,
    transferred: named('conversation-transferred').size,
    turns: answered.length,
    waitedSeconds: answered.reduce((sum, { waited }) => sum + (typeof waited === 'number' ? waited : 0), 0),
    withinTarget: answered.filter(
      ({ met, waited }) => met ?? (typeof waited === 'number' && waited <= ask.general.targetSeconds),
    ).length,
    unanswered: units.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'unanswered')).length,
    waiting: units.flatMap(({ answeredAt, conversation }) => (answeredAt === null ? [conversation] : [])),
    metrics: Object.fromEntries(
      ask.profiles.flatMap(({ profile, consoles }) => {
        if (!consoles.some((console) => chatted.has(console))) return [];
        const theirs = atConsoles(timeline, consoles);
        return [[profile.id, metricOf(profile, unitsBy(theirs, profile))] as const];
      }),
    ),
    sentFindings: agent.reduce((sum, { findings }) => sum + findings.length, 0),
    fixedDrafts: new Set(mine.flatMap((event) => (event.kind === 'finding-fixed' ? [event.draft] : []))).size,
    casesOpened: count('case-opened'),
    casesClosed: count('case-closed', 'case-merged'),
    promisesMade: count('promise-made'),
    promisesKept: count('promise-kept'),
    missed: count('promise-missed', 'follow-up-missed', 'case-node-late'),
  };
}
