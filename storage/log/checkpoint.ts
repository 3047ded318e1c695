import { bytesHex, checkpointBytes } from '../../core/evidence/checkpoint.ts';
import { readChain } from './chain.ts';
import type { CheckpointRow, LogDb } from './db.ts';
import { deviceOf } from './device.ts';

/**
 * Signs where the log stands, if it moved since it was signed last. Null for an empty log and where nothing can be
 * signed. Signing awaits, so the log may move on meanwhile; the statement stays true.
 */
export async function signCheckpoint(db: LogDb, now: number): Promise<CheckpointRow | null> {
  const chain = await readChain(db);
  if (!chain || chain.n === 0) return null;
  const known = await db.checkpoints.get(chain.n);
  if (known) return known;
  const device = await deviceOf(db);
  if (!device) return null;
  const { log, n, hash: head } = chain;
  const signature = await device.sign(checkpointBytes({ log, n, head: bytesHex(head), at: now }));
  const row: CheckpointRow = { n, log, head, at: now, signature };
  await db.transaction('rw!', db.checkpoints, () => db.checkpoints.put(row));
  return row;
}
