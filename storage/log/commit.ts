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
 * where the browser can (`commitsEarly`) the transaction is told to commit as soon as the log is known to be the same,
 * not when the last answer is back.
 *
 * @throws ReadOnlyError if a newer version owns the database; what the transaction failed with
 */
export async function commitAfter(db: LogDb, then: Then, puts: Puts): Promise<boolean> {
  if (!db.isOpen()) await db.open();
  db.assertWritable();
  const names = new Set([db.values, db.batches, ...puts.keys()].map(({ name }) => name));
  const transaction = db.backendDB().transaction([...names], 'readwrite', { durability: 'strict' });
  // Asked for first and so answered first.
  const record: IDBRequest<ValueRow | undefined> = transaction.objectStore(db.values.name).get(CHAIN);
  const written = putInto(transaction, db, puts);
  // A row of the tail is added under the number that follows, so one that is there already speaks up for itself.
  const next = puts.has(db.batches) ? null : transaction.objectStore(db.batches.name).getKey(beyond(then));
  let moved = false;
  (next ?? record).onsuccess = () => {
    const now = (record.result?.value as Chain | undefined) ?? null;
    moved = (next !== null && next.result !== undefined) || !isSame(now, then.record);
    if (moved) transaction.abort();
    else if (db.commitsEarly) transaction.commit();
  };
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => {
      moved ||= transaction.error?.name === 'ConstraintError';
      if (moved) resolve();
      else reject(transaction.error ?? new DOMException('the transaction was ended', 'AbortError'));
    };
  });
  if (!moved) tell(db.name, written);
  return !moved;
}

const beyond = ({ chain }: Then): IDBKeyRange => IDBKeyRange.lowerBound(chain?.n ?? 0, true);

/** Asks for all rows at once; what can’t be stored ends the transaction. */
function putInto(transaction: IDBTransaction, db: LogDb, puts: Puts): Written[] {
  const written: Written[] = [];
  try {
    for (const [table, rows] of puts) {
      const store = transaction.objectStore(table.name);
      const isTail = table === db.batches;
      for (const row of rows) written.push({ table, request: isTail ? store.add(row) : store.put(row) });
    }
    return written;
  } catch (error) {
    // A row that can't be stored: nothing of the others is, either.
    transaction.abort();
    throw error;
  }
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
