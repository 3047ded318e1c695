import type { ChatEvent } from '../../core/event.ts';
import { unpack } from '../../core/evidence/pack.ts';
import type { DirectoryRow, LogDb } from './db.ts';

interface Opened {
  directory: DirectoryRow[];
  /** Ids by segment, those used longest ago first. */
  readonly ids: Map<number, ReadonlySet<string>>;
}

/** What this life has looked up already: a sealed segment never changes. */
const opened = new WeakMap<LogDb, Opened>();
const KEPT = 40;

/** Forgets what was looked up: the log begins anew. */
export const forgetSealed = (db: LogDb): boolean => opened.delete(db);

type Named = Pick<ChatEvent, 'id' | 'kind' | 'at'> & { readonly conversation?: string };

export interface Sealed {
  readonly ids: ReadonlySet<string>;
  /** The last segment that was looked at; a later one makes the answer stale. */
  readonly upTo: number;
}

/**
 * Which of these ids are in segments already. A message may be met again at any time, so its conversation's segments
 * are looked through; an act comes again only as a retry, with the time that it had. Outside of any transaction:
 * opening a segment awaits. `again` looks for segments that came since it was asked last.
 */
export async function sealedIds(
  db: LogDb,
  events: readonly Named[],
  { again }: { again: boolean },
): Promise<Sealed> {
  const stale = again || !opened.has(db);
  const known: Opened = opened.get(db) ?? { directory: [], ids: new Map() };
  opened.set(db, known);
  // What was looked up last time is believed until the transaction finds a later segment.
  if (stale) {
    const last = known.directory.at(-1)?.n ?? 0;
    known.directory.push(...(await db.directory.where('n').above(last).toArray()));
  }
  const wanted = new Map<number, string[]>();
  for (const event of events)
    for (const row of known.directory)
      if (mayHold(row, event)) wanted.set(row.n, [...(wanted.get(row.n) ?? []), event.id]);
  const ids = new Set<string>();
  for (const [n, asked] of wanted) {
    const held = await idsIn(db, n, known.ids);
    for (const id of asked) if (held.has(id)) ids.add(id);
  }
  return { ids, upTo: known.directory.at(-1)?.n ?? 0 };
}

/** The first entry of the last segment; 0 before the first. */
export async function sealedUpTo(db: LogDb): Promise<number> {
  const [last] = await db.directory.orderBy('n').reverse().limit(1).primaryKeys();
  return last ?? 0;
}

function mayHold(row: DirectoryRow, { kind, at, conversation = '' }: Named): boolean {
  if (!row.conversations.includes(conversation)) return false;
  return kind === 'message-seen' || kind === 'message-recalled' || (row.from <= at && at <= row.to);
}

async function idsIn(
  db: LogDb,
  n: number,
  cache: Map<number, ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  const known = cache.get(n);
  const row = known ? undefined : await db.segments.get(n);
  const ids = known ?? new Set(row ? (await unpack(row.bytes)).values('id').map(String) : []);
  cache.delete(n);
  cache.set(n, ids);
  const [oldest] = cache.keys();
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
  return ids;
}
