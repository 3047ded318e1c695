import type { MetricProfile } from '../profile.ts';
import type { Calendar } from './calendar.ts';
import { type Draft, type Ending, NOTHING_YET, type Tally } from './draft.ts';
import { answers, asks, needsNoAnswer } from './open-wait.ts';
import { hasSessions, type Period, periodsOf } from './period.ts';
import type { ClockEvent } from './timeline.ts';

const OPEN: Ending = { kind: 'open' };

/** Follows one conversation, told its events in order, and drafts the units of the profile. Linear in events. */
export function follow(profile: MetricProfile, calendar: Calendar, events: readonly ClockEvent[]): Draft[] {
  const all: Draft[] = [];
  const periods = periodsOf(profile, calendar);
  const sessions = hasSessions(profile);
  const inSubstance: MetricProfile = { ...profile, minimumSubstance: 'substantive' };
  let open: Draft[] = [];
  let unsettled: Draft[] = [];
  const tally: Tally = { ...NOTHING_YET };
  let period: Period | null = null;
  let lastReply = Number.NEGATIVE_INFINITY;
  let lastDay: number | null = null;

  const close = (ending: Ending) => {
    if (open.length === 0) return;
    const after = { ...tally };
    for (const draft of open) {
      draft.ending = ending;
      draft.after = after;
    }
    open = [];
  };
  const begin = (event: ClockEvent, current: Period, ending: Ending): Draft => {
    const handed = profile.startsAt === 'handover' ? current.handover : null;
    const before = { ...tally };
    const draft: Draft = {
      start: handed ?? event,
      period: current,
      day: calendar.dayOf(event.at),
      inHours: calendar.inHours(profile.hours?.judgedBy === 'session-start' ? current.startedAt : event.at),
      before,
      after: before,
      ending,
      asked: asks(event.class),
      substantive: null,
    };
    all.push(draft);
    return draft;
  };

  /** Whether a buyer's message begins a unit. */
  const begins = (event: ClockEvent, current: Period): boolean => {
    const running = open.at(-1);
    switch (profile.unit) {
      case 'message':
        return true;
      case 'turn':
        // What nobody has to answer by the clock must not swallow what somebody has to.
        return (
          !running ||
          running.day !== calendar.dayOf(event.at) ||
          (!running.inHours && calendar.inHours(event.at))
        );
      case 'buyer-day':
        return lastDay !== calendar.dayOf(event.at);
      case 'session':
      case 'conversation':
        if (profile.restartSeconds === undefined) return !current.begun;
        return event.at - (running?.start.at ?? lastReply) > profile.restartSeconds * 1000;
    }
  };

  const onBuyer = (event: ClockEvent, current: Period) => {
    tally.buyer++;
    if (needsNoAnswer(profile, event.class)) {
      begin(event, current, { kind: 'exempt' });
      return;
    }
    if (profile.turnsBySeat && open.some((draft) => otherSeat(draft.start, event)))
      close({ kind: 'transferred', to: event.seat });
    if (begins(event, current)) {
      const draft = begin(event, current, OPEN);
      open.push(draft);
      unsettled.push(draft);
      current.begun = true;
      lastDay = draft.day;
    } else if (asks(event.class)) for (const draft of open) draft.asked = true;
  };

  const onOurs = (event: ClockEvent, current: Period) => {
    if (event.by === 'agent' && !current.begun) current.sellerFirst = true;
    if (profile.turnsBySeat && event.by === 'agent' && open.some((draft) => otherSeat(draft.start, event)))
      close({ kind: 'transferred', to: event.seat });
    if (answers(profile, event)) {
      // Speaking first is no reply: the buyer who then writes waits for one.
      if (open.length > 0 || event.at - lastReply <= (profile.restartSeconds ?? 0) * 1000)
        lastReply = event.at;
      close({ kind: 'answered', by: event });
      current.answered = true;
    } else if (event.by === 'agent') tally[event.class === 'greeting' ? 'greeting' : 'holding']++;
    else {
      const welcome = event.class === 'greeting' || (event.greets && !current.robotSpoke);
      tally[welcome ? 'welcome' : 'robot']++;
      if (!welcome && event.class !== 'holding') tally.robotAnswer++;
    }
    if (event.by === 'robot') current.robotSpoke = true;
    if (unsettled.length > 0 && answers(inSubstance, event)) {
      for (const draft of unsettled) draft.substantive = event;
      unsettled = [];
    }
  };

  const onTransfer = (event: ClockEvent, current: Period) => {
    if (profile.turnsBySeat) close({ kind: 'transferred', to: event.to });
    if (current.handover !== null) return;
    current.handover = event;
    if (profile.startsAt === 'handover') for (const draft of open) draft.start = event;
  };

  for (const event of events) {
    const current = periods(event, open.length > 0);
    if (sessions && period !== null && current !== period) close({ kind: 'session-over' });
    period = current;
    if (event.kind === 'transfer') onTransfer(event, current);
    if (event.kind !== 'message') continue;
    if (event.by === 'buyer') onBuyer(event, current);
    else if (event.by === 'agent' || event.by === 'robot') onOurs(event, current);
    else tally[event.by]++;
  }
  for (const draft of open) draft.after = tally;
  return all;
}

const otherSeat = (a: ClockEvent, b: ClockEvent) => a.seat !== null && b.seat !== null && a.seat !== b.seat;
