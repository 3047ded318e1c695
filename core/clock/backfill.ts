import type { ConversationEvent, MessageEvent } from '../event.ts';
import type { LocalClock } from './local-clock.ts';
import type { ClockEvent } from './timeline.ts';

/** When a message happened, as far as can be told. */
export type When = Pick<ClockEvent, 'at' | 'earliest' | 'latest' | 'clock'>;

const MINUTE = 60_000;

const at = (time: number, clock: 'page' | 'id' | 'wall'): When => ({
  at: time,
  earliest: time,
  latest: time,
  clock,
});

/** A message that was seen to come. Its minute alone says less than the moment at which it was seen. */
export function whenLive({ sentAt }: MessageEvent, seenAt: number): When {
  return sentAt.precision === 'second' ? at(sentAt.at, sentAt.source) : at(seenAt, 'wall');
}

/** What is known of a conversation when a message is found that was there before. */
interface Known {
  /** The newest message known by then; minus infinity for a conversation never seen. */
  readonly newest: number;
  /** When its row was first seen to wait, and when it was then opened. */
  readonly listedAt: number | null;
  readonly openedAt: number | null;
}

function whenFound(
  message: MessageEvent,
  seenAt: number,
  { newest, listedAt, openedAt }: Known,
): When | null {
  const { sentAt } = message;
  if (sentAt.precision === 'second') return sentAt.at > newest ? at(sentAt.at, sentAt.source) : null;
  if (sentAt.precision === 'minute') {
    const earliest = Math.max(sentAt.at, newest);
    const latest = Math.min(sentAt.at + MINUTE, seenAt);
    return latest < earliest ? null : { at: earliest, earliest, latest, clock: 'range' };
  }
  const asked = message.by === 'buyer' ? listedAt : newest;
  if (asked === null || asked === Number.NEGATIVE_INFINITY) return null;
  const latest = message.by === 'buyer' ? (openedAt ?? seenAt) : seenAt;
  return { at: latest, earliest: Math.min(asked, latest), latest, clock: 'range' };
}

/**
 * Which messages of a conversation the clock may use, and when they happened; `events` in the order of seeing.
 * A found message counts if it is newer than the newest known; where nothing is known, what our side already
 * answered is history and only what came after it counts. What can't be dated starts nothing, unless the
 * conversation's row was seen waiting in the list: then it began between that and its opening.
 */
export function* datedMessages(
  events: readonly ConversationEvent[],
  seenAt: LocalClock,
): Generator<readonly [MessageEvent, When]> {
  let newest = Number.NEGATIVE_INFINITY;
  let listedAt: number | null = null;
  let openedAt: number | null = null;
  let found: MessageEvent[] = [];

  function* settle(): Generator<readonly [MessageEvent, When]> {
    if (found.length === 0) return;
    const known = { newest, listedAt, openedAt };
    const history =
      newest === Number.NEGATIVE_INFINITY ? found.findLastIndex(({ by }) => by === 'agent') + 1 : 0;
    for (const [i, message] of found.entries()) {
      const when = i < history ? null : whenFound(message, seenAt(message), known);
      if (when) yield [message, when];
      const time = message.sentAt.precision === 'none' ? seenAt(message) : message.sentAt.at;
      newest = Math.max(newest, time);
    }
    found = [];
    listedAt = null;
    openedAt = null;
  }

  for (const event of events) {
    if (event.kind === 'list-seen' && event.unread !== 0) listedAt ??= seenAt(event);
    else if (event.kind === 'conversation-opened') {
      yield* settle();
      openedAt ??= seenAt(event);
    } else if (event.kind === 'message-seen') {
      if (event.seen === 'backfill') found.push(event);
      else {
        yield* settle();
        const when = whenLive(event, seenAt(event));
        newest = Math.max(newest, when.at);
        listedAt = null;
        openedAt = null;
        yield [event, when];
      }
    }
  }
  yield* settle();
}
