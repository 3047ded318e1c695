import { z } from 'zod';
import { bytesHex, hexBytes } from '../../core/evidence/checkpoint.ts';
import { CHAIN, type Chain, changed, newChain, readChain } from './chain.ts';
import type { LogDb } from './db.ts';
import { readRestored, restoredCount } from './restored.ts';

/**
 * Where the log stood, kept outside of its database. A browser that finds a database damaged may throw it away and
 * give an empty one without a word; then this is what knows. Holds nothing of a chat.
 */
export interface Sentinel {
  readonly log: string;
  readonly n: number;
  /** The chain's value, hex. */
  readonly head: string;
  readonly at: number;
  readonly app: string;
}

/** A place that outlives the database: `storage.local` in a browser. */
export interface SentinelStore {
  read(): Promise<unknown>;
  write(sentinel: Sentinel): Promise<void>;
}

const schema = z.object({
  log: z.string().regex(/^[0-9a-f]{32}$/),
  n: z.number().int().nonnegative(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.number(),
  app: z.string(),
});

/** What is missing. `lost` is how many entries at least; `all` says that nothing of the old log is left. */
export interface Loss {
  readonly lost: number;
  readonly all: boolean;
  /** When the log was last known to be whole. */
  readonly knownAt: number;
  readonly foundAt: number;
}

const LOSS = 'loss';

/** The last loss that was found and that nobody has acknowledged. */
export async function readLoss(db: LogDb): Promise<Loss | null> {
  return ((await db.values.get(LOSS))?.value as Loss | undefined) ?? null;
}

export async function acknowledgeLoss(db: LogDb): Promise<void> {
  db.assertWritable();
  await db.values.delete(LOSS);
}

/**
 * Compares the log with what is remembered of it. A log that is gone is followed by one that says so in its first
 * value; one that is shorter goes on. Either way the loss is kept until somebody has seen it.
 */
export async function findLoss(db: LogDb, store: SentinelStore, now: number): Promise<Loss | null> {
  const parsed = schema.safeParse(await store.read());
  const known = parsed.success ? parsed.data : null;
  return db.transaction('rw!', [db.values, db.directory, db.segments, db.batches, db.tail], async () => {
    const chain = await readChain(db);
    const found = (known && lossOf(chain, known)) ?? (chain && (await holeIn(db, chain)));
    if (!found) return null;
    const loss: Loss = { ...found, knownAt: known?.at ?? now, foundAt: now };
    if (!chain && known) await db.values.put({ key: CHAIN, value: newChain(now, hexBytes(known.head)) });
    if (chain && !found.all && known?.log === chain.log && known.n <= chain.n) {
      const missing = (chain.missing ?? 0) + found.lost;
      await db.values.put({ key: CHAIN, value: { ...changed(chain), missing } satisfies Chain });
    }
    await db.values.put({ key: LOSS, value: loss });
    return loss;
  });
}

/** Entries that the chain has counted and that are neither in a segment nor in the tail, beyond those known to be gone. */
async function holeIn(db: LogDb, chain: Chain): Promise<{ lost: number; all: boolean } | null> {
  const [restored, directory, segments, rows, old] = await Promise.all([
    readRestored(db),
    db.directory.toArray(),
    db.segments.toCollection().primaryKeys(),
    db.batches.toArray(),
    db.tail.filter(({ hash }) => hash !== undefined).count(),
  ]);
  const there = new Set(segments);
  const sealed = directory.filter(({ n }) => there.has(n));
  const held = [...sealed, ...rows].reduce((sum, { count }) => sum + count, old);
  // Rows of the first version are not in the chain yet.
  const lost = chain.n + restoredCount(restored) - chain.dropped - (chain.missing ?? 0) - held;
  return lost > 0 ? { lost, all: false } : null;
}

function lossOf(chain: Chain | null, known: Sentinel): { lost: number; all: boolean } | null {
  if (!chain) return known.n > 0 ? { lost: known.n, all: true } : null;
  if (chain.log === known.log) return chain.n < known.n ? { lost: known.n - chain.n, all: false } : null;
  // Emptied by its owner, or begun anew after a loss that was found already.
  if (chain.after !== null && (bytesHex(chain.after) === known.head || chain.since >= known.at)) return null;
  return { lost: known.n, all: true };
}

/** Writes down where the log stands now. After a commit, never before. */
export async function remember(db: LogDb, store: SentinelStore, app: string, now: number): Promise<void> {
  const chain = await readChain(db);
  if (chain) await store.write({ log: chain.log, n: chain.n, head: bytesHex(chain.hash), at: now, app });
}
