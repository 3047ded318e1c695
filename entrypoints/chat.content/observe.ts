import type { ConversationRef, WaitingRow } from '../../adapters/sighting.ts';
import type { ConversationAct, DeskAct, MessageSighting, Place, RecallSighting } from '../../core/event.ts';
import type { Unstamped } from '../../messaging/outbox.ts';

export interface Observer {
  /** Logs a fact of a conversation; gives the id that it was logged under. */
  conversation(ref: ConversationRef, act: ConversationAct | MessageSighting | RecallSighting): string;
  /** Logs a fact of the desk. */
  desk(act: DeskAct): void;
}

/** Gives every fact its place; a jump of the clock is logged before the first fact after it. */
export function createObserver(
  place: () => Place,
  jumped: () => number | null,
  keep: (fact: Unstamped) => string,
): Observer {
  const desk = (act: DeskAct) => keep({ place: place(), ...act });
  const jumpFirst = () => {
    const byMs = jumped();
    if (byMs !== null) desk({ kind: 'clock-jumped', byMs });
  };
  return {
    conversation: (ref, act) => {
      jumpFirst();
      return keep({ place: place(), conversation: ref.key, buyer: ref.buyer, ...act });
    },
    desk: (act) => {
      jumpFirst();
      desk(act);
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
