import { readChain } from './chain.ts';
import type { LogDb } from './db.ts';
import { isEqual } from './seal.ts';

/**
 * The ids of all entries in the tail, and perhaps of some that were sealed since. True while the chain's value is
 * `hash`: whoever writes the log moves it.
 */
export interface TailIds {
  readonly ids: Set<string>;
  hash: Uint8Array | undefined;
}

const held = new WeakMap<LogDb, TailIds & { readonly most: number }>();
/** Sealed ids pile up in what is held; it is read anew before that costs memory. */
const MOST = 20_000;

/** What this life knows of the tail, read once. An index would take a step for each id of a batch. */
export async function tailIds(db: LogDb): Promise<TailIds> {
  const known = held.get(db);
  if (known && known.ids.size < known.most) return known;
  const read = await db.transaction('r', db.tail, db.values, async () => {
    const [rows, chain] = await Promise.all([db.tail.toArray(), readChain(db)]);
    return { ids: new Set(rows.map(({ event }) => event.id)), hash: chain?.hash };
  });
  const fresh = { ...read, most: Math.max(MOST, read.ids.size * 2) };
  held.set(db, fresh);
  return fresh;
}

/** Whether they are those of a log that stands here. */
export const isTailAt = ({ hash }: TailIds, now: Uint8Array | undefined): boolean =>
  hash === undefined ? now === undefined : isEqual(hash, now);

/** Forgets what was read: somebody else has written. */
export const forgetTail = (db: LogDb): boolean => held.delete(db);
