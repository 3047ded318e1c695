import { PRIVATE_CLASSES, type PrivateClass } from '../../core/evidence/private.ts';
import { blocksOf, blockWithout, openBlock } from './blocks.ts';
import { takeCarried } from './carried.ts';
import { readChain, touchChain } from './chain.ts';
import type { BlockRow, ConversationRow, LogDb } from './db.ts';
import { readNumbered } from './read.ts';
import { sealTail } from './seal.ts';

/** How many days each class of private values is kept. */
export type Lives = Readonly<Record<PrivateClass, number>>;

/** Until a person says otherwise: words as typed a week, redacted words a quarter, cases a year. */
export const DEFAULT_LIVES: Lives = { raw: 7, text: 90, case: 365 };

const DAY_MS = 86_400_000;

export interface Erased {
  /** Entries whose values went. */
  readonly values: number;
  /** The last entry that there was then. */
  readonly through: number;
}

/**
 * Lets private values go whose class's time is over, with keys that no value needs any more, closed cases and buyers'
 * names. The sealed log stays as it is and verifies. A clock that was set back brings nothing back.
 */
export async function expire(db: LogDb, lives: Lives, now: number): Promise<Erased> {
  db.assertWritable();
  const limits = PRIVATE_CLASSES.map((kept) => [kept, now - lives[kept] * DAY_MS] as const);
  const first = await db.batches.orderBy('n').first();
  // The tail is young as a rule; after a long holiday it may not be.
  if (first && limits.some(([, limit]) => first.from < limit)) await sealTail(db, { all: true });
  let values = 0;
  for (const [kept, limit] of limits) {
    const rows = await db.blocks.where('[class+to]').between([kept, 0], [kept, limit]).toArray();
    for (const row of rows) values += (await openBlock(row)).size;
    await db.transaction('rw!', db.blocks, db.keys, db.values, db.batches, async () => {
      await db.blocks.bulkDelete(rows.map(nameOf));
      await db.keys.where('[class+to]').between([kept, 0], [kept, limit]).delete();
      await touchChain(db);
    });
  }
  await db.transaction('rw!', db.cases, db.conversations, db.values, db.batches, async () => {
    await takeCarried(db);
    const cases = now - lives.case * DAY_MS;
    await db.cases.filter(({ closed, changedAt }) => closed !== null && changedAt < cases).delete();
    const names = now - Math.max(lives.text, lives.raw) * DAY_MS;
    const old = await db.conversations.filter((row) => row.lastAt < names && row.raw !== '').toArray();
    await db.conversations.bulkPut(old.map(nameless));
    await touchChain(db);
  });
  return { values, through: (await readChain(db))?.n ?? 0 };
}

const nameOf = ({ segment, class: kept, part }: BlockRow): [number, PrivateClass, number] => [
  segment,
  kept,
  part,
];

/** Its place in the order stays: what comes next must not take a number twice. */
const nameless = (row: ConversationRow): ConversationRow => ({
  ...row,
  raw: '',
  buyer: null,
  inserted: [],
  nameless: [],
});

/** The conversations of a buyer, by the name that the console shows or by the console's own key. */
export async function conversationsOf(db: LogDb, buyer: string): Promise<readonly string[]> {
  const wanted = buyer.trim();
  if (wanted === '') return [];
  const rows = await db.conversations.filter((row) => row.buyer === wanted || row.raw === wanted).toArray();
  return rows.map(({ id }) => id);
}

/**
 * Erases all private values of some conversations (pseudonyms) with their keys, cases and names. What their entries
 * hold beside them, pseudonyms and figures, stays in the chain, which verifies as before.
 */
export async function eraseConversations(db: LogDb, conversations: readonly string[]): Promise<Erased> {
  db.assertWritable();
  await sealTail(db, { all: true });
  const gone = new Set<number>();
  for await (const { n } of readNumbered(db, { conversations, withoutValues: true })) gone.add(n);
  const directory = await db.directory.toArray();
  const touched = directory.filter((row) => conversations.some((one) => row.conversations.includes(one)));
  const changes: { readonly row: BlockRow; readonly left: BlockRow | null }[] = [];
  let values = 0;
  for (const { n } of touched)
    for (const row of await blocksOf(db, n)) {
      const held = [...(await openBlock(row)).keys()].filter((at) => gone.has(at)).length;
      values += held;
      if (held > 0) changes.push({ row, left: await blockWithout(row, (at) => gone.has(at)) });
    }
  const tables = [db.blocks, db.keys, db.conversations, db.cases, db.values, db.batches];
  await db.transaction('rw!', tables, async () => {
    await takeCarried(db);
    for (const { row, left } of changes) {
      if (left) await db.blocks.put(left);
      else await db.blocks.delete(nameOf(row));
    }
    for (const conversation of conversations) {
      await db.keys
        .where('[conversation+class]')
        .between([conversation, ''], [conversation, '\uffff'])
        .delete();
      await db.cases.where('conversation').equals(conversation).delete();
      const row = await db.conversations.get(conversation);
      if (row) await db.conversations.put(nameless(row));
    }
    await touchChain(db);
  });
  return { values, through: (await readChain(db))?.n ?? 0 };
}
