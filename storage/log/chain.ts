import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { chainLink, chainStart } from '../../core/evidence/chain.ts';
import {
  classOf,
  commitment,
  entryOf,
  keyName,
  type PrivateClass,
  privateOf,
} from '../../core/evidence/private.ts';
import type { KeyRow, LogDb, TailRow } from './db.ts';

/** Where the log stands. Written in the same transaction as the entries that move it. */
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
}

export const CHAIN = 'chain';
const KEY_BYTES = 32;

export async function readChain(db: LogDb): Promise<Chain | null> {
  const row = await db.values.get(CHAIN);
  return row ? (row.value as Chain) : null;
}

/** A new log. `after` is the last known value of the one before, so that a loss stays visible in every file. */
export function newChain(since: number, after: Uint8Array | null): Chain {
  const log = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return { log, n: 0, hash: chainStart(log, after), dropped: 0, since, after };
}

/** What must be known before events can be chained on. */
export interface Standing {
  readonly chain: Chain | null;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** Where the log stands and the keys that these events need, read in one go inside the caller's transaction. */
export async function standingOf(db: LogDb, events: readonly Keyed[]): Promise<Standing> {
  const [chain, keys] = await Promise.all([readChain(db), keysFor(db, events)]);
  return { chain, keys };
}

/** As much of an event as says which keys it needs: its place in the order does not matter. */
type Keyed = Without<ChatEvent, 'seq'>;
type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;

/**
 * Adds events to the tail, each hashed after the one before, and moves the chain. Inside the caller's transaction
 * over `tail`, `keys` and `values`: hashing is synchronous, since awaiting anything else would commit it early.
 * Gives where the log stands then.
 */
export async function chainOn(db: LogDb, events: readonly ChatEvent[], standing?: Standing): Promise<Chain> {
  const { chain: known, keys } = standing ?? (await standingOf(db, events));
  let chain = known ?? newChain(events[0]?.at ?? 0, null);
  const rows: TailRow[] = [];
  for (const event of events) {
    const sealed = sealedOf(event, keys);
    const hash = chainLink(chain.hash, canonical(entryOf(event, sealed)));
    chain = { ...chain, n: chain.n + 1, hash };
    rows.push({ n: chain.n, event, ...(sealed ? { sealed } : {}), hash });
  }
  await Promise.all([db.tail.bulkAdd(rows), db.values.put({ key: CHAIN, value: chain })]);
  return chain;
}

const nameOf = (event: Keyed, kept: PrivateClass): string => keyName(event, kept).join(' ');

/** The keys of these events' private values, made where there is none yet. */
async function keysFor(db: LogDb, events: readonly Keyed[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Map<string, { name: [string, PrivateClass]; to: number }>();
  for (const event of events)
    for (const field of Object.keys(privateOf(event) ?? {})) {
      const kept = classOf(event.kind, field);
      if (!kept) continue;
      const to = Math.max(event.at, wanted.get(nameOf(event, kept))?.to ?? 0);
      wanted.set(nameOf(event, kept), { name: keyName(event, kept), to });
    }
  if (wanted.size === 0) return new Map();
  const asked = [...wanted.values()];
  const found = await db.keys.bulkGet(asked.map(({ name }) => name));
  const keys = asked.map(({ name: [conversation, kept], to }, at): KeyRow => {
    const key = found[at]?.key ?? crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    return { conversation, class: kept, key, to: Math.max(to, found[at]?.to ?? 0) };
  });
  // A key's time moves with its values, but not with every message.
  const stale = keys.filter(({ to }, at) => !found[at] || to - found[at].to > KEY_STEP_MS);
  if (stale.length > 0) await db.keys.bulkPut(stale);
  return new Map(keys.map(({ conversation, class: kept, key }) => [`${conversation} ${kept}`, key]));
}

const KEY_STEP_MS = 60 * 60_000;

function sealedOf(event: ChatEvent, keys: ReadonlyMap<string, Uint8Array>): Record<string, string> | null {
  const values = privateOf(event);
  if (!values) return null;
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const kept = classOf(event.kind, field);
      const key = kept && keys.get(nameOf(event, kept));
      if (!key) throw new Error(`no key for ${event.kind}.${field}`);
      return [field, commitment(key, event.id, field, value)];
    }),
  );
}
