import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { append } from './append.ts';
import { LogDb } from './db.ts';
import { DEFAULT_LIVES, expire } from './expire.ts';
import { context, sender } from './observed.fixture.ts';
import { eventsOf } from './read.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 13, 6);

let logs = 0;
const textsOf = async (db: LogDb) =>
  (await eventsOf(db)).map((event) => (event.kind === 'message-seen' ? (event.text ?? null) : null));
/** A log of which one entry was written at this moment. */
async function written(at: number, text: string): Promise<LogDb> {
  logs += 1;
  const db = new LogDb(`expire-${logs}`);
  await append(db, [sender('00000000000000aa', at).message(text)], context);
  return db;
}

it('lets redacted words go after their quarter and not before', async () => {
  const db = await written(START, '什么时候发货');
  await expire(db, DEFAULT_LIVES, START + (DEFAULT_LIVES.text - 1) * DAY);
  expect(await textsOf(db)).toEqual(['什么时候发货']);
  await expire(db, DEFAULT_LIVES, START + (DEFAULT_LIVES.text + 1) * DAY);
  expect(await textsOf(db)).toEqual([null]);
});

it('brings nothing back when the clock is set back, and goes on from there', async () => {
  const db = await written(START, '什么时候发货');
  await expire(db, DEFAULT_LIVES, START + (DEFAULT_LIVES.text + 1) * DAY);
  const page = sender('00000000000000bb', START - 30 * DAY);
  await append(db, [page.message('时钟拨回之后问的')], context);
  for (const now of [START - 30 * DAY, START, START + 30 * DAY]) {
    await expire(db, DEFAULT_LIVES, now);
    expect(await textsOf(db)).toEqual([null, '时钟拨回之后问的']);
  }
  await expire(db, DEFAULT_LIVES, START + 61 * DAY);
  expect(await textsOf(db)).toEqual([null, null]);
});
