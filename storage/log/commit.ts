import Dexie, { type IndexableType, RangeSet, type Table } from 'dexie';
import { CHAIN, type Chain } from './chain.ts';
import type { LogDb, ValueRow } from './db.ts';
import { isSame } from './memory.ts';

/** Rows to put, by their table. */
export type Puts = ReadonlyMap<Table, readonly object[]>;

/** What the writer remembers of the log: the chain's record, and where the log stands. */
export interface Then {
  readonly record: Chain | null;
  readonly chain: Chain | null;
}

/**
 * Puts rows in one strict transaction if the log is still as the writer remembers it. Resolves once they are committed;
 * with false, and nothing written, if somebody else was there.
 *
 * This is the way of every acknowledgement, so it goes past Dexie's tables: all requests are on their way at once, and
 * the transaction is told to commit as soon as the log is known to be the same, not when the last answer is back.
 *
 * @throws ReadOnlyError if a newer version owns the database; what the transaction failed with
 */
export async function commitAfter(db: LogDb, then: Then, puts: Puts): Promise<boolean> {
  if (!db.isOpen()) await db.open();
  db.assertWritable();
  const names = new Set([db.values, db.batches, ...puts.keys()].map(({ name }) => name));
  const transaction = db.backendDB().transaction([...names], 'readwrite', { durability: 'strict' });
  const written: Written[] = [];
  let moved = false;
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => {
      if (moved) resolve();
      else reject(transaction.error ?? new DOMException('the transaction was ended', 'AbortError'));
    };
  });
  // Asked for first and so answered first.
  const now: IDBRequest<ValueRow | undefined> = transaction.objectStore(db.values.name).get(CHAIN);
  const end = IDBKeyRange.lowerBound(then.chain?.n ?? 0, true);
  const next = transaction.objectStore(db.batches.name).getKey(end);
  next.onsuccess = () => {
    const record = (now.result?.value as Chain | undefined) ?? null;
    moved = next.result !== undefined || !isSame(record, then.record);
    if (moved) transaction.abort();
    else transaction.commit();
  };
  try {
    for (const [table, rows] of puts) {
      const store = transaction.objectStore(table.name);
      for (const row of rows) written.push({ table, request: store.put(row) });
    }
  } catch (error) {
    // A row that can't be stored: nothing of the others is, either.
    done.catch(() => undefined);
    transaction.abort();
    throw error;
  }
  await done;
  if (!moved) tell(db.name, written);
  return !moved;
}

interface Written {
  readonly table: Table;
  readonly request: IDBRequest<IDBValidKey>;
}

const TELL_MS = 100;
/** What was written and not told of yet, by database. */
const untold = new Map<string, Written[]>();

/** Tells live queries, here and in our other pages, what Dexie would have told them: soon, and once for many writes. */
function tell(database: string, written: readonly Written[]): void {
  const waiting = untold.get(database);
  if (waiting) waiting.push(...written);
  else {
    untold.set(database, [...written]);
    setTimeout(() => {
      Dexie.on.storagemutated.fire(partsOf(database, untold.get(database) ?? []));
      untold.delete(database);
    }, TELL_MS);
  }
}

type Parts = Record<string, InstanceType<typeof RangeSet>>;

/** Which rows and indexes were changed, in Dexie's own terms. */
function partsOf(database: string, written: readonly Written[]): Parts {
  const parts: Parts = {};
  for (const { table, request } of written) {
    for (const what of ['', ':dels']) {
      const part = `idb://${database}/${table.name}/${what}`;
      parts[part] ??= new RangeSet();
      parts[part].addKey(request.result as IndexableType);
    }
    for (const { name } of table.schema.indexes)
      parts[`idb://${database}/${table.name}/${name}`] ??= new RangeSet(-Infinity, [[]]);
  }
  return parts;
}
