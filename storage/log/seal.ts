import { canonical } from '../../core/canonical.ts';
import { chainStart } from '../../core/evidence/chain.ts';
import type { JsonObject } from '../../core/evidence/encode.ts';
import { pack } from '../../core/evidence/pack.ts';
import { entryOf } from '../../core/evidence/private.ts';
import { packBlocks } from './blocks.ts';
import { readChain } from './chain.ts';
import type { BlockRow, DirectoryRow, LogDb, SegmentRow, TailRow } from './db.ts';

/** A segment's share of entries, and the record size that it must stay under. */
export const SEGMENT_ENTRIES = 1_000;
const SEGMENT_BYTES = 48 * 1024;

/**
 * Moves the oldest entries of the tail into segments, whole ones only and leaving the `keep` latest, or with `all`
 * everything. Packing happens outside; then one strict transaction checks that nothing changed, writes the segment
 * and deletes the rows. Ends with the number of entries that were sealed.
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
    const left = await db.tail.count();
    const due = all ? left : Math.floor(Math.max(0, left - keep) / entries) * entries;
    if (due === 0) return sealed;
    const rows = await db.tail
      .orderBy('n')
      .limit(Math.min(due, entries * AT_ONCE))
      .toArray();
    if (rows.some(({ hash }) => !hash)) return sealed;
    const groups: TailRow[][] = [];
    for (let at = 0; at < rows.length; at += entries) groups.push(rows.slice(at, at + entries));
    const packed = (await Promise.all(groups.map(packRows))).flat();
    // Sealed by another life of the writer, or a value was erased meanwhile: looks again at what there is now.
    if (await putPacked(db, packed)) sealed += rows.length;
  }
}

/** So many segments are packed at a time and written in one transaction. */
const AT_ONCE = 8;

/** A segment ready to be written. */
export interface PackedRows {
  readonly rows: readonly TailRow[];
  readonly segment: Omit<SegmentRow, 'before'>;
  readonly directory: DirectoryRow;
  readonly blocks: readonly BlockRow[];
}

/** Packs rows of the tail into one segment, or into several where one would be too large. */
export async function packRows(rows: readonly TailRow[]): Promise<PackedRows[]> {
  const n = rows[0]?.n;
  if (n === undefined) return [];
  const hashes = rows.map(({ hash }) => hash as Uint8Array);
  const entries = rows.map(({ event, sealed }) => entryOf(event, sealed ?? null) as unknown as JsonObject);
  const bytes = await pack(entries, hashes);
  if (bytes.length > SEGMENT_BYTES && rows.length > 1) {
    const half = Math.ceil(rows.length / 2);
    return [...(await packRows(rows.slice(0, half))), ...(await packRows(rows.slice(half)))];
  }
  const segment = { n, count: rows.length, head: hashes.at(-1) as Uint8Array, bytes };
  return [{ rows, segment, directory: directoryRow(n, rows), blocks: await packBlocks(n, rows) }];
}

/** Writes segments in place of their rows. False, and nothing done, if the rows are no longer as they were. */
function putPacked(db: LogDb, packed: readonly PackedRows[]): Promise<boolean> {
  const rows = packed.flatMap((one) => one.rows);
  const numbers = rows.map(({ n }) => n);
  const tables = [db.tail, db.segments, db.directory, db.blocks, db.values];
  return db.transaction('rw!', tables, async () => {
    const now = await db.tail.bulkGet(numbers);
    if (now.some((row, at) => !row || !isSame(row, rows[at]))) return false;
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
      db.tail.bulkDelete(numbers),
    ]);
    return true;
  });
}

function isSame(now: TailRow, then: TailRow | undefined): boolean {
  return then !== undefined && canonical(now.event) === canonical(then.event) && isEqual(now.hash, then.hash);
}

export const isEqual = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The chain's value before an entry: the last segment's, or the log's start. */
export async function valueBefore(db: LogDb, n: number): Promise<Uint8Array> {
  const last = await db.segments.where('n').below(n).last();
  if (last && last.n + last.count === n) return last.head;
  const before = n > 1 ? await db.tail.get(n - 1) : undefined;
  if (before?.hash) return before.hash;
  const chain = await readChain(db);
  if (!chain) throw new Error('no log has begun');
  return chainStart(chain.log, chain.after);
}

export function directoryRow(n: number, rows: readonly Pick<TailRow, 'event'>[]): DirectoryRow {
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
