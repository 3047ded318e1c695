import { canonical } from '../../core/canonical.ts';
import { chainStart, HASH_BYTES } from '../../core/evidence/chain.ts';
import { linesOf } from '../../core/evidence/encode.ts';
import { pack } from '../../core/evidence/pack.ts';
import { CURSOR, DeskDb } from '../../storage/cases/db.ts';
import { CHAIN, newChain } from '../../storage/log/chain.ts';
import { LogDb } from '../../storage/log/db.ts';
import { SEGMENT_ENTRIES } from '../../storage/log/seal.ts';
import { spanOf } from '../../storage/log/tail.ts';
import { makeEvents } from './events.ts';

/**
 * Runs in a page of the extension: writes a log of `count` events that ends now, as the writer would have sealed it,
 * without hashing each entry (which no reader of figures looks at).
 */
export async function fill(count: number): Promise<number> {
  const db = new LogDb();
  await db.open();
  const chain = newChain(Date.now(), null);
  const hash = chainStart(chain.log, null);
  const events = makeEvents(count, Date.now());
  for (let n = 0; n < events.length; n += SEGMENT_ENTRIES) {
    const part = events.slice(n, n + SEGMENT_ENTRIES);
    const bytes = await pack(linesOf(part.map(canonical)), new Uint8Array(part.length * HASH_BYTES));
    await db.transaction('rw', db.segments, db.directory, () =>
      Promise.all([
        db.segments.put({ n: n + 1, count: part.length, before: hash, head: hash, bytes }),
        db.directory.put({ n: n + 1, count: part.length, ...spanOf(part) }),
      ]),
    );
  }
  // As the background, which follows the log while it is written, would have left it.
  const desk = new DeskDb();
  await desk.values.put({ key: CURSOR, value: { log: chain.log, n: events.length } });
  desk.close();
  await db.values.put({ key: CHAIN, value: { ...chain, n: events.length, hash } });
  db.close();
  return events.length;
}

(globalThis as { benchFill?: typeof fill }).benchFill = fill;
