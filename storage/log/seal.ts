import type { ChatEvent } from '../../core/event.ts';
import { chainStart } from '../../core/evidence/chain.ts';
import type { JsonObject } from '../../core/evidence/encode.ts';
import { pack } from '../../core/evidence/pack.ts';
import { packBlocks } from './blocks.ts';
import { readChain } from './chain.ts';
import type { BlockRow, DirectoryRow, LogDb, SegmentRow, TailRow } from './db.ts';
import { entriesOf, HASH_BYTES, type TailEntry } from './tail.ts';

/** A segment's share of entries, and the record size that it must stay under. */
export const SEGMENT_ENTRIES = 1_000;
const SEGMENT_BYTES = 48 * 1024;
/** So many segments are packed at a time and written in one transaction. */
const AT_ONCE = 8;

/**
 * Moves the oldest entries of the tail into segments of up to `entries`, leaving at least the `keep` latest and what
 * would not fill a segment, or with `all` everything. Packing happens outside; then one strict transaction checks that
 * nothing changed, writes the segments and deletes the rows. Ends with the number of entries that were sealed.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function sealTail(
  db: LogDb,
  {
    all = false,
    entries = SEGMENT_ENTRIES,
    keep = 0,
  }: { all?: boolean; entries?: number; keep?: number } = {},
): Promise<number> {
  db.assertWritable();
  let sealed = 0;
  for (;;) {
    const chain = await readChain(db);
    const last = all ? Infinity : (chain?.n ?? 0) - keep;
    const rows = await dueRows(db, last, entries * AT_ONCE);
    const groups = groupsOf(rows, entries, { all });
    if (groups.length === 0) return sealed;
    const packed = (await Promise.all(groups.map((group) => packEntries(group.flatMap(entriesOf))))).flat();
    const taken = groups.flat();
    // Sealed by another life of the writer meanwhile: looks again at what there is now.
    if (await putPacked(db, taken, packed)) sealed += taken.reduce((sum, { count }) => sum + count, 0);
  }
}

/** How many entries are not sealed yet. */
export async function tailLength(db: LogDb): Promise<number> {
  const [[first], chain] = await Promise.all([db.batches.orderBy('n').limit(1).primaryKeys(), readChain(db)]);
  return first === undefined || !chain ? 0 : chain.n - first + 1;
}

/** The oldest rows of the tail, up to entry `last` and about as many entries as are wanted. */
async function dueRows(db: LogDb, last: number, entries: number): Promise<TailRow[]> {
  const rows: TailRow[] = [];
  let count = 0;
  await db.batches
    .orderBy('n')
    .until((row) => row.n + row.count - 1 > last || count >= entries)
    .each((row) => {
      rows.push(row);
      count += row.count;
    });
  return rows;
}

/** Rows by segment: as many as fit, a row at least. The last share waits for more unless `all` are wanted. */
function groupsOf(rows: readonly TailRow[], entries: number, { all }: { all: boolean }): TailRow[][] {
  const groups: TailRow[][] = [];
  let group: TailRow[] = [];
  let count = 0;
  for (const row of rows) {
    if (group.length > 0 && count + row.count > entries) {
      groups.push(group);
      group = [];
      count = 0;
    }
    group.push(row);
    count += row.count;
  }
  if (group.length > 0 && (all || count >= entries)) groups.push(group);
  return groups;
}

/** A segment ready to be written. */
export interface Packed {
  readonly segment: Omit<SegmentRow, 'before'>;
  readonly directory: DirectoryRow;
  readonly blocks: readonly BlockRow[];
}

/** Packs entries of the tail into one segment, or into several where one would be too large. */
export async function packEntries(entries: readonly TailEntry[]): Promise<Packed[]> {
  const n = entries[0]?.n;
  const head = entries.at(-1)?.hash;
  if (n === undefined || head === undefined) return [];
  const bytes = await pack(
    entries.map(({ entry }) => entry as unknown as JsonObject),
    entries.map(({ hash }) => hash),
  );
  if (bytes.length > SEGMENT_BYTES && entries.length > 1) {
    const half = Math.ceil(entries.length / 2);
    return [...(await packEntries(entries.slice(0, half))), ...(await packEntries(entries.slice(half)))];
  }
  const segment = { n, count: entries.length, head: head.slice(), bytes };
  const directory = directoryRow(
    n,
    entries.map(({ entry }) => ({ event: entry as unknown as ChatEvent })),
  );
  return [{ segment, directory, blocks: await packBlocks(n, entries) }];
}

/** Writes segments in place of their rows. False, and nothing done, if the rows are no longer there. */
function putPacked(db: LogDb, rows: readonly TailRow[], packed: readonly Packed[]): Promise<boolean> {
  const numbers = rows.map(({ n }) => n);
  const tables = [db.batches, db.segments, db.directory, db.blocks, db.values];
  return db.transaction('rw!', tables, async () => {
    const now = await db.batches.bulkGet(numbers);
    if (now.some((row, at) => !isEqual(row?.hashes, rows[at]?.hashes))) return false;
    let before = await valueBefore(db, numbers[0] ?? 1);
    const segments = packed.map(({ segment }): SegmentRow => {
      const row = { ...segment, before };
      before = segment.head;
      return row;
    });
    await Promise.all([
      db.segments.bulkAdd(segments),
      db.directory.bulkAdd(packed.map(({ directory }) => directory)),
      db.blocks.bulkAdd(packed.flatMap(({ blocks }) => blocks)),
      db.batches.bulkDelete(numbers),
    ]);
    return true;
  });
}

export const isEqual = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The chain's value before an entry: the last segment's, or the log's start. */
export async function valueBefore(db: LogDb, n: number): Promise<Uint8Array> {
  const last = await db.segments.where('n').below(n).last();
  if (last && last.n + last.count === n) return last.head;
  const before = await db.batches.where('n').below(n).last();
  if (before && before.n + before.count === n) return before.hashes.slice(-HASH_BYTES);
  const chain = await readChain(db);
  if (!chain) throw new Error('no log has begun');
  return chainStart(chain.log, chain.after);
}

export function directoryRow(n: number, rows: readonly { readonly event: ChatEvent }[]): DirectoryRow {
  let from = Infinity;
  let to = 0;
  const conversations = new Set<string>();
  for (const { event } of rows) {
    from = Math.min(from, event.at);
    to = Math.max(to, event.at);
    conversations.add('conversation' in event ? event.conversation : '');
  }
  return { n, count: rows.length, from, to, conversations: [...conversations] };
}
