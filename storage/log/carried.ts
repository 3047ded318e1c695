import type { ConversationRow, LogDb, TailRow } from './db.ts';

/**
 * What a conversation's next event must know goes into a row of the tail where it says nothing new of whom the
 * conversation is with: an append then costs one record. Whoever reads names finds them in their own place, and sealing
 * moves the rest there. Of several rows the one that was changed most often counts.
 */

/** So many rows beside so many bytes of entries keep a record well below 64 KiB. */
const MOST_ROWS = 4;
const MOST_BYTES = 24 * 1024;

/** Parts what an append changed: the tail's rows with what they carry, and rows that are put for themselves. */
export function carry(
  tail: readonly TailRow[],
  changed: readonly ConversationRow[],
  kept: (id: string) => ConversationRow | undefined,
): { readonly tail: readonly TailRow[]; readonly apart: readonly ConversationRow[] } {
  const [only, ...more] = tail;
  const isSmall = more.length === 0 && changed.length <= MOST_ROWS;
  if (!only || !isSmall || bytesOf(only) > MOST_BYTES) return { tail, apart: changed };
  const after = changed.filter((row) => isSameHome(row, kept(row.id)));
  return { tail: [{ ...only, after }], apart: changed.filter((row) => !after.includes(row)) };
}

const bytesOf = ({ entries, values }: TailRow): number => entries.length + (values?.length ?? 0);

const isSameHome = (row: ConversationRow, kept: ConversationRow | undefined): boolean =>
  kept !== undefined &&
  kept.console === row.console &&
  kept.shop === row.shop &&
  kept.raw === row.raw &&
  kept.buyer === row.buyer;

/** The latest row of each conversation that the tail's rows carry and that is later than the one in its own place. */
export async function carriedBy(db: LogDb, tail: readonly TailRow[]): Promise<Map<string, ConversationRow>> {
  const carried = new Map<string, ConversationRow>();
  for (const { after = [] } of tail)
    for (const row of after) if (isLater(row, carried.get(row.id))) carried.set(row.id, row);
  if (carried.size === 0) return carried;
  const held = await db.conversations.bulkGet([...carried.keys()]);
  for (const row of held) if (row && !isLater(carried.get(row.id), row)) carried.delete(row.id);
  return carried;
}

const isLater = (row: ConversationRow | undefined, than: ConversationRow | undefined): boolean =>
  (row?.changes ?? 0) > (than?.changes ?? -1);

/** Puts what rows of the tail carry into its own place. Inside of a transaction. */
export async function putCarried(db: LogDb, tail: readonly TailRow[]): Promise<void> {
  const carried = await carriedBy(db, tail);
  await db.conversations.bulkPut([...carried.values()]);
}

/**
 * Takes out of the tail all that it carries, for what changes conversations past the writer. Inside of a transaction,
 * which must move the chain's record too.
 */
export async function takeCarried(db: LogDb): Promise<void> {
  const carrying = await db.batches.filter(({ after }) => after !== undefined).toArray();
  await putCarried(db, carrying);
  await db.batches.bulkPut(carrying.map(({ after: _, ...row }) => row));
}

/** All conversations as they are now. */
export const conversationsNow = (db: LogDb): Promise<ConversationRow[]> =>
  db.transaction('r', db.conversations, db.batches, async () => {
    const [rows, tail] = await Promise.all([db.conversations.toArray(), db.batches.toArray()]);
    const carried = await carriedBy(db, tail);
    return rows.map((row) => carried.get(row.id) ?? row);
  });
