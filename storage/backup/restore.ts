import { isCaseEvent, nextCase } from '../../core/cases.ts';
import { hexBytes } from '../../core/evidence/checkpoint.ts';
import type { DeskDb } from '../cases/db.ts';
import { ROSTER } from '../cases/roster.ts';
import { INSTALL_ID, PSEUDONYM_KEY } from '../keys.ts';
import { packBlocks } from '../log/blocks.ts';
import { takeCarried } from '../log/carried.ts';
import { CHAIN, type Chain, changed, newChain, readChain } from '../log/chain.ts';
import type { BlockRow, ConversationRow, LogDb } from '../log/db.ts';
import { forget } from '../log/memory.ts';
import { RESTORED, type RestoredLog, readRestored } from '../log/restored.ts';
import type { Held, HeldByClass } from '../log/tail.ts';
import { LAYOUT, PERSON, SETTINGS } from '../settings.ts';
import { BackupError } from './form.ts';
import type { BackedLog, OpenBackup } from './read.ts';

/**
 * Puts a backup's logs back, all or nothing, before what this log holds. This log's chain goes on, or begins anew with
 * the restored one's last value if it has no entry yet. Names follow the backup from now on, and settings too; buyers are
 * known again. What the desk folds out of the log is made anew when it next looks.
 *
 * The background's writer sees by the chain's record that somebody else wrote, and reads all anew.
 *
 * @throws {BackupError} `already` for logs that are here; ReadOnlyError if a newer version owns the database
 */
export async function restoreBackup(
  db: LogDb,
  desk: DeskDb,
  { head, logs }: OpenBackup,
  now: number,
): Promise<readonly RestoredLog[]> {
  db.assertWritable();
  desk.assertWritable();
  const tables = [
    ...[db.segments, db.directory, db.blocks, db.keys, db.cases],
    ...[db.conversations, db.aliases, db.values, db.batches],
  ];
  const restored = placed(logs, now);
  // Packing takes time, which a transaction has not.
  const blocks = (await Promise.all(logs.map((log, at) => blocksOf(log, restored[at]?.shift ?? 0)))).flat();
  await db.transaction('rw!', tables, async () => {
    const [chain, known] = await Promise.all([readChain(db), readRestored(db)]);
    const own = chain && chain.n > 0 ? chain.log : null;
    if (known.length > 0 || logs.some(({ claim }) => claim.log === own)) throw new BackupError('already');
    await Promise.all(logs.map((log, at) => putLog(db, log, restored[at]?.shift ?? 0)));
    await db.blocks.bulkAdd(blocks);
    await putCases(db, logs);
    await takeCarried(db);
    await putConversations(db, head.conversations);
    await db.aliases.bulkPut(head.aliases);
    const last = restored.at(-1);
    const goesOn = chain && chain.n > 0 ? changed(chain) : newChain(now, last ? hexBytes(last.head) : null);
    await db.values.bulkPut([
      { key: CHAIN, value: goesOn satisfies Chain },
      { key: RESTORED, value: restored },
      { key: PSEUDONYM_KEY, value: hexBytes(head.pseudonymKey) },
      { key: INSTALL_ID, value: head.install },
      { key: SETTINGS, value: head.settings },
      ...(head.person === null ? [] : [{ key: PERSON, value: head.person }]),
      ...Object.entries(head.layouts).map(([console, value]) => ({ key: `${LAYOUT}${console}`, value })),
      ...logs.flatMap(({ packs }) => packs.map((hash) => ({ key: `pack ${hash}`, value: hash }))),
    ]);
  });
  forget(db);
  await desk.transaction('rw!', desk.buyers, desk.values, async () => {
    await desk.buyers.bulkPut(head.buyers);
    if (head.roster) await desk.values.put({ key: ROSTER, value: head.roster });
  });
  return restored;
}

/** Numbers below zero, each log one short of the next, so that no chain seems to go on in another. */
function placed(logs: readonly BackedLog[], now: number): RestoredLog[] {
  let next = 1;
  return logs
    .toReversed()
    .map(({ claim, last, head, count }) => {
      const shift = last - (next - 2);
      next = claim.first - shift;
      return { claim, last, head, shift, count, at: now };
    })
    .reverse();
}

async function putLog(db: LogDb, log: BackedLog, shift: number): Promise<void> {
  await Promise.all([
    db.segments.bulkAdd(log.segments.map((row) => ({ ...row, n: row.n - shift }))),
    db.directory.bulkAdd(log.directory.map((row) => ({ ...row, n: row.n - shift }))),
    db.keys.bulkPut([...log.keys]),
  ]);
}

async function blocksOf({ held }: BackedLog, shift: number): Promise<BlockRow[]> {
  const packed = held.map(([segment, byClass]) => {
    const moved = Object.entries(byClass).map(([kept, all]) => [
      kept,
      all.map(([n, at, values]): Held => [n - shift, at, values]),
    ]);
    return packBlocks(segment - shift, Object.fromEntries(moved) as HeldByClass);
  });
  return (await Promise.all(packed)).flat();
}

async function putCases(db: LogDb, logs: readonly BackedLog[]): Promise<void> {
  for (const { caseEvents } of logs)
    for (const event of caseEvents) {
      if (!isCaseEvent(event)) continue;
      const next = nextCase((await db.cases.get(event.case)) ?? null, event);
      if (next) await db.cases.put(next);
    }
}

/** Numbers within a conversation go on after the higher one. */
async function putConversations(db: LogDb, rows: readonly ConversationRow[]): Promise<void> {
  const here = await db.conversations.bulkGet(rows.map(({ id }) => id));
  await db.conversations.bulkPut(
    rows.map((row, at) => ({ ...row, lastSeq: Math.max(row.lastSeq, here[at]?.lastSeq ?? 0) })),
  );
}
