import type { ChatEvent, ConversationEvent, FollowUpWhat } from '../event.ts';

/** Something that our side must come back for (跟进), as its events left it. */
export interface FollowUp {
  readonly id: string;
  readonly what: FollowUpWhat | 'promise';
  readonly conversation: string;
  readonly console: string;
  readonly shop: string;
  readonly case: string | null;
  readonly setAt: number;
  /** When it falls due now; null for a promise that named no time. */
  readonly due: number | null;
  readonly person: string | null;
  readonly note: string;
  readonly state: 'open' | 'done' | 'dropped' | 'lapsed';
  readonly endedAt: number | null;
  /** The times at which it was found overdue: a follow-up that was put off can be missed again. */
  readonly missed: readonly number[];
}

export type FollowUpEvent = Extract<ConversationEvent, { kind: `follow-up-${string}` | `promise-${string}` }>;

export const isFollowUpEvent = (event: ChatEvent): event is FollowUpEvent =>
  event.kind.startsWith('follow-up-') || event.kind.startsWith('promise-');

export const followUpId = (event: FollowUpEvent): string =>
  'promise' in event ? event.promise : event.followUp;

/** One step of a follow-up. What nobody set gives none; what has ended stays as it ended. */
export function nextFollowUp(before: FollowUp | null, event: FollowUpEvent): FollowUp | null {
  if (event.kind === 'follow-up-set' || event.kind === 'promise-made') return before ?? begun(event);
  if (before === null || before.state !== 'open') return before;
  switch (event.kind) {
    case 'promise-kept':
      return { ...before, state: 'done', endedAt: event.at };
    case 'follow-up-done':
      return { ...before, state: event.outcome, endedAt: event.at };
    case 'follow-up-moved':
      return { ...before, due: event.due };
    case 'promise-missed':
    case 'follow-up-missed':
      return before.missed.includes(event.due)
        ? before
        : { ...before, missed: [...before.missed, event.due] };
  }
}

function begun(event: Extract<FollowUpEvent, { kind: 'follow-up-set' | 'promise-made' }>): FollowUp {
  const { at, person, conversation, place, due } = event;
  const promise = event.kind === 'promise-made';
  return {
    id: followUpId(event),
    what: promise ? 'promise' : event.what,
    conversation,
    console: place.console,
    shop: place.shop,
    case: promise ? null : event.case,
    setAt: at,
    due,
    person,
    note: (promise ? event.words : event.note) ?? '',
    state: 'open',
    endedAt: null,
    missed: [],
  };
}

/** Open ones by when they fall due, those without a time last. */
export const byDue = (a: FollowUp, b: FollowUp): number =>
  (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || a.setAt - b.setAt;

/** All follow-ups of a log, in the order in which they were set. */
export function foldFollowUps(events: Iterable<ChatEvent>): FollowUp[] {
  const all = new Map<string, FollowUp>();
  for (const event of events) {
    if (!isFollowUpEvent(event)) continue;
    const id = followUpId(event);
    const next = nextFollowUp(all.get(id) ?? null, event);
    if (next) all.set(id, next);
  }
  return [...all.values()];
}
