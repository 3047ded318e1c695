import { canonical } from '../../core/canonical.ts';
import { entryOf, privateOf } from '../../core/evidence/private.ts';
import { CHAIN, keysFor, link, newChain, readChain } from './chain.ts';
import type { LogDb, OldTailRow } from './db.ts';
import { type Linked, tailRows } from './tail.ts';

const BATCH = 200;
const done = new WeakSet<LogDb>();

/**
 * Takes in the rows of the first versions, which kept an event a row: a batch a transaction, so that a death in the
 * middle is carried on by the next life where it stopped. Looks at one row once all is taken in.
 */
export async function adoptRows(db: LogDb): Promise<void> {
  if (done.has(db)) return;
  for (;;) {
    const left = await db.transaction('rw!', db.tail, db.batches, db.keys, db.values, async () => {
      const rows = await db.tail.orderBy('n').limit(BATCH).toArray();
      const first = rows[0];
      if (!first) return 0;
      // The second version had hashed its rows; the numbers of the first had gaps where nothing was.
      const part = first.hash ? before(rows, ({ hash }) => !hash) : before(rows, ({ hash }) => !!hash);
      await db.tail.bulkDelete(part.map(({ n }) => n));
      await (first.hash ? db.batches.bulkAdd(tailRows(first.n, part.map(asLinked))) : chainOn(db, part));
      return rows.length;
    });
    if (left === 0) break;
  }
  done.add(db);
}

function before<T>(all: readonly T[], ends: (one: T) => boolean): readonly T[] {
  const end = all.findIndex(ends);
  return end < 0 ? all : all.slice(0, end);
}

function asLinked({ event, sealed, hash }: OldTailRow): Linked {
  const text = canonical(entryOf(event, sealed ?? null));
  return { event, text, hash: hash ?? new Uint8Array(), values: privateOf(event) };
}

async function chainOn(db: LogDb, rows: readonly OldTailRow[]): Promise<void> {
  const events = rows.map(({ event }) => event);
  const { keys, fresh } = await keysFor(db, events, new Map());
  const { linked, chain } = link((await readChain(db)) ?? newChain(events[0]?.at ?? 0, null), events, keys);
  await Promise.all([
    db.batches.bulkAdd(tailRows(chain.n - linked.length + 1, linked)),
    db.keys.bulkPut([...fresh]),
    db.values.put({ key: CHAIN, value: chain }),
  ]);
}
