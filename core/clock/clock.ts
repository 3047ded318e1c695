import type { MetricProfile } from '../profile.ts';
import { calendarOf } from './calendar.ts';
import { follow } from './follow.ts';
import { type Court, judge } from './judge.ts';
import { type Metric, metricOf } from './metric.ts';
import type { DutySpan, Timeline } from './timeline.ts';
import type { Unit } from './unit.ts';

const DAY = 86_400_000;

export interface ClockOptions {
  /** When somebody was there to answer; without it the log's own 上岗 and 交班 are taken. */
  readonly shifts?: readonly DutySpan[];
  /** Until when the record goes on; without it whoever is unanswered stays so. */
  readonly until?: number;
}

export interface ClockAnswer {
  /** In the order of the input where it has no seq of its own, else by start, conversation and id. */
  readonly units: readonly Unit[];
  readonly metrics: Metric;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inOrder(units: Unit[]): Unit[] {
  if (units.some(({ start }) => start.seq === null))
    return units.sort((a, b) => a.start.index - b.start.index);
  return units.sort(
    (a, b) =>
      a.startedAt - b.startedAt || compare(a.key, b.key) || compare(a.start.id ?? '', b.start.id ?? ''),
  );
}

/**
 * Every wait of a timeline by one profile, each with its reasons, and the profile's figure. Pure; linear in events
 * that come in order. An estimate from what was seen, as good as that.
 *
 * @throws {RangeError} for a profile whose time zone is unknown
 */
export function clock(timeline: Timeline, profile: MetricProfile, options: ClockOptions = {}): ClockAnswer {
  const calendar = calendarOf(profile);
  const court: Court = {
    profile,
    calendar,
    jumps: timeline.jumps,
    duty: options.shifts ?? timeline.duty,
    windowFrom:
      profile.windowDays === undefined
        ? Number.NEGATIVE_INFINITY
        : timeline.newest - profile.windowDays * DAY,
    until: options.until ?? Number.POSITIVE_INFINITY,
  };
  const units: Unit[] = [];
  for (const { events, tied } of timeline.strands)
    for (const draft of follow(profile, calendar, events)) units.push(judge(draft, tied, court));
  return { units: inOrder(units), metrics: metricOf(profile, units) };
}
