import Dexie, { type Table } from 'dexie';
import type { Case } from '../../core/cases.ts';
import type { ChatEvent } from '../../core/event.ts';
import { ReadOnlyError } from '../trouble.ts';

/** One event of the tail. `n` is the order in which the log's one writer committed. */
export interface TailRow {
  readonly n?: number;
  readonly event: ChatEvent;
}

/** What a conversation's next event needs to know, and its raw names, which never leave this machine. */
export interface ConversationRow {
  /** Pseudonym; the empty one stands for the desk itself. */
  readonly id: string;
  readonly console: string;
  readonly shop: string;
  /** The console's own key of it. */
  readonly raw: string;
  /** The buyer's name as last shown; names collide, keys do not. */
  readonly buyer: string | null;
  readonly lastSeq: number;
  readonly lastAt: number;
  /** The row in the conversation list as last seen waiting, until our side turned to it. */
  readonly waiting: {
    readonly unread: number;
    readonly rowAt: number | null;
    readonly bootId: string;
  } | null;
  /** Replies put into the message box and not yet seen as sent, oldest first. */
  readonly inserted: readonly { readonly script: string; readonly at: number }[];
  /** Messages without the platform's id, which may still appear under it. */
  readonly nameless: readonly Nameless[];
}

export interface Nameless {
  readonly id: string;
  /** HMAC of sender, kind and words. */
  readonly print: string;
  readonly at: number;
  readonly pageAt: number | null;
}

/** A message that was first kept under a fingerprint: its later id, and the id under which it is kept. */
export interface AliasRow {
  readonly id: string;
  readonly of: string;
}

/** Settings, keys and small facts about this installation. */
export interface ValueRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Everything that this installation keeps. Only the background writes; our pages read. Opened anew in each life of
 * the background. A write that was answered has been committed with strict durability.
 */
export class LogDb extends Dexie {
  readonly tail!: Table<TailRow, number>;
  readonly conversations!: Table<ConversationRow, string>;
  readonly aliases!: Table<AliasRow, string>;
  /** What `core/cases.ts` folds out of the tail, kept beside it so that one look finds a case. */
  readonly cases!: Table<Case, string>;
  readonly values!: Table<ValueRow, string>;
  #stale = false;

  constructor(name = 'counterside-log') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      tail: '++n, &event.id, event.at, [event.conversation+n]',
      conversations: 'id',
      aliases: 'id',
      cases: 'id, conversation',
      values: 'key',
    });
    // Dexie would close, open again and let old code write into the new form.
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) return undefined;
      this.#stale = true;
      this.close({ disableAutoOpen: true });
      return false;
    });
  }

  /** @throws {ReadOnlyError} once a newer version has taken the database over */
  assertWritable(): void {
    if (this.#stale) throw new ReadOnlyError('a newer version has taken the log over');
  }
}

/** Empties the log; settings and keys stay, so what is seen again keeps its name. */
export async function wipeLog(db: LogDb): Promise<void> {
  db.assertWritable();
  const tables = [db.tail, db.conversations, db.aliases, db.cases];
  await db.transaction('rw!', tables, () => Promise.all(tables.map((table) => table.clear())));
}
