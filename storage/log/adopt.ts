import { chainOn, readChain } from './chain.ts';
import type { LogDb } from './db.ts';

const BATCH = 200;
const done = new WeakSet<LogDb>();

/**
 * Takes rows of the first version, which had no chain, into the chain: a batch a transaction, so that a death in the
 * middle is carried on by the next life where it stopped. Looks at one row once all is taken in.
 */
export async function adoptRows(db: LogDb): Promise<void> {
  if (done.has(db)) return;
  for (;;) {
    const left = await db.transaction('rw!', db.tail, db.keys, db.values, async () => {
      const n = (await readChain(db))?.n ?? 0;
      const rows = await db.tail.where('n').above(n).limit(BATCH).toArray();
      if (rows.length === 0) return 0;
      // Numbers without gaps: rows move down, never onto a row that is still to come.
      await db.tail.bulkDelete(rows.map((row) => row.n));
      await chainOn(
        db,
        rows.map(({ event }) => event),
      );
      return rows.length;
    });
    if (left < BATCH) break;
  }
  done.add(db);
}
