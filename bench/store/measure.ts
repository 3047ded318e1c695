import Dexie, { type Table } from 'dexie';
import { canonical } from '../../core/canonical.ts';
import type { ChatEvent, Observation } from '../../core/event.ts';
import { chainLink, chainStart } from '../../core/evidence/chain.ts';
import { unpack } from '../../core/evidence/pack.ts';
import { entryOf, privateOf } from '../../core/evidence/private.ts';
import { append } from '../../storage/log/append.ts';
import { CHAIN, newChain } from '../../storage/log/chain.ts';
import { LogDb, type SegmentRow } from '../../storage/log/db.ts';
import { context, sender } from '../../storage/log/observed.fixture.ts';
import { eventsOf, readEvents } from '../../storage/log/read.ts';
import { AT_ONCE, groupsOf, type Packed, packGroups, SEGMENT_ENTRIES } from '../../storage/log/seal.ts';
import { type Linked, tailRows } from '../../storage/log/tail.ts';
import { exportLog } from '../../storage/log-file/export.ts';
import { readLogParts } from '../../storage/log-file/read.ts';
import { eventsParquet } from '../../storage/reports/parquet.ts';
import { makeEvents } from './events.ts';

/** The named peer: one Dexie row an event with the indexes that readers of a log need. */
class RowDb extends Dexie {
  readonly events!: Table<ChatEvent, string>;

  constructor() {
    super('rows', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ events: 'id, at, conversation, kind, [person+at]' });
  }
}

const db = new LogDb('bench-log', true);
const rows = new RowDb();
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const usage = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;
const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const bare = (event: ChatEvent): ChatEvent => {
  const values = privateOf(event);
  return (values
    ? Object.fromEntries(Object.entries(event).filter(([field]) => !(field in values)))
    : event) as unknown as ChatEvent;
};

function batchesOf(count: number, size: number): { next(): ChatEvent[] } {
  const source = makeEvents(count, 7);
  return {
    next() {
      const batch: ChatEvent[] = [];
      for (let n = 0; n < size; n++) {
        const { done, value } = source.next();
        if (done) break;
        batch.push(value);
      }
      return batch;
    },
  };
}

/** Events a second into a row each, the words left out as they are in the sealed log. */
async function writeRows(count: number): Promise<number> {
  const source = batchesOf(count, 2_000);
  let took = 0;
  for (let batch = source.next(); batch.length > 0; batch = source.next()) {
    const entries = batch.map(bare);
    took += await seconds(() => rows.transaction('rw!', rows.events, () => rows.events.bulkAdd(entries)));
  }
  return count / took;
}

/**
 * Events a second into segments: packed, deflated, written in strict transactions with their directory. As in sealing,
 * a share is packed while the one before it is written; nothing is written while events are made.
 */
async function writeSegments(count: number): Promise<number> {
  const source = batchesOf(count, SEGMENT_ENTRIES * AT_ONCE);
  const start = newChain(0, null);
  let hash = chainStart(start.log, null);
  let n = 0;
  let before = hash;
  let took = 0;
  let packed: Packed[] = [];
  const write = async (ready: readonly Packed[]) => {
    const segments = ready.map(({ segment }): SegmentRow => {
      const row = { ...segment, before };
      before = segment.head;
      return row;
    });
    await db.transaction('rw!', db.segments, db.directory, async () => {
      await Promise.all([
        db.segments.bulkAdd(segments),
        db.directory.bulkAdd(ready.map(({ directory }) => directory)),
      ]);
    });
  };
  for (let batch = source.next(); batch.length > 0; batch = source.next()) {
    // What the tail did when these events were acknowledged: hashing and commitments are no part of sealing.
    const tail = batch.map((event): Linked => {
      n += 1;
      const sealed = 'text' in event ? { text: event.id.repeat(2).slice(0, 40) } : undefined;
      const text = canonical(entryOf(bare(event), sealed ?? null));
      hash = chainLink(hash, text);
      return { event, text, hash, values: null };
    });
    const held = tailRows(n - batch.length + 1, tail);
    took += await seconds(async () => {
      const packing = packGroups(groupsOf(held, SEGMENT_ENTRIES, { all: true }));
      await write(packed);
      packed = await packing;
    });
  }
  took += await seconds(() => write(packed));
  await db.values.put({ key: CHAIN, value: { ...start, n, hash } });
  return count / took;
}

type Tally = Record<string, number>;

/** The same sums from both: events by kind, and the time between first and last. */
async function readRows(): Promise<{ tally: Tally; took: number; count: number }> {
  const tally: Tally = {};
  let count = 0;
  const took = await seconds(() =>
    rows.events.orderBy('at').each(({ kind, at }) => {
      tally[kind] = (tally[kind] ?? 0) + (at % 997);
      count += 1;
    }),
  );
  return { tally, took, count };
}

async function readColumns(): Promise<{ tally: Tally; took: number; count: number }> {
  const tally: Tally = {};
  let count = 0;
  const took = await seconds(async () => {
    const numbers = await db.directory.toCollection().primaryKeys();
    for (let from = 0; from < numbers.length; from += 50)
      for (const segment of await db.segments.bulkGet(numbers.slice(from, from + 50))) {
        if (!segment) continue;
        const opened = await unpack(segment.bytes);
        const kinds = opened.values('kind');
        const times = opened.values('at');
        for (let at = 0; at < opened.count; at++) {
          const kind = String(kinds[at]);
          tally[kind] = (tally[kind] ?? 0) + (Number(times[at]) % 997);
        }
        count += opened.count;
      }
  });
  return { tally, took, count };
}

async function readObjects(most: number): Promise<number> {
  let count = 0;
  const took = await seconds(async () => {
    for await (const _ of readEvents(db, { withoutValues: true })) {
      count += 1;
      if (count === most) break;
    }
  });
  return count / took;
}

/**
 * Milliseconds of single appends, ours and a row's in turn, so that both meet the same moods of the machine. The first
 * fifth of them warm the code up and are not told.
 */
async function singles(times: number): Promise<{ ours: number[]; row: number[] }> {
  const tail = new LogDb('bench-tail', true);
  const page = sender('00112233445566aa');
  const ours: number[] = [];
  const row: number[] = [];
  const source = [...makeEvents(times, 99)];
  for (const [n, event] of source.entries()) {
    const seen = page.message(`第${n}句话`, { conversation: `buyer-${n % 20}` });
    ours.push((await seconds(() => append(tail, [seen], context))) * 1000);
    row.push(
      (await seconds(() =>
        rows.transaction('rw!', rows.events, () => rows.events.put({ ...event, id: `s${n}` })),
      )) * 1000,
    );
  }
  await tail.delete();
  return { ours: ours.slice(times / 5), row: row.slice(times / 5) };
}

/** Milliseconds until a batch of 50 is acknowledged, one after the other, from the first and cold one on. */
async function batches(times: number): Promise<number[]> {
  const tail = new LogDb('bench-batch', true);
  const page = sender('00112233445566bb');
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const batch: Observation[] = Array.from({ length: 50 }, (_, at) =>
      page.message(`第${n}批第${at}句`, { conversation: `buyer-${at % 10}` }),
    );
    took.push((await seconds(() => append(tail, batch, context))) * 1000);
  }
  await tail.delete();
  return took;
}

/** Writes the whole log as a file and throws it away piece by piece. */
async function exportFile(): Promise<{ rate: number; bytes: number }> {
  const { stream, header } = await exportLog(db, { agentLabel: 'bench', app: '1.0.0' });
  let bytes = 0;
  const took = await seconds(async () => {
    const reader = stream.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      bytes += piece.value.length;
  });
  return { rate: header.counts.events / took, bytes };
}

async function exportParquet(): Promise<{ rate: number; bytes: number }> {
  async function* groups() {
    let group: ChatEvent[] = [];
    for await (const event of readEvents(db, { withoutValues: true })) {
      group.push(event);
      if (group.length < 1_000) continue;
      yield group;
      group = [];
    }
    yield group;
  }
  let bytes = 0;
  let count = 0;
  const took = await seconds(async () => {
    for await (const piece of eventsParquet(groups(), { head: '00', onProgress: (n) => (count = n) }))
      bytes += piece.length;
  });
  return { rate: count / took, bytes };
}

/** Entries a second through the whole reader: unpacked, decoded, hashed, checked and judged. */
async function verify(): Promise<number> {
  const { stream } = await exportLog(db, { agentLabel: 'bench', app: '1.0.0' });
  const file = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  let last = 0;
  let broken: number | null = 0;
  const took = await seconds(async () => {
    for await (const part of readLogParts(file, { events: false }))
      if (part.kind === 'end') ({ last, broken } = part.proof);
  });
  if (broken !== null) throw new Error(`broken at ${broken}`);
  return last / took;
}

export const store = {
  usage,
  writeRows,
  writeSegments,
  readRows,
  readColumns,
  readObjects,
  singles,
  batches,
  exportFile,
  exportParquet,
  verify,
  percentile,
  size: async () => (await eventsOf(db, { after: Number.MAX_SAFE_INTEGER })).length,
};
(globalThis as { store?: typeof store }).store = store;
