import { CHAIN, newChain, readChain } from './chain.ts';
import type { LogDb } from './db.ts';
import { forget } from './memory.ts';

/**
 * Empties the log; settings and keys of names stay, so what is seen again keeps its name. The next log says in its
 * first value which one it follows.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function wipeLog(db: LogDb): Promise<void> {
  db.assertWritable();
  const {
    tail,
    batches,
    conversations,
    aliases,
    cases,
    segments,
    directory,
    blocks,
    keys,
    checkpoints,
    values,
  } = db;
  const emptied = [
    tail,
    batches,
    conversations,
    aliases,
    cases,
    segments,
    directory,
    blocks,
    keys,
    checkpoints,
  ];
  await db.transaction('rw!', [...emptied, values], async () => {
    const before = await readChain(db);
    await Promise.all(emptied.map((table) => table.clear()));
    if (before) await values.put({ key: CHAIN, value: newChain(Date.now(), before.hash) });
  });
  forget(db);
}
