import type { ChatEvent } from '../../core/event.ts';
import { unpack } from '../../core/evidence/pack.ts';
import { type Entry, eventOf } from '../../core/evidence/private.ts';
import { valuesOf } from './blocks.ts';
import { readChain } from './chain.ts';
import type { DirectoryRow, LogDb, TailRow } from './db.ts';
import { readRestored, restoredCount } from './restored.ts';
import { eventsIn, type TailEvent } from './tail.ts';

/** Which events are wanted. All that is given must hold. */
export interface Wanted {
  /** Half-open wall time, epoch milliseconds. */
  readonly from?: number;
  readonly to?: number;
  /** Pseudonyms; the empty one stands for the desk itself. */
  readonly conversations?: readonly string[];
  /** Entries after this number only: what is new since then. */
  readonly after?: number;
  /** The latest first. */
  readonly latestFirst?: boolean;
  /** Without the private values, which spares opening them: words are then as if erased. */
  readonly withoutValues?: boolean;
  readonly signal?: AbortSignal;
}

/** An event with its number in the log. */
export type Numbered = TailEvent;

/**
 * The log's events in its order, sealed or not, with the private values that are still held. Reads segment by
 * segment in constant memory, as of the moment of the call; segments outside of what is wanted are not opened.
 */
export async function* readEvents(db: LogDb, wanted: Wanted = {}): AsyncGenerator<ChatEvent> {
  for await (const { event } of readNumbered(db, wanted)) yield event;
}

/** As {@link readEvents}, with each event's number. */
export async function* readNumbered(db: LogDb, wanted: Wanted = {}): AsyncGenerator<Numbered> {
  // One transaction: an entry that is sealed meanwhile must be met once, in its row or in its segment.
  const { segments, tail } = await db.transaction('r', db.directory, db.batches, async () => {
    const [segments, tail] = await Promise.all([directoryFor(db, wanted), rowsFor(db, wanted)]);
    return { segments, tail };
  });
  const holds = filterOf(wanted);
  const fresh = tail.flatMap(eventsIn).filter(({ n, event }) => holds(n, event));
  if (wanted.latestFirst) {
    yield* fresh.reverse();
    for await (const part of opened(db, segments.reverse(), wanted)) yield* part.reverse();
  } else {
    for await (const part of opened(db, segments, wanted)) yield* part;
    yield* fresh;
  }
}

/** So many segments are fetched and inflated while the one before them is read. */
const AHEAD = 4;

async function* opened(db: LogDb, rows: readonly DirectoryRow[], wanted: Wanted): AsyncGenerator<Numbered[]> {
  const under: Promise<Numbered[]>[] = [];
  for (const row of rows) {
    const part = inSegment(db, row, wanted);
    // Whoever stops before its turn comes does not hear of it.
    part.catch(() => undefined);
    under.push(part);
    const [first] = under;
    if (under.length > AHEAD && first) {
      yield await first;
      under.shift();
    }
  }
  for (const part of under) yield await part;
}

const rowsFor = (db: LogDb, { after = 0, from = 0, to = Infinity }: Wanted): Promise<TailRow[]> =>
  db.batches
    .orderBy('n')
    .filter((row) => row.n + row.count - 1 > after && row.to >= from && row.from < to)
    .toArray();

/** All of {@link readEvents} at once. */
export async function eventsOf(db: LogDb, wanted: Wanted = {}): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of readEvents(db, wanted)) events.push(event);
  return events;
}

async function inSegment(db: LogDb, { n }: DirectoryRow, wanted: Wanted): Promise<Numbered[]> {
  wanted.signal?.throwIfAborted();
  const [row, values] = await Promise.all([
    db.segments.get(n),
    wanted.withoutValues ? undefined : valuesOf(db, n),
  ]);
  // Its time may have ended between the directory and here.
  if (!row) return [];
  const holds = filterOf(wanted);
  const entries = JSON.parse(`[${(await unpack(row.bytes)).texts().join(',')}]`) as Entry[];
  return entries
    .map((entry, at) => ({ n: n + at, event: eventOf(entry, values?.get(n + at) ?? null) }))
    .filter(({ n: at, event }) => holds(at, event));
}

/** With more conversations than this, looking each up costs more than reading the directory. */
const FEW = 50;

/** The directory of what may be wanted, in the log's order. A span of time is looked up, not searched. */
async function directoryFor(db: LogDb, wanted: Wanted): Promise<DirectoryRow[]> {
  const { from, to, after, conversations } = wanted;
  const few = conversations !== undefined && conversations.length <= FEW ? conversations : undefined;
  const bounds = await Promise.all([
    ...(from === undefined ? [] : [db.directory.where('to').aboveOrEqual(from).primaryKeys()]),
    ...(to === undefined || to === Infinity ? [] : [db.directory.where('from').below(to).primaryKeys()]),
    ...(after === undefined ? [] : [numbersAfter(db, after)]),
    ...(few ? [numbersOf(db, few)] : []),
  ]);
  const [first, ...others] = bounds.sort((a, b) => a.length - b.length);
  if (!first) return (await db.directory.orderBy('n').toArray()).filter((row) => mayHold(row, wanted));
  const sets = others.map((numbers) => new Set(numbers));
  const numbers = first.filter((n) => sets.every((set) => set.has(n))).sort((a, b) => a - b);
  const rows = await db.directory.bulkGet(numbers);
  return rows.flatMap((row) => (row && mayHold(row, wanted) ? [row] : []));
}

const numbersOf = (db: LogDb, conversations: readonly string[]): Promise<number[]> =>
  db.directory.where('conversations').anyOf(conversations).distinct().primaryKeys();

/** Segments that may hold an entry after this one: from the one that holds it on. */
async function numbersAfter(db: LogDb, after: number): Promise<number[]> {
  const [last = after] = await db.directory.where('n').belowOrEqual(after).reverse().limit(1).primaryKeys();
  return db.directory.where('n').aboveOrEqual(last).primaryKeys();
}

function mayHold({ n, count, from, to, conversations }: DirectoryRow, wanted: Wanted): boolean {
  if (wanted.from !== undefined && to < wanted.from) return false;
  if (wanted.to !== undefined && from >= wanted.to) return false;
  if (wanted.after !== undefined && n + count - 1 <= wanted.after) return false;
  return (
    wanted.conversations === undefined || wanted.conversations.some((one) => conversations.includes(one))
  );
}

function filterOf({ from = 0, to = Infinity, after = -Infinity, conversations }: Wanted) {
  const among = conversations && new Set(conversations);
  return (n: number, event: ChatEvent): boolean =>
    n > after &&
    event.at >= from &&
    event.at < to &&
    (among === undefined || among.has('conversation' in event ? event.conversation : ''));
}

export interface Extent {
  readonly events: number;
  /** Earliest and latest wall time, both included; null while the log is empty. */
  readonly times: { readonly from: number; readonly to: number } | null;
}

/** How much the log holds and of which time, without opening a segment: fit for a live query. */
export async function extentOf(db: LogDb): Promise<Extent> {
  const [first, last, rows, chain, restored] = await Promise.all([
    db.directory.orderBy('from').first(),
    db.directory.orderBy('to').reverse().first(),
    db.batches.toArray(),
    readChain(db),
    readRestored(db),
  ]);
  const from = Math.min(first?.from ?? Infinity, ...rows.map((row) => row.from));
  const to = Math.max(last?.to ?? 0, ...rows.map((row) => row.to));
  return {
    events: (chain?.n ?? 0) - (chain?.dropped ?? 0) + restoredCount(restored),
    times: from === Infinity ? null : { from, to },
  };
}

/** How many events of a half-open span of wall time the log itself holds, without those of earlier logs. */
export async function countBetween(db: LogDb, from: number, to: number): Promise<number> {
  let count = 0;
  for await (const _ of readNumbered(db, { from, to, after: 0, withoutValues: true })) count += 1;
  return count;
}
