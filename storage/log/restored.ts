import type { ChainClaim } from '../../core/evidence/verify.ts';
import type { LogDb } from './db.ts';

/**
 * An earlier log whose sealed entries were put back from a backup. They are numbered below zero, so that everything
 * reads them before this log's own, which has a chain of its own; their chain is as it was sealed and never goes on.
 */
export interface RestoredLog {
  /** What that log said of itself; its device's key is not here. */
  readonly claim: ChainClaim;
  readonly last: number;
  /** The chain's value after its last entry, hex. */
  readonly head: string;
  /** What is added to a number here to get the one that the entry had. */
  readonly shift: number;
  readonly count: number;
  readonly at: number;
}

export const RESTORED = 'restored';

/** The earlier logs that are here, the oldest first. */
export async function readRestored(db: LogDb): Promise<readonly RestoredLog[]> {
  const value = (await db.values.get(RESTORED))?.value;
  return Array.isArray(value) ? (value as RestoredLog[]) : [];
}

/** How many of the entries that are here belong to earlier logs. */
export const restoredCount = (logs: readonly RestoredLog[]): number =>
  logs.reduce((sum, { count }) => sum + count, 0);
