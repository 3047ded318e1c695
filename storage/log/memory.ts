import { carriedBy } from './carried.ts';
import { type Chain, chainOf, readRecord } from './chain.ts';
import type { ConversationRow, KeyRow, LogDb } from './db.ts';
import { eventsIn } from './tail.ts';

/**
 * What one life of the writer knows of the log, so that an append reads nothing that it has read or written before.
 * Believed as long as the chain's record is the same and nothing follows the last entry: whoever else writes changes one
 * of the two.
 */
export interface Memory {
  chain: Chain | null;
  /** The chain's record, which is older than the chain as long as the tail's last row tells where the log stands. */
  record: Chain | null;
  /** Ids of all entries that no segment held when this was read, and of all that came since. */
  readonly ids: Set<string>;
  /** Latest wall time in the segments that there were then; 0 if there were none. */
  readonly sealedTo: number;
  /** Whether any message is known under two names. */
  hasAliases: boolean;
  readonly conversations: Recent<ConversationRow>;
  /** Rows that so far only the tail carries. */
  readonly carried: Map<string, ConversationRow>;
  readonly keys: Recent<KeyRow>;
  /** What each conversation's buyer wrote last, redacted; null if nothing that is still held. */
  readonly asked: Recent<string | null>;
  /** Ids in segments, by conversation. */
  readonly sealed: Recent<ReadonlySet<unknown>>;
  readonly packs: Set<string>;
}

/** Values that were used of late: the oldest goes when there are too many. */
export class Recent<T> extends Map<string, T> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: string, value: T): this {
    this.delete(key);
    super.set(key, value);
    const [oldest] = this.size > this.#most ? this.keys() : [];
    if (oldest !== undefined) this.delete(oldest);
    return this;
  }
}

const held = new WeakMap<LogDb, Memory>();
/** Ids that were sealed since pile up; all is read anew before that costs memory. */
const MOST_IDS = 40_000;
const CONVERSATIONS = 1_000;

export async function memoryOf(db: LogDb): Promise<Memory> {
  const known = held.get(db);
  if (known && known.ids.size < MOST_IDS) return known;
  const tables = [db.values, db.batches, db.directory, db.aliases, db.conversations];
  // One transaction: an entry that is sealed meanwhile must be met once, in the tail or in a segment.
  const memory = await db.transaction('r', tables, async () => {
    const [record, rows, last, aliases] = await Promise.all([
      readRecord(db),
      db.batches.orderBy('n').toArray(),
      db.directory.orderBy('to').reverse().first(),
      db.aliases.limit(1).count(),
    ]);
    const asked = new Recent<string | null>(CONVERSATIONS);
    const ids = new Set<string>();
    for (const row of rows)
      for (const { event } of eventsIn(row)) {
        ids.add(event.id);
        if (event.kind === 'message-seen' && event.by === 'buyer')
          asked.set(event.conversation, event.text ?? null);
      }
    return {
      chain: chainOf(record, rows.at(-1)),
      record,
      ids,
      sealedTo: last?.to ?? 0,
      hasAliases: aliases > 0,
      conversations: new Recent<ConversationRow>(CONVERSATIONS),
      carried: await carriedBy(db, rows),
      keys: new Recent<KeyRow>(3 * CONVERSATIONS),
      asked,
      sealed: new Recent<ReadonlySet<unknown>>(CONVERSATIONS),
      packs: new Set<string>(),
    };
  });
  held.set(db, memory);
  return memory;
}

/** A conversation's row as this life knows it to be kept. */
export const keptRow = ({ conversations, carried }: Memory, id: string): ConversationRow | undefined =>
  conversations.get(id) ?? carried.get(id);

/** Tells a life that the chain's record says by now what it remembers; one that remembers something else forgets it. */
export function noteRecord(db: LogDb, record: Chain): void {
  const memory = held.get(db);
  if (!memory) return;
  if (isSame(record, memory.chain)) memory.record = record;
  else forget(db);
}

/** Forgets all: the log is not as this life left it. */
export const forget = (db: LogDb): boolean => held.delete(db);

/** Whether the chain's record is the one that was remembered. */
export function isSame(now: Chain | null, then: Chain | null): boolean {
  if (!now || !then) return now === then;
  return (
    now.log === then.log &&
    now.n === then.n &&
    now.changes === then.changes &&
    now.hash.every((byte, at) => byte === then.hash[at])
  );
}
