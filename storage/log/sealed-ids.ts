import type { ChatEvent } from '../../core/event.ts';
import { unpack } from '../../core/evidence/pack.ts';
import type { LogDb } from './db.ts';
import type { Memory } from './memory.ts';

type Named = Pick<ChatEvent, 'id' | 'kind' | 'at'> & { readonly conversation?: string };

/**
 * Which of these ids are in segments. A message may be met again at any time, so its conversation's segments are looked
 * through once in a life; an act comes again only as a retry, with the time that it had. Outside of any transaction:
 * opening a segment awaits.
 */
export async function sealedIds(
  db: LogDb,
  memory: Memory,
  events: readonly Named[],
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  if (memory.sealedTo === 0) return ids;
  const opened = new Map<number, Promise<Names>>();
  const open = (n: number) => {
    const names = opened.get(n) ?? namesIn(db, n);
    opened.set(n, names);
    return names;
  };
  for (const event of events) {
    if (isMessage(event)) {
      const held = await conversationIds(db, memory, event.conversation ?? '', open);
      if (held.has(event.id)) ids.add(event.id);
    } else if (event.at <= memory.sealedTo) {
      const rows = await db.directory.where('to').aboveOrEqual(event.at).toArray();
      for (const { n, from } of rows)
        if (from <= event.at && (await open(n)).ids.includes(event.id)) ids.add(event.id);
    }
  }
  return ids;
}

const isMessage = ({ kind }: Named): boolean => kind === 'message-seen' || kind === 'message-recalled';

/** The ids of a segment's entries, and the conversation of each. */
interface Names {
  readonly ids: readonly unknown[];
  readonly conversations: readonly unknown[];
}

async function conversationIds(
  db: LogDb,
  { sealed }: Memory,
  conversation: string,
  open: (n: number) => Promise<Names>,
): Promise<ReadonlySet<unknown>> {
  const known = sealed.get(conversation);
  if (known) return known;
  const held = new Set<unknown>();
  for (const n of await db.directory.where('conversations').equals(conversation).primaryKeys()) {
    const { ids, conversations } = await open(n);
    ids.forEach((id, at) => {
      if (conversations[at] === conversation) held.add(id);
    });
  }
  sealed.set(conversation, held);
  return held;
}

/** What a segment that is gone held can't be met again. */
async function namesIn(db: LogDb, n: number): Promise<Names> {
  const row = await db.segments.get(n);
  if (!row) return { ids: [], conversations: [] };
  const { values } = await unpack(row.bytes);
  return { ids: values('id'), conversations: values('conversation') };
}
