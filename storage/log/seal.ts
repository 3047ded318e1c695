import { canonical } from '../../core/canonical.ts';
import { chainStart } from '../../core/evidence/chain.ts';
import type { JsonObject } from '../../core/evidence/encode.ts';
import { pack } from '../../core/evidence/pack.ts';
import { entryOf } from '../../core/evidence/private.ts';
import { packBlocks } from './blocks.ts';
import { readChain } from './chain.ts';
import type { DirectoryRow, LogDb, SegmentRow, TailRow } from './db.ts';

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
    if (left === 0 || (!all && left < entries + keep)) return sealed;
    const rows = await db.tail.orderBy('n').limit(entries).toArray();
    if (rows.some(({ hash }) => !hash)) return sealed;
    sealed += await sealRows(db, rows);
  }
}

async function sealRows(db: LogDb, rows: readonly TailRow[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const hashes = rows.map(({ hash }) => hash as Uint8Array);
  const entries = rows.map(({ event, sealed }) => entryOf(event, sealed ?? null) as unknown as JsonObject);
  const bytes = await pack(entries, hashes);
  if (bytes.length > SEGMENT_BYTES && rows.length > 1)
    return sealRows(db, rows.slice(0, Math.ceil(rows.length / 2)));
  const blocks = await packBlocks(first.n, rows);
  const segment = { n: first.n, count: rows.length, head: hashes.at(-1) as Uint8Array, bytes };
  const done = await db.transaction(
    'rw!',
    [db.tail, db.segments, db.directory, db.blocks, db.values],
    async () => {
      const numbers = rows.map(({ n }) => n);
      const now = await db.tail.bulkGet(numbers);
      // Sealed by another life of the writer, emptied, or a value was erased meanwhile: begin again.
      if (now.some((row, at) => !row || !isSame(row, rows[at]))) return false;
      const before = await valueBefore(db, first.n);
      const row: SegmentRow = { ...segment, before };
      await Promise.all([
        db.segments.add(row),
        db.directory.add(directoryRow(first.n, rows)),
        blocks.length > 0 ? db.blocks.bulkAdd(blocks) : undefined,
        db.tail.bulkDelete(numbers),
      ]);
      return true;
    },
  );
  return done ? rows.length : 0;
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
