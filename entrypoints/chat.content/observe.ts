import type { ConversationRef, WaitingRow } from '../../adapters/sighting.ts';
import type { ConversationAct, DeskAct, MessageSighting, Observation, Place, RecallSighting } from '../../core/event.ts';
import type { Stamper } from './stamp.ts';

export interface Observer {
  /** Logs a fact of a conversation. */
  conversation(ref: ConversationRef, act: ConversationAct | MessageSighting | RecallSighting): void;
  /** Logs a fact of the desk. */
  desk(act: DeskAct): void;
}

/** Stamps facts and hands them on; a jump of the clock is logged before the first fact after it. */
export function createObserver(
  stamper: Stamper,
  place: () => Place,
  keep: (observation: Observation) => void,
): Observer {
  const jumpFirst = () => {
    const jump = stamper.jump();
    if (jump) keep({ ...stamper.stamp(place()), ...jump });
  };
  return {
    conversation: (ref, act) => {
      jumpFirst();
      keep({ ...stamper.stamp(place()), conversation: ref.key, buyer: ref.buyer, ...act });
    },
    desk: (act) => {
      jumpFirst();
      keep({ ...stamper.stamp(place()), ...act });
    },
  };
}

/** Rows that began to wait, or wait with more messages than before. */
export function newlyWaiting(before: readonly WaitingRow[], after: readonly WaitingRow[]): WaitingRow[] {
  const known = new Map(before.map((row) => [row.conversation.key, row.unread ?? 0]));
  return after.filter((row) => {
    const unread = known.get(row.conversation.key);
    return unread === undefined || (row.unread ?? 0) > unread;
  });
}
