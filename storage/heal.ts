import type Dexie from 'dexie';
import { ReadOnlyError } from './trouble.ts';

/** What browsers say when a connection to a database, not the data, has gone wrong. */
const CONNECTION = new Set(['InvalidStateError', 'UnknownError', 'DatabaseClosedError', 'OpenFailedError']);
const TRIES = 3;

function isConnection(error: unknown): boolean {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth++) {
    const { name, inner } = at as { name?: unknown; inner?: unknown };
    if (typeof name === 'string' && CONNECTION.has(name)) return true;
    at = inner;
  }
  return false;
}

/**
 * Does some work on a database and, if its connection broke, opens it anew and does it again. Only for work that may
 * be repeated. A connection that a newer version has taken over stays closed.
 *
 * @throws what the work failed with the last time
 */
export async function healing<T>(db: Dexie, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (error instanceof ReadOnlyError || !isConnection(error) || tries === TRIES) throw error;
      db.close({ disableAutoOpen: false });
      await db.open();
    }
}
