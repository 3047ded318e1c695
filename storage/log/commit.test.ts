import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { CHAIN, type Chain, newChain, readChain } from './chain.ts';
import { commitAfter, type Puts } from './commit.ts';
import { LogDb, type TailRow } from './db.ts';

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`commit-${databases++}`);
});

const chainOf = (n: number): Chain => ({ ...newChain(0, null), n });
const EMPTY: Omit<TailRow, 'n' | 'count'> = {
  entries: new Uint8Array(),
  hashes: new Uint8Array(),
  values: null,
  from: 0,
  to: 0,
  conversations: [],
};
const thenOf = (chain: Chain | null) => ({ record: chain, chain });
const putsFor = (chain: Chain, more: readonly object[] = []): Puts =>
  new Map([[db.values, [{ key: CHAIN, value: chain }, ...more]]]);

it('writes what follows on what the writer remembers, and nothing if that has moved', async () => {
  const [first, second] = [chainOf(1), chainOf(2)];
  expect(await commitAfter(db, thenOf(null), putsFor(first))).toBe(true);
  expect(await commitAfter(db, thenOf(null), putsFor(second))).toBe(false);
  expect(await commitAfter(db, thenOf(chainOf(1)), putsFor(second))).toBe(false);
  expect((await readChain(db))?.log).toBe(first.log);
  expect(await commitAfter(db, thenOf(first), putsFor(second))).toBe(true);
  expect((await readChain(db))?.log).toBe(second.log);
});

it('writes nothing if an entry follows the last one that the writer remembers, whatever the record says', async () => {
  const row = { ...EMPTY, n: 1, count: 2 };
  const then = { record: chainOf(0), chain: chainOf(2) };
  await db.values.put({ key: CHAIN, value: then.record });
  await db.batches.put(row);
  const behind = { ...then, chain: then.record };
  expect(await commitAfter(db, behind, putsFor(chainOf(3)))).toBe(false);
  expect(await commitAfter(db, behind, new Map([[db.batches, [row]]]))).toBe(false);
  expect(await commitAfter(db, then, new Map([[db.batches, [{ ...row, n: 3 }]]]))).toBe(true);
  expect(await db.batches.toCollection().primaryKeys()).toEqual([1, 3]);
});

it('writes nothing at all if one row can’t be stored', async () => {
  const puts = putsFor(chainOf(1), [{ key: 'odd', value: () => undefined }]);
  await expect(commitAfter(db, thenOf(null), puts)).rejects.toMatchObject({ name: 'DataCloneError' });
  expect(await db.values.count()).toBe(0);
});

it('tells whoever watches a row, and whoever counts rows', async () => {
  await db.open();
  const seen: unknown[] = [];
  const counted: number[] = [];
  const watching = [
    liveQuery(async () => (await db.values.get('person'))?.value).subscribe((value) => seen.push(value)),
    liveQuery(() => db.values.count()).subscribe((count) => counted.push(count)),
  ];
  await expect.poll(() => [seen.length, counted.length]).toEqual([1, 1]);
  await commitAfter(db, thenOf(null), putsFor(chainOf(1), [{ key: 'person', value: '小李' }]));
  await expect.poll(() => [seen.at(-1), counted.at(-1)]).toEqual(['小李', 2]);
  for (const one of watching) one.unsubscribe();
});
