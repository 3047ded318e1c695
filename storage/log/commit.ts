import Dexie, { type IndexableType, RangeSet, type Table } from 'dexie';
import { CHAIN, type Chain, leftKey } from './chain.ts';
import type { LogDb } from './db.ts';

/** Rows to put, by their table. */
export type Puts = ReadonlyMap<Table, readonly object[]>;

/** What the writer remembers of the log, and by which connection: one that was lost may have lost the log with it. */
export interface Then {
  readonly connection: IDBDatabase | null;
  /** The chain's record. */
  readonly record: Chain | null;
  /** Where the log stands. */
  readonly chain: Chain | null;
}

/**
 * Puts rows in one strict transaction if the log is still as the writer remembers it. Resolves once they are committed;
 * with false, and nothing written, if somebody else was there.
 *
 * This is the way of every acknowledgement, so it goes past Dexie's tables, and asks nothing: whoever moved the log left
 * a row under a name that this transaction adds too, so that it fails by itself. All requests and the word to commit are
 * on their way at once.
 *
 * @throws ReadOnlyError if a newer version owns the database; what the transaction failed with
 */
export async function commitAfter(db: LogDb, then: Then, puts: Puts): Promise<boolean> {
  db.assertWritable();
  if (!db.isOpen() || db.backendDB() !== then.connection) return false;
  const names = new Set([db.values, db.batches, ...puts.keys()].map(({ name }) => name));
  const transaction = db.backendDB().transaction([...names], 'readwrite', { durability: 'strict' });
  const written = askAll(transaction, db, then, puts);
  let moved = false;
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => {
      if (moved) resolve();
      else reject(transaction.error ?? new DOMException('the transaction was ended', 'AbortError'));
    };
    // What is there already speaks up here, before it ends the transaction.
    transaction.onerror = ({ target }) => {
      moved ||= (target as IDBRequest).error?.name === 'ConstraintError';
    };
  });
  if (!moved) tell(db.name, written);
  return !moved;
}

/** Asks for everything at once; what can’t be stored ends the transaction. */
function askAll(transaction: IDBTransaction, db: LogDb, then: Then, puts: Puts): Written[] {
  const written: Written[] = [];
  try {
    mustStand(transaction, db, then, puts);
    for (const [table, rows] of puts) {
      const store = transaction.objectStore(table.name);
      // A row of the tail goes under the number that follows: one that is there already was somebody else's.
      const isNew = (row: object): boolean => table === db.batches || (then.record === null && isRecord(row));
      for (const row of rows) written.push({ table, request: isNew(row) ? store.add(row) : store.put(row) });
    }
    transaction.commit();
    return written;
  } catch (error) {
    // A row that can't be stored: nothing of the others is, either.
    transaction.abort();
    throw error;
  }
}

const isRecord = (row: object): boolean => 'key' in row && row.key === CHAIN;

/** Fails the transaction if the record was left behind, or if an entry follows the last one that is remembered. */
function mustStand(transaction: IDBTransaction, db: LogDb, { record, chain }: Then, puts: Puts): void {
  const values = transaction.objectStore(db.values.name);
  if (record) {
    values.add({ key: leftKey(record), value: Date.now() });
    if (!puts.get(db.values)?.some(isRecord)) values.delete(leftKey(record));
  }
  if (puts.has(db.batches)) return;
  const tail = transaction.objectStore(db.batches.name);
  const next = (chain?.n ?? 0) + 1;
  tail.add({ n: next });
  tail.delete(next);
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
