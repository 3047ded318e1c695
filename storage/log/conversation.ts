import { editDistance, literalLength, type Pattern } from '../../core/edit-distance.ts';
import type { ConversationAct } from '../../core/event.ts';
import type { ConversationRow, Nameless } from './db.ts';
import type { Prepared } from './prepare.ts';

type ListSeen = Extract<ConversationAct, { kind: 'list-seen' }>;

/** A list that tells minutes only may say one more or one less on the next look. */
const ROW_TIME_SLACK_MS = 90_000;
/** How far apart a message's two appearances, without and with its id, may be. */
const SAME_PAGE_TIME_MS = 60_000;
const SAME_SIGHT_MS = 120_000;
const NAMELESS_KEPT = 12;
const INSERTED_KEPT = 5;
/** An inserted reply that nobody saw sent by then was given up. */
const INSERTED_FOR_MS = 30 * 60_000;
/** More than half of a script's own letters changed: the agent wrote something else. */
const STILL_THE_SCRIPT = 0.5;

export function newConversation(id: string, console: string, shop: string, raw: string): ConversationRow {
  return {
    id,
    console,
    shop,
    raw,
    buyer: null,
    lastSeq: 0,
    lastAt: 0,
    waiting: null,
    inserted: [],
    nameless: [],
  };
}

/**
 * Whether a waiting row tells nothing new: another look (a reload, a second tab) at a row that waits as before.
 * Within one script's life the reader of the list has already left out what did not change.
 */
export function sameWait(
  { waiting }: ConversationRow,
  bootId: string,
  { unread, rowTime }: ListSeen,
): boolean {
  if (!waiting || waiting.bootId === bootId || (unread ?? 0) > waiting.unread) return false;
  if (rowTime.precision === 'none' || waiting.rowAt === null) return true;
  return Math.abs(rowTime.at - waiting.rowAt) <= ROW_TIME_SLACK_MS;
}

/** The message that was kept without the platform's id and is the same as this one, or null. */
export function sameMessage({ nameless }: ConversationRow, { event, print }: Prepared): Nameless | null {
  if (event.kind !== 'message-seen') return null;
  const pageAt = event.sentAt.precision === 'none' ? null : event.sentAt.at;
  const near = (other: Nameless) =>
    pageAt !== null && other.pageAt !== null
      ? Math.abs(pageAt - other.pageAt) <= SAME_PAGE_TIME_MS
      : Math.abs(event.at - other.at) <= SAME_SIGHT_MS;
  if (print === null || nameless.length === 0) return null;
  const own = print();
  return nameless.find((other) => other.print === own && near(other)) ?? null;
}

/** The script that a message of ours was made from, with the number of letters changed, or null. */
export function scriptSent(
  { inserted }: ConversationRow,
  { event, text }: Prepared,
  wordings: (script: string) => readonly Pattern[],
): { readonly script: string; readonly editDistance: number } | null {
  if (event.kind !== 'message-seen' || event.by !== 'agent' || text === '') return null;
  const sentAt = event.sentAt.precision === 'none' ? event.at : event.sentAt.at;
  // A page that tells minutes only may place the message before the insert.
  const slack = event.sentAt.precision === 'minute' ? 60_000 : 2_000;
  const open = inserted.filter(({ at }) => sentAt >= at - slack && sentAt <= at + INSERTED_FOR_MS);
  return nearestScript(
    open.map(({ script }) => script),
    text,
    wordings,
  );
}

/** Which of some scripts a text was made from, with the number of letters changed; null if it says something else. */
export function nearestScript(
  scripts: readonly string[],
  text: string,
  wordings: (script: string) => readonly Pattern[],
): { readonly script: string; readonly editDistance: number } | null {
  let best: { script: string; editDistance: number } | null = null;
  for (const script of scripts) {
    for (const wording of wordings(script)) {
      const distance = editDistance(wording, text);
      if (
        distance <= literalLength(wording) * STILL_THE_SCRIPT &&
        distance < (best?.editDistance ?? Infinity)
      )
        best = { script, editDistance: distance };
    }
  }
  return best;
}

/** A row that is about to be changed: the later of two is the one that was changed more often. */
export const changedRow = (row: ConversationRow): ConversationRow => ({
  ...row,
  changes: (row.changes ?? 0) + 1,
});

/** What the next event of a conversation must know after this one. */
export function after(
  row: ConversationRow,
  { event, raw, print, nameless }: Prepared,
  seq: number,
): ConversationRow {
  const next = { ...changedRow(row), lastSeq: seq, lastAt: event.at, buyer: raw?.buyer ?? row.buyer };
  switch (event.kind) {
    case 'list-seen':
      return {
        ...next,
        waiting: {
          unread: event.unread ?? 0,
          rowAt: event.rowTime.precision === 'none' ? null : event.rowTime.at,
          bootId: event.bootId,
        },
      };
    case 'conversation-opened':
      return { ...next, waiting: null };
    case 'suggestion-inserted':
      return {
        ...next,
        inserted: [...row.inserted, { script: event.script, at: event.at }].slice(-INSERTED_KEPT),
      };
    case 'message-seen': {
      const pageAt = event.sentAt.precision === 'none' ? null : event.sentAt.at;
      const mark = nameless && print ? [{ id: event.id, print: print(), at: event.at, pageAt }] : [];
      return {
        ...next,
        waiting: event.by === 'agent' ? null : row.waiting,
        nameless: [...row.nameless, ...mark].slice(-NAMELESS_KEPT),
      };
    }
    default:
      return next;
  }
}
