import { chainStart, HASH_BYTES } from '../../core/evidence/chain.ts';
import { pack } from '../../core/evidence/pack.ts';
import { PRIVATE_CLASSES, type PrivateClass } from '../../core/evidence/private.ts';
import { packBlocks } from './blocks.ts';
import { putCarried } from './carried.ts';
import { CHAIN, type Chain, readChain } from './chain.ts';
import type { BlockRow, DirectoryRow, LogDb, SegmentRow, Span, TailRow } from './db.ts';
import { noteRecord } from './memory.ts';
import { type Held, type HeldByClass, heldIn } from './tail.ts';

/** A segment's share of entries, and the record size that it must stay under. */
export const SEGMENT_ENTRIES = 1_000;
const SEGMENT_BYTES = 48 * 1024;
/** So many segments are packed at a time and written in one transaction. */
export const AT_ONCE = 32;

/**
 * Moves the oldest entries of the tail into segments of up to `entries`, leaving at least the `keep` latest and what
 * would not fill a segment, or with `all` everything. Packing happens outside, that of one share while the share before is
 * written: a strict transaction checks that nothing changed, writes the segments and deletes the rows. Ends with the
 * number of entries that were sealed.
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
  let ready: { readonly rows: readonly TailRow[]; readonly packed: readonly Packed[] } | null = null;
  for (;;) {
    const chain = await readChain(db);
    const last = all ? Infinity : (chain?.n ?? 0) - keep;
    const due = await dueRows(db, { from: endOf(ready?.rows ?? []), last, entries: entries * AT_ONCE });
    const groups = groupsOf(due, entries, { all });
    const [packed, isWritten]: [Packed[], boolean] = await Promise.all([
      packGroups(groups),
      ready === null || putPacked(db, ready.rows, ready.packed),
    ]);
    if (isWritten) sealed += (ready?.rows ?? []).reduce((sum, { count }) => sum + count, 0);
    if (isWritten && groups.length === 0) return sealed;
    // Sealed by another life of the writer meanwhile: looks again at what there is now.
    ready = isWritten ? { rows: groups.flat(), packed } : null;
  }
}

/** The number after the last entry of some rows; 0 if there are none. */
function endOf(rows: readonly TailRow[]): number {
  const last = rows.at(-1);
  return last ? last.n + last.count : 0;
}

/** How many entries are not sealed yet. */
export async function tailLength(db: LogDb): Promise<number> {
  const [[first], chain] = await Promise.all([db.batches.orderBy('n').limit(1).primaryKeys(), readChain(db)]);
  return first === undefined || !chain ? 0 : chain.n - first + 1;
}

/** The oldest rows of the tail from an entry on, up to entry `last` and about as many entries as are wanted. */
async function dueRows(
  db: LogDb,
  { from, last, entries }: { from: number; last: number; entries: number },
): Promise<TailRow[]> {
  const rows: TailRow[] = [];
  let count = 0;
  await db.batches
    .where('n')
    .aboveOrEqual(from)
    .until((row) => row.n + row.count - 1 > last || count >= entries)
    .each((row) => {
      rows.push(row);
      count += row.count;
    });
  return rows;
}

/** Rows by segment: as many as fit, a row at least. The last share waits for more unless `all` are wanted. */
export function groupsOf(rows: readonly TailRow[], entries: number, { all }: { all: boolean }): TailRow[][] {
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

/** Packs one segment after the other: who waits for an acknowledgement has a turn between them. */
export async function packGroups(groups: readonly (readonly TailRow[])[]): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const rows of groups) packed.push(...(await packRows(rows)));
  return packed;
}

/** Packs rows of the tail that follow each other into one segment, or into several where one would be too large. */
function packRows(rows: readonly TailRow[]): Promise<Packed[]> {
  return packShare({
    n: rows[0]?.n ?? 1,
    lines: joinedBytes(
      rows.map(({ entries }) => entries),
      NEWLINE,
    ),
    hashes: joinedBytes(rows.map(({ hashes }) => hashes)),
    held: joined(rows.map(heldIn)),
    span: {
      from: Math.min(...rows.map(({ from }) => from)),
      to: Math.max(...rows.map(({ to }) => to)),
      conversations: [...new Set(rows.flatMap(({ conversations }) => conversations))],
    },
  });
}

/** Entries that are to be one segment. */
interface Share {
  readonly n: number;
  readonly lines: Uint8Array;
  readonly hashes: Uint8Array;
  readonly held: HeldByClass;
  /** Of all that was to be one segment, also where it became several. */
  readonly span: Span;
}

async function packShare({ n, lines, hashes, held, span }: Share): Promise<Packed[]> {
  const count = hashes.length / HASH_BYTES;
  if (count === 0) return [];
  const bytes = await pack(lines, hashes);
  if (bytes.length > SEGMENT_BYTES && count > 1) {
    const half = Math.ceil(count / 2);
    const cut = startOfLine(lines, half);
    const first = { n, lines: lines.subarray(0, cut - 1), hashes: hashes.subarray(0, half * HASH_BYTES) };
    const rest = { n: n + half, lines: lines.subarray(cut), hashes: hashes.subarray(half * HASH_BYTES) };
    return [
      ...(await packShare({ ...first, held: heldWithin(held, n, n + half), span })),
      ...(await packShare({ ...rest, held: heldWithin(held, n + half, n + count), span })),
    ];
  }
  const segment = { n, count, head: hashes.slice(-HASH_BYTES), bytes };
  return [{ segment, directory: { n, count, ...span }, blocks: await packBlocks(n, held) }];
}

const NEWLINE = new Uint8Array([10]);

function joinedBytes(parts: readonly Uint8Array[], between = new Uint8Array()): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length + between.length, -between.length);
  const all = new Uint8Array(Math.max(0, length));
  let at = 0;
  for (const part of parts) {
    if (at > 0) {
      all.set(between, at);
      at += between.length;
    }
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Where the line of this number begins, counted from 0. */
function startOfLine(lines: Uint8Array, line: number): number {
  let at = 0;
  for (let before = 0; before < line; before++) at = lines.indexOf(10, at) + 1;
  return at;
}

function joined(all: readonly HeldByClass[]): HeldByClass {
  const held: { [K in PrivateClass]?: Held[] } = {};
  for (const one of all)
    for (const kept of PRIVATE_CLASSES) {
      const values = one[kept];
      if (!values) continue;
      held[kept] ??= [];
      held[kept].push(...values);
    }
  return held;
}

const heldWithin = (held: HeldByClass, from: number, to: number): HeldByClass =>
  Object.fromEntries(
    Object.entries(held).map(([kept, all]) => [kept, all.filter(([n]) => n >= from && n < to)]),
  );

/** Writes segments in place of their rows. False, and nothing done, if the rows are no longer there. */
async function putPacked(db: LogDb, rows: readonly TailRow[], packed: readonly Packed[]): Promise<boolean> {
  const numbers = rows.map(({ n }) => n);
  const tables = [db.batches, db.segments, db.directory, db.blocks, db.values, db.conversations];
  let settled: Chain | null = null;
  const written = await db.transaction('rw!', tables, async () => {
    const chain = await readChain(db);
    const now = await db.batches.bulkGet(numbers);
    if (now.some((row, at) => !isEqual(row?.hashes, rows[at]?.hashes))) return false;
    let before = await valueBefore(db, numbers[0] ?? 1);
    const segments = packed.map(({ segment }): SegmentRow => {
      const row = { ...segment, before };
      before = segment.head;
      return row;
    });
    await putCarried(db, rows);
    await Promise.all([
      db.segments.bulkAdd(segments),
      db.directory.bulkAdd(packed.map(({ directory }) => directory)),
      db.blocks.bulkAdd(packed.flatMap(({ blocks }) => blocks)),
      db.batches.bulkDelete(numbers),
    ]);
    // Rows go that tell another life of the writer that the log has moved: from here on the record does.
    settled = chain;
    if (chain) await db.values.put({ key: CHAIN, value: chain });
    return true;
  });
  if (settled) noteRecord(db, settled);
  return written;
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
