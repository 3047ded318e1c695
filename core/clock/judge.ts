import type { MetricProfile } from '../profile.ts';
import type { Calendar } from './calendar.ts';
import type { Draft } from './draft.ts';
import { type Duration, durationOf } from './duration.ts';
import { anyoneOn } from './duty.ts';
import type { ClockEvent, ClockJump, DutySpan } from './timeline.ts';
import type { Exclusion, Ignored, Reason, Seconds, Unit } from './unit.ts';

/** What a judgement needs beside the draft. */
export interface Court {
  readonly profile: MetricProfile;
  readonly calendar: Calendar;
  readonly jumps: readonly ClockJump[];
  /** When somebody was there to answer; empty if nobody knows. */
  readonly duty: readonly DutySpan[];
  /** Units that began before this are out of the profile's window. */
  readonly windowFrom: number;
  /** Who still may answer in time then is not late yet; infinity for a finished record. */
  readonly until: number;
}

const secondsOf = ({ low, high }: Duration): Seconds => (low === high ? low : [low, high]);

const IGNORED: readonly Ignored[] = ['welcome', 'robot', 'greeting', 'holding', 'system', 'unknown'];

/** Why a unit is not part of the figure at all, whatever came of it. */
function exclusionOf(draft: Draft, { profile, duty, windowFrom }: Court): Exclusion | null {
  const { start, period, before, after, ending } = draft;
  const excludes = profile.excludes ?? [];
  if (ending.kind === 'exempt') return 'goodbye';
  if (start.at < windowFrom) return 'outside-window';
  if (!draft.inHours) return 'outside-hours';
  if (excludes.includes('offline') && duty.length > 0 && !anyoneOn(duty, start.shop, start.at))
    return 'offline';
  if (excludes.includes('seller-initiated') && period.sellerFirst) return 'seller-initiated';
  const settled = ending.kind !== 'answered' && after.robotAnswer > before.robotAnswer;
  const alone = profile.unit !== 'message' || !period.answered;
  return excludes.includes('robot-resolved') && settled && alone ? 'robot-resolved' : null;
}

interface Verdict {
  readonly counts: boolean;
  readonly met: boolean | null;
  readonly seconds: Seconds | null;
  readonly reasons: readonly Reason[];
}

function answeredVerdict(start: ClockEvent, answer: ClockEvent, waited: Duration, court: Court): Verdict {
  const { profile, calendar } = court;
  const seconds = secondsOf(waited);
  if (profile.measure === 'mean') {
    const cap = profile.capSeconds ?? Number.POSITIVE_INFINITY;
    if (waited.low >= cap)
      return {
        counts: true,
        met: null,
        seconds: cap,
        reasons: waited.high > cap ? [{ kind: 'capped', capSeconds: cap }] : [],
      };
    if (waited.low === waited.high) return { counts: true, met: null, seconds, reasons: [] };
    return { counts: false, met: null, seconds, reasons: [{ kind: 'uncertain' }] };
  }
  const deadline = calendar.deadline(start.at);
  const fixed = profile.unit === 'buyer-day' || deadline !== start.at + profile.targetSeconds * 1000;
  const inTime = fixed ? answer.latest <= deadline : waited.high <= profile.targetSeconds;
  const late = fixed ? answer.earliest > deadline : waited.low > profile.targetSeconds;
  if (!inTime && !late) return { counts: false, met: null, seconds, reasons: [{ kind: 'uncertain' }] };
  return { counts: true, met: inTime, seconds, reasons: late ? [{ kind: 'late', deadline }] : [] };
}

const BESIDE: Verdict = {
  counts: false,
  met: null,
  seconds: null,
  reasons: [{ kind: 'unanswered', as: 'beside' }],
};
const MISSED: Verdict = {
  counts: true,
  met: false,
  seconds: null,
  reasons: [{ kind: 'unanswered', as: 'missed' }],
};
const STILL_OPEN: Verdict = { counts: false, met: null, seconds: null, reasons: [{ kind: 'still-open' }] };

function unansweredVerdict({ start, ending }: Draft, { profile, calendar, until }: Court): Verdict {
  if (profile.unanswered === 'beside') return BESIDE;
  const cap = profile.unanswered === 'cap' ? (profile.capSeconds ?? profile.targetSeconds) : null;
  const due = () => (cap === null ? calendar.deadline(start.at) : start.at + cap * 1000);
  if (ending.kind === 'open' && until !== Number.POSITIVE_INFINITY && until <= due()) return STILL_OPEN;
  if (cap === null) return MISSED;
  return {
    counts: true,
    met: null,
    seconds: cap,
    reasons: [{ kind: 'unanswered', as: 'cap', seconds: cap }],
  };
}

/** Whether it was left for later: nobody was there when it began. Somebody who was there has met it. */
function leftVerdict({ start }: Draft, waited: Duration | null, { duty }: Court): Verdict {
  const seconds = waited && secondsOf(waited);
  if (duty.length === 0) return { counts: false, met: null, seconds, reasons: [{ kind: 'duty-unknown' }] };
  const met = anyoneOn(duty, start.shop, start.at);
  return { counts: true, met, seconds, reasons: met ? [] : [{ kind: 'left' }] };
}

/** What happened between start and end, in the order in which a person would tell it. */
function way({ ending, start, period, before, after }: Draft, { profile }: Court, tied: boolean): Reason[] {
  const told: Reason[] = [];
  for (const what of IGNORED) {
    const times = after[what] - before[what];
    if (times > 0) told.push({ kind: 'ignored', what, times });
  }
  const more = after.buyer - before.buyer;
  if (more > 0 && profile.unit !== 'message') told.push({ kind: 'more-messages', times: more });
  if (profile.hours?.judgedBy === 'session-start' && period.startedAt !== start.at)
    told.push({ kind: 'session-began', at: period.startedAt });
  if (profile.startsAt === 'handover' && start.kind !== 'transfer') told.push({ kind: 'handover-unseen' });
  if (ending.kind === 'transferred' || ending.kind === 'session-over') told.push(ending);
  if (ending.kind === 'answered' && ending.by.class === 'holding') told.push({ kind: 'holding' });
  if (tied) told.push({ kind: 'tied' });
  return told;
}

function substantiveOf({ ending, asked, start, substantive }: Draft, court: Court): Unit['substantive'] {
  // A courtesy is answered by whatever answers it.
  const first = !asked && ending.kind === 'answered' ? ending.by : substantive;
  return first && { at: first.at, seconds: secondsOf(durationOf(start, first, court.jumps)) };
}

/** What a drafted unit counts as. */
export function judge(draft: Draft, tied: ReadonlySet<ClockEvent>, court: Court): Unit {
  const { start, ending } = draft;
  const answer = ending.kind === 'answered' ? ending.by : null;
  const waited = answer && durationOf(start, answer, court.jumps);
  const exclusion = exclusionOf(draft, court);
  const verdict: Verdict = exclusion
    ? {
        counts: false,
        met: null,
        seconds: waited && secondsOf(waited),
        reasons: [{ kind: 'excluded', why: exclusion }],
      }
    : court.profile.measure === 'share-left'
      ? leftVerdict(draft, waited, court)
      : answer && waited
        ? answeredVerdict(start, answer, waited, court)
        : unansweredVerdict(draft, court);
  const { seat, person } = answer ?? start;
  return {
    conversation: start.conversation,
    key: start.key,
    startedAt: start.earliest,
    answeredAt: answer?.at ?? null,
    seconds: verdict.seconds,
    waited: waited && secondsOf(waited),
    measured: waited?.measured ?? null,
    counts: verdict.counts,
    met: verdict.met,
    substantive: substantiveOf(draft, court),
    reasons: way(draft, court, tied.has(start) || (answer !== null && tied.has(answer))).concat(
      verdict.reasons,
    ),
    seat,
    person,
    shop: start.shop,
    start,
    answer,
  };
}
