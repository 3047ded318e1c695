import { CHAIN, newChain, readChain } from './chain.ts';
import type { LogDb } from './db.ts';
import { forget } from './memory.ts';
import { RESTORED } from './restored.ts';

/**
 * Empties the log; settings and keys of names stay, so what is seen again keeps its name. The next log says in its
 * first value which one it follows.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function wipeLog(db: LogDb): Promise<void> {
  db.assertWritable();
  const emptied = [
    db.tail,
    db.batches,
    db.conversations,
    db.aliases,
    db.cases,
    db.segments,
    db.directory,
    db.blocks,
    db.keys,
    db.checkpoints,
  ];
  await db.transaction('rw!', [...emptied, db.values], async () => {
    const before = await readChain(db);
    await Promise.all([...emptied.map((table) => table.clear()), db.values.delete(RESTORED)]);
    if (before) await db.values.put({ key: CHAIN, value: newChain(Date.now(), before.hash) });
  });
  forget(db);
}
