import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { append } from './append.ts';
import { link, newChain, readChain } from './chain.ts';
import { LogDb, type OldTailRow } from './db.ts';
import { context, sender } from './observed.fixture.ts';
import { countBetween, eventsOf, extentOf } from './read.ts';
import { isEqual, sealTail } from './seal.ts';
import { eventsIn, hashesIn } from './tail.ts';

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`seal-${databases++}`);
});

const page = sender('0123456789abcdef');
let said = 0;
const fill = async (messages: number) => {
  for (let n = 0; n < messages; n += 20)
    await append(
      db,
      Array.from({ length: Math.min(20, messages - n) }, (_, at) =>
        page.message(`第${said++}句，电话13812345678`, { conversation: `buyer-${(n + at) % 7}` }),
      ),
      context,
    );
};

describe('sealing', () => {
  it('changes no event, in any way of reading', async () => {
    await fill(145);
    const before = await eventsOf(db);
    const some = before[3];
    if (!some || !('conversation' in some)) throw new Error('a message is wanted');
    const wanted = [
      {},
      { latestFirst: true },
      { after: 77 },
      { from: before[20]?.at ?? 0, to: before[60]?.at ?? 0 },
      { conversations: [some.conversation] },
    ];
    const reads = await Promise.all(wanted.map((each) => eventsOf(db, each)));
    const extent = await extentOf(db);
    expect(await sealTail(db, { entries: 50 })).toBe(120);
    expect([await db.segments.count(), await db.batches.count()]).toEqual([3, 2]);
    expect(await Promise.all(wanted.map((each) => eventsOf(db, each)))).toEqual(reads);
    expect(await extentOf(db)).toEqual(extent);
    expect(await countBetween(db, 0, Infinity)).toBe(145);
    expect(await sealTail(db, { entries: 50, all: true })).toBe(25);
    expect(await eventsOf(db)).toEqual(before);
  });

  it('finds a span of time in segments that a clock set back let overlap', async () => {
    const hour = 3_600_000;
    const at = (hours: number, n: number) => Date.UTC(2026, 10, 13) + hours * hour + n * 1000;
    for (const hours of [6, 8, 7, 9])
      await append(
        db,
        Array.from({ length: 10 }, (_, n) => page.message(`第${said++}句`, { at: at(hours, n) })),
        context,
      );
    await sealTail(db, { entries: 15, all: true });
    const { length } = await eventsOf(db, { from: at(7, 0), to: at(8, 5) });
    expect(length).toBe(15);
    expect(await eventsOf(db, { from: at(10, 0) })).toEqual([]);
    expect(await eventsOf(db, { to: at(6, 0) })).toEqual([]);
    expect((await eventsOf(db, { after: 20, to: at(9, 0) })).map((event) => event.at)).toEqual(
      Array.from({ length: 10 }, (_, n) => at(7, n)),
    );
  });

  it('holds no word of anybody in a segment, and reads as erased without the values', async () => {
    await fill(20);
    await sealTail(db, { all: true });
    expect((await eventsOf(db))[0]).toMatchObject({ text: expect.stringContaining('⟦手机号⟧') });
    await db.blocks.clear();
    for (const event of await eventsOf(db)) expect(event).not.toHaveProperty('text');
  });

  it('knows sealed events again: a reload, a retry and a recall add nothing twice', async () => {
    const seen = [page.message('在吗'), page.act({ kind: 'conversation-opened' })];
    await append(db, seen, context);
    await sealTail(db, { all: true });
    await append(db, seen, context);
    await append(db, [sender('fedcba9876543210').message('在吗', { seen: 'backfill' })], context);
    expect((await eventsOf(db)).map(({ kind }) => kind)).toEqual(['message-seen', 'conversation-opened']);
  });

  it('finds the question that a reply answers although it was sealed meanwhile', async () => {
    await append(db, [page.message('不算')], context);
    await sealTail(db, { all: true });
    await append(db, [page.message('加我微信', { by: 'agent' })], context);
    expect((await eventsOf(db)).at(-1)).toMatchObject({ findings: [] });
  });

  it('goes on in one chain whoever seals: two at once, and an append between', async () => {
    await fill(40);
    const [a, b] = await Promise.all([
      sealTail(db, { entries: 10 }),
      sealTail(db, { entries: 10 }),
      fill(20),
    ]);
    await sealTail(db, { entries: 10, all: true });
    expect((a ?? 0) + (b ?? 0)).toBeLessThanOrEqual(60);
    const segments = await db.segments.orderBy('n').toArray();
    segments.forEach((segment, at) => {
      const last = segments[at - 1];
      if (last) expect(segment.n === last.n + last.count && isEqual(segment.before, last.head)).toBe(true);
    });
    const chain = await readChain(db);
    expect([chain?.n, isEqual(chain?.hash, segments.at(-1)?.head)]).toEqual([60, true]);
    expect((await eventsOf(db)).length).toBe(60);
  });
});

describe('rows of the first versions', () => {
  /** The tail as it was: a row an event, hashed (`upTo` entries of them) or not. */
  async function asRows(upTo: number): Promise<void> {
    const rows = await db.batches.orderBy('n').toArray();
    const [events, hashes] = [rows.flatMap(eventsIn), rows.flatMap(hashesIn)];
    const keys = await db.keys.toArray();
    const keyOf = new Map(keys.map((row) => [`${row.conversation} ${row.class}`, row]));
    await db.batches.clear();
    await db.tail.bulkAdd(
      events.map(({ n, event }, at) => {
        // The numbers of the first version had gaps where nothing was.
        if (n > upTo) return { n: n * 3, event };
        const entry = JSON.parse(link(newChain(0, null), [event], keyOf).linked[0]?.text ?? '');
        return { n, event, hash: hashes[at], sealed: entry.sealed };
      }) as OldTailRow[],
    );
    if (upTo === 0) await db.values.delete('chain');
    else {
      const hash = hashes[upTo - 1]?.slice();
      await db.values.put({ key: 'chain', value: { ...(await readChain(db)), n: upTo, hash } });
    }
    db.close();
    db = new LogDb(db.name);
  }

  it.each([0, 130, 450])('are taken into the chain, %s of them hashed already', async (upTo) => {
    await fill(450);
    const before = await eventsOf(db);
    const chain = await readChain(db);
    await asRows(upTo);
    await append(db, [page.message('新的一句')], context);
    expect((await readChain(db))?.n).toBe(451);
    expect(await db.tail.count()).toBe(0);
    await sealTail(db, { all: true });
    expect((await eventsOf(db)).slice(0, 450)).toEqual(before);
    const segments = await db.segments.orderBy('n').toArray();
    segments.forEach((segment, at) => {
      const last = segments[at - 1];
      if (last) expect(isEqual(segment.before, last.head)).toBe(true);
    });
    // The same keys and the same events give the same chain.
    if (upTo === 450) expect((await readChain(db))?.log).toBe(chain?.log);
  });
});
