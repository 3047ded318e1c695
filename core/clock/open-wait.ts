import type { By, SentAt, Signals } from '../event.ts';
import type { MetricProfile } from '../profile.ts';

/** A message as the running wait needs it, `at` being the wall time at which it was seen. */
export interface WaitMessage {
  readonly by: By;
  readonly at: number;
  readonly seen: 'live' | 'backfill';
  readonly sentAt: SentAt;
  readonly class: Signals['class'];
}

/** Whether a buyer waits now. `since` is wall time in milliseconds. */
export type OpenWait =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'waiting';
      readonly since: number;
      readonly seconds: number;
      readonly certainty: 'exact' | 'at-least';
    }
  /** A holding reply stopped the platform's clock; the buyer still waits for the substance. */
  | { readonly kind: 'held-off'; readonly since: number; readonly seconds: number };

type LiveProfile = Pick<MetricProfile, 'answeredBy' | 'minimumSubstance' | 'goodbyeExempt'>;

/** Whether a message of our side answers by this profile. */
export function answers(
  profile: LiveProfile,
  { by, class: what }: Pick<WaitMessage, 'by' | 'class'>,
): boolean {
  if (by !== 'agent' && by !== 'robot') return false;
  if (!profile.answeredBy.includes(by)) return false;
  if (profile.minimumSubstance === 'any') return true;
  return what !== 'greeting' && (profile.minimumSubstance === 'not-greeting' || what !== 'holding');
}

/** Whether a buyer's message asks for more than a courtesy in return. */
export function asks(what: Signals['class']): boolean {
  return what === 'substantive' || what === 'non-text';
}

/** A buyer's goodbye or thanks, where the profile lets it stand. */
export function needsNoAnswer(profile: LiveProfile, what: Signals['class']): boolean {
  return profile.goodbyeExempt && (what === 'goodbye' || what === 'thanks');
}

function began({ at, seen, sentAt }: WaitMessage, listedAt: number | null): [since: number, exact: boolean] {
  if (sentAt.precision === 'second') return [sentAt.at, true];
  if (seen === 'live') return [at, true];
  // Not later than it was seen, nor than the end of its minute: the wait is at least that long.
  const latest = sentAt.precision === 'minute' ? Math.min(sentAt.at + 60_000, at) : at;
  return [listedAt === null ? latest : Math.min(latest, listedAt), false];
}

/**
 * The running wait of one conversation, messages in page order. A sender whom the page does not name neither starts
 * nor stops it. `listedAt` is when the conversation's row was first seen waiting in the list, if it was.
 */
export function openWait(
  messages: readonly WaitMessage[],
  profile: LiveProfile,
  now: number,
  listedAt: number | null = null,
): OpenWait {
  let wait: { since: number; exact: boolean } | null = null;
  let asked: number | null = null;
  for (const message of messages) {
    if (message.by === 'buyer') {
      if (needsNoAnswer(profile, message.class)) continue;
      const [since, exact] = began(message, listedAt);
      wait ??= { since, exact };
      if (asks(message.class)) asked ??= wait.since;
    } else {
      if (answers(profile, message)) wait = null;
      if (answers({ ...profile, minimumSubstance: 'substantive' }, message)) asked = null;
    }
  }
  const seconds = (since: number) => Math.max(0, (now - since) / 1000);
  if (wait) {
    const { since, exact } = wait;
    return { kind: 'waiting', since, seconds: seconds(since), certainty: exact ? 'exact' : 'at-least' };
  }
  return asked === null ? { kind: 'nobody' } : { kind: 'held-off', since: asked, seconds: seconds(asked) };
}
