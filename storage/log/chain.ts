import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { chainLink, chainStart, HASH_BYTES } from '../../core/evidence/chain.ts';
import {
  classOf,
  commitment,
  entryOf,
  keyName,
  type PrivateClass,
  privateOf,
  type Values,
} from '../../core/evidence/private.ts';
import type { KeyRow, LogDb, TailRow } from './db.ts';
import type { Linked } from './tail.ts';

/**
 * Where the log stands. Its record is written in the same transaction as whatever moves it but an append, which would
 * say there only what the tail's last row says.
 */
export interface Chain {
  /** The log's name, 128 random bits as hex. */
  readonly log: string;
  /** Number of its last entry; 0 before the first. */
  readonly n: number;
  readonly hash: Uint8Array;
  /** Number of the last entry that is no longer there because its time was over; 0 if none. */
  readonly dropped: number;
  /** Entries that are known to be missing in the middle, because the browser lost them. */
  readonly missing?: number;
  /** When this log began. */
  readonly since: number;
  /** Last value of the log that this one follows, if that one was lost or emptied. */
  readonly after: Uint8Array | null;
  /** How often what stands beside the entries was changed without adding one, such as by erasing a buyer. */
  readonly changes?: number;
}

export const CHAIN = 'chain';
const KEY_BYTES = 32;

/** Inside of a transaction this needs the tail's rows beside the values. */
export async function readChain(db: LogDb): Promise<Chain | null> {
  const [record, last] = await Promise.all([readRecord(db), db.batches.orderBy('n').last()]);
  return chainOf(record, last);
}

export const readRecord = async (db: LogDb): Promise<Chain | null> =>
  ((await db.values.get(CHAIN))?.value as Chain | undefined) ?? null;

/** Where the log stands by its record and the last row of its tail, which an append leaves further on than the record. */
export function chainOf(record: Chain | null, last: TailRow | undefined): Chain | null {
  if (!record || !last) return record;
  const n = last.n + last.count - 1;
  return n > record.n ? { ...record, n, hash: last.hashes.slice(-HASH_BYTES) } : record;
}

/** Tells every life of the writer that what it remembers is old. Inside the transaction that changes something. */
export async function touchChain(db: LogDb): Promise<void> {
  const chain = await readChain(db);
  if (chain) await db.values.put({ key: CHAIN, value: changed(chain) });
}

export const changed = (chain: Chain): Chain => ({ ...chain, changes: (chain.changes ?? 0) + 1 });

/** A new log. `after` is the last known value of the one before, so that a loss stays visible in every file. */
export function newChain(since: number, after: Uint8Array | null): Chain {
  const log = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { log, n: 0, hash: chainStart(log, after), dropped: 0, since, after };
}

/** Keys by the name that {@link nameOfKey} gives. */
export type Keys = ReadonlyMap<string, Pick<KeyRow, 'key'>>;

/** Hashes events one after another. Synchronous; gives what the tail is to hold and where the chain stands then. */
export function link(
  chain: Chain,
  events: readonly ChatEvent[],
  keys: Keys,
): { readonly linked: readonly Linked[]; readonly chain: Chain } {
  let { n, hash } = chain;
  const linked = events.map((event): Linked => {
    const values = privateOf(event);
    const text = canonical(entryOf(event, values && commitments(event, values, keys)));
    hash = chainLink(hash, text);
    n += 1;
    return { event, text, hash, values };
  });
  return { linked, chain: { ...chain, n, hash } };
}

type Keyed = { readonly id: string; readonly conversation?: string };

export const nameOfKey = (event: Keyed, kept: PrivateClass): string => keyName(event, kept).join(' ');

function commitments(event: ChatEvent, values: Values, keys: Keys): Record<string, string> {
  const sealed: Record<string, string> = {};
  for (const field in values) {
    const kept = classOf(event.kind, field);
    const held = kept && keys.get(nameOfKey(event, kept));
    if (!held) throw new Error(`no key for ${event.kind}.${field}`);
    sealed[field] = commitment(held.key, event.id, field, values[field]);
  }
  return sealed;
}

const KEY_STEP_MS = 60 * 60_000;

/**
 * The keys that these events need beyond those at hand, read or made: all of them, and those that must be kept with
 * the events. A key's time moves with its values, but not with every message.
 */
export async function keysFor(
  db: LogDb,
  events: readonly ChatEvent[],
  known: ReadonlyMap<string, KeyRow>,
): Promise<{ readonly keys: ReadonlyMap<string, KeyRow>; readonly fresh: readonly KeyRow[] }> {
  const wanted = new Map<string, { name: [string, PrivateClass]; to: number }>();
  for (const event of events)
    for (const field in privateOf(event)) {
      const kept = classOf(event.kind, field);
      if (!kept) continue;
      const name = nameOfKey(event, kept);
      wanted.set(name, {
        name: keyName(event, kept),
        to: Math.max(event.at, wanted.get(name)?.to ?? 0),
      });
    }
  const unknown = [...wanted].filter(([name]) => !known.has(name)).map(([, { name }]) => name);
  const found = unknown.length === 0 ? [] : await db.keys.bulkGet(unknown);
  const held = new Map(found.flatMap((row) => (row ? [[`${row.conversation} ${row.class}`, row]] : [])));
  const keys = new Map<string, KeyRow>();
  const fresh: KeyRow[] = [];
  for (const [
    name,
    {
      name: [conversation, kept],
      to,
    },
  ] of wanted) {
    const old = known.get(name) ?? held.get(name);
    const isOld = old && to - old.to <= KEY_STEP_MS;
    const key = old?.key ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    const row = isOld ? old : { conversation, class: kept, key, to: Math.max(to, old?.to ?? 0) };
    if (!isOld) fresh.push(row);
    keys.set(name, row);
  }
  return { keys, fresh };
}
