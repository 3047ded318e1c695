import type { Table } from 'dexie';
import type { Case } from '../../core/cases.ts';
import type { ChatEvent } from '../../core/event.ts';
import type { PrivateClass } from '../../core/evidence/private.ts';
import { WrittenDb } from '../written-db.ts';

/** What entries that are kept together may hold. */
export interface Span {
  /** Earliest and latest wall time, both included. */
  readonly from: number;
  readonly to: number;
  /** Their conversations; the empty one stands for the desk itself. */
  readonly conversations: readonly string[];
}

/**
 * Entries of the tail, which are not sealed yet: those that were committed together, or a share of them that stays
 * under 64 KiB. Entries are numbered from 1 without gaps, in the order in which the log's one writer committed them.
 */
export interface TailRow extends Span {
  /** Number of its first entry. */
  readonly n: number;
  readonly count: number;
  /** The entries' canonical texts as they were hashed, one a line: UTF-8. */
  readonly entries: Uint8Array;
  /** The chain's value after each of them, 32 bytes each. */
  readonly hashes: Uint8Array;
  /** Private values that are still held, by class (`tail.ts`): JSON, UTF-8. Null if there are none. */
  readonly values: Uint8Array | null;
  /** What its conversations' next events must know, as far as that is not in their own place (`carried.ts`). */
  readonly after?: readonly ConversationRow[];
}

/** One event of the first versions' tail, until it is taken in (`adopt.ts`). */
export interface OldTailRow {
  readonly n: number;
  readonly event: ChatEvent;
  /** Of the second version: commitments of private fields, and the chain's value after it. */
  readonly sealed?: Readonly<Record<string, string>>;
  readonly hash?: Uint8Array;
}

/** Entries that no longer change, packed: see `core/evidence/pack.ts`. Under 64 KiB, and without private values. */
export interface SegmentRow {
  /** Number of its first entry. */
  readonly n: number;
  readonly count: number;
  /** The chain's value before its first entry and after its last. */
  readonly before: Uint8Array;
  readonly head: Uint8Array;
  readonly bytes: Uint8Array;
}

/** What finds a segment without opening it; made again from the segments if it is lost. */
export interface DirectoryRow extends Span {
  readonly n: number;
  readonly count: number;
}

/** Private values of one segment and class, deflated JSON: entry number → field → value. Under 64 KiB. */
export interface BlockRow {
  /** Number of the segment's first entry. */
  readonly segment: number;
  readonly class: PrivateClass;
  /** A class of one segment may take several. */
  readonly part: number;
  /** Latest wall time in it, for retention. */
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** The key of a conversation's commitments in one class. */
export interface KeyRow {
  readonly conversation: string;
  readonly class: PrivateClass;
  readonly key: Uint8Array;
  readonly to: number;
}

/** A statement signed with this device's key: the log had this value after this entry at this time. */
export interface CheckpointRow {
  readonly n: number;
  readonly log: string;
  readonly head: Uint8Array;
  readonly at: number;
  readonly signature: Uint8Array;
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
  /** How often it was changed. */
  readonly changes?: number;
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
export class LogDb extends WrittenDb {
  readonly batches!: Table<TailRow, number>;
  readonly tail!: Table<OldTailRow, number>;
  readonly conversations!: Table<ConversationRow, string>;
  readonly aliases!: Table<AliasRow, string>;
  /** What `core/cases.ts` folds out of the tail, kept beside it so that one look finds a case. */
  readonly cases!: Table<Case, string>;
  readonly values!: Table<ValueRow, string>;
  readonly segments!: Table<SegmentRow, number>;
  readonly directory!: Table<DirectoryRow, number>;
  readonly blocks!: Table<BlockRow, [number, PrivateClass, number]>;
  readonly keys!: Table<KeyRow, [string, PrivateClass]>;
  readonly checkpoints!: Table<CheckpointRow, number>;

  /**
   * @param commitsEarly whether an append may tell its transaction to commit before all answers are back: only where the
   *   browser still ends it if one of them is an error. Chromium does; Firefox keeps what it can and calls it complete.
   */
  constructor(
    name = 'counterside-log',
    readonly commitsEarly = false,
  ) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      tail: '++n, &event.id, event.at, [event.conversation+n]',
      conversations: 'id',
      aliases: 'id',
      cases: 'id, conversation',
      values: 'key',
    });
    // Adds stores only: what a version change must move would be lost with a death in the middle (`adopt.ts`).
    this.version(2).stores({
      tail: '++n, &event.id, [event.conversation+n]',
      segments: 'n',
      directory: 'n',
      blocks: '[segment+class+part], [class+to]',
      keys: '[conversation+class], [class+to]',
      checkpoints: 'n',
    });
    // A span of time, or a conversation, finds its segments without the rest of the directory being read.
    this.version(3).stores({ tail: '++n', batches: 'n', directory: 'n, from, to, *conversations' });
    // The tail's rows tell where the log stands: code that knows the record only must not write any more.
    this.version(4).stores({});
  }
}
