import type { MetricProfile } from '../profile.ts';
import type { Calendar } from './calendar.ts';
import type { ClockEvent } from './timeline.ts';

/** A stretch of a conversation with a beginning of its own: a session, or all of it where nothing divides it. */
export interface Period {
  readonly startedAt: number;
  /** Whether our side wrote before the buyer did. */
  sellerFirst: boolean;
  /** Whether a unit has begun in it. */
  begun: boolean;
  /** Whether somebody who counts has replied in it. */
  answered: boolean;
  /** Whether a robot has spoken in it: what it says first, beginning with a greeting, is its welcome. */
  robotSpoke: boolean;
  /** The first 转人工. */
  handover: ClockEvent | null;
}

/** Told every event in order, answers the period that it belongs to, a new object where one begins. */
export type Periods = (event: ClockEvent, waiting: boolean) => Period;

/** Whether units of this profile end with their session. */
export function hasSessions({ unit, hours, sessionGapSeconds }: MetricProfile): boolean {
  return (
    unit === 'session' ||
    unit === 'conversation' ||
    unit === 'message' ||
    hours?.judgedBy === 'session-start' ||
    sessionGapSeconds !== undefined
  );
}

/**
 * Sessions begin where the source says so, else with the first word later than the profile's gap after the last
 * word or close, or on another day where the profile knows days. A close without a gap in the profile ends the
 * session. A reply to somebody who waits belongs to the session of the question, however late.
 */
export function periodsOf(profile: MetricProfile, calendar: Calendar): Periods {
  const gap = profile.sessionGapSeconds;
  let period: Period | null = null;
  let closedAt = Number.NEGATIVE_INFINITY;
  let lastWord = Number.NEGATIVE_INFINITY;

  const over = (current: Period, at: number): boolean => {
    if (calendar.dayOf(current.startedAt) !== calendar.dayOf(at)) return true;
    if (gap === undefined) return closedAt >= lastWord && closedAt >= current.startedAt;
    return at - Math.max(lastWord, closedAt) > gap * 1000;
  };

  return ({ kind, by, at }, waiting) => {
    const current = period;
    const speaks = kind === 'message' && (by === 'buyer' || ((by === 'agent' || by === 'robot') && !waiting));
    const begins =
      current === null ||
      (kind === 'session-start' && at > current.startedAt) ||
      (speaks && lastWord > Number.NEGATIVE_INFINITY && over(current, at));
    if (begins) closedAt = Number.NEGATIVE_INFINITY;
    const next: Period =
      begins || current === null
        ? {
            startedAt: at,
            sellerFirst: false,
            begun: false,
            answered: false,
            robotSpoke: false,
            handover: null,
          }
        : current;
    period = next;
    if (kind === 'message' && by !== 'system' && by !== 'unknown') lastWord = at;
    if (kind === 'session-end') closedAt = at;
    return next;
  };
}
