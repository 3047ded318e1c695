import type { Observation } from '../../core/event.ts';
import { newConversation } from './conversation.ts';
import type { ConversationRow, LogDb } from './db.ts';
import { keptRow, type Memory } from './memory.ts';
import type { AppendContext, Prepared } from './prepare.ts';
import { readEvents } from './read.ts';
import { sealedIds } from './sealed-ids.ts';

/** What must be known before prepared events can be given their places. */
export interface Known {
  /** Ids that the log has, each with the name under which it has it. */
  readonly ids: Map<string, string>;
  readonly rows: Map<string, ConversationRow>;
}

export const rowId = ({ event }: Prepared): string => ('conversation' in event ? event.conversation : '');

/** Reads what `memory` does not hold yet. Outside of any transaction. */
export async function knownOf(db: LogDb, memory: Memory, prepared: readonly Prepared[]): Promise<Known> {
  const [sealed, ids, rows] = await Promise.all([
    sealedIds(
      db,
      memory,
      prepared.map(({ event }) => event),
    ),
    otherNames(db, memory, prepared),
    rowsOf(db, memory, prepared),
  ]);
  for (const { event } of prepared) {
    const names = event.kind === 'message-recalled' ? [event.id, event.message] : [event.id];
    for (const id of names) if (!ids.has(id) && (memory.ids.has(id) || sealed.has(id))) ids.set(id, id);
  }
  return { ids, rows };
}

/**
 * Ids that the log has under another name, each with that name. Only a message with the platform's id, or one that
 * is recalled, can have been met without it before.
 */
async function otherNames(
  db: LogDb,
  { hasAliases }: Memory,
  prepared: readonly Prepared[],
): Promise<Map<string, string>> {
  if (!hasAliases) return new Map();
  const ids = prepared.flatMap(({ event, nameless }) => {
    if (event.kind === 'message-recalled') return [event.message];
    return event.kind === 'message-seen' && !nameless ? [event.id] : [];
  });
  const found = ids.length > 0 ? await db.aliases.bulkGet(ids) : [];
  return new Map(found.flatMap((row): [string, string][] => (row ? [[row.id, row.of]] : [])));
}

async function rowsOf(
  db: LogDb,
  memory: Memory,
  prepared: readonly Prepared[],
): Promise<Map<string, ConversationRow>> {
  const rows = new Map<string, ConversationRow>();
  const unknown = [...new Set(prepared.map(rowId))].filter((id) => !keptRow(memory, id));
  const found = unknown.length > 0 ? await db.conversations.bulkGet(unknown) : [];
  for (const row of found) if (row) rows.set(row.id, row);
  for (const one of prepared) {
    const id = rowId(one);
    const { console, shop } = one.event.place;
    if (!rows.has(id))
      rows.set(id, keptRow(memory, id) ?? newConversation(id, console, shop, one.raw?.conversation ?? ''));
  }
  return rows;
}

/** Sees to it that `memory` knows what each conversation's buyer wrote last, for rules that depend on it. */
export async function recallQuestions(
  db: LogDb,
  { asked }: Memory,
  observations: readonly Observation[],
  { names }: AppendContext,
): Promise<void> {
  const answered = observations.filter((one) => one.kind === 'message-seen' && one.by === 'agent');
  const ids = new Set(
    answered.map((one) => ('conversation' in one ? names.conversation(one.place, one.conversation) : '')),
  );
  const unknown = [...ids].filter((id) => !asked.has(id));
  await Promise.all(unknown.map(async (id) => asked.set(id, await lastQuestion(db, id))));
}

/** How far back a conversation's last question is looked for. */
const RECENT = 20;

async function lastQuestion(db: LogDb, conversation: string): Promise<string | null> {
  let left = RECENT;
  for await (const event of readEvents(db, { conversations: [conversation], latestFirst: true })) {
    if (event.kind === 'message-seen' && event.by === 'buyer') return event.text ?? null;
    left -= 1;
    if (left === 0) break;
  }
  return null;
}
