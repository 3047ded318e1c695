import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { LogDb } from './log/db.ts';
import { wipeLog } from './log/wipe.ts';
import { readQuiet, saveQuiet } from './quiet.ts';
import { ReadOnlyError } from './trouble.ts';

const TEA = { console: 'pinduoduo', shop: '茶 铺' };
const CUPS = { console: 'feige', shop: '杯子店' };

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`quiet-${databases++}`);
});

describe('rules that a shop silenced', () => {
  it('are none at first', async () => {
    expect(await readQuiet(db)).toEqual([]);
  });

  it('belong to one shop of one console each, the latest first', async () => {
    await saveQuiet(db, TEA, 'tone', 10);
    await saveQuiet(db, CUPS, 'tone', 20);
    await saveQuiet(db, TEA, 'claim', 30);
    expect(await readQuiet(db)).toEqual([
      { ...TEA, rule: 'claim', since: 30 },
      { ...CUPS, rule: 'tone', since: 20 },
      { ...TEA, rule: 'tone', since: 10 },
    ]);
  });

  it('tell shops apart whose names run together', async () => {
    await saveQuiet(db, { console: 'a', shop: 'b c' }, 'tone', 1);
    await saveQuiet(db, { console: 'a b', shop: 'c' }, 'tone', 2);
    await saveQuiet(db, { console: 'a', shop: 'b c' }, 'tone', null);
    expect(await readQuiet(db)).toEqual([{ console: 'a b', shop: 'c', rule: 'tone', since: 2 }]);
  });

  it('keep their first day when silenced again, and speak again once restored', async () => {
    await saveQuiet(db, TEA, 'tone', 10);
    await saveQuiet(db, TEA, 'tone', 99);
    await saveQuiet(db, TEA, 'claim', 11);
    expect((await readQuiet(db)).find(({ rule }) => rule === 'tone')?.since).toBe(10);
    await saveQuiet(db, TEA, 'tone', null);
    await saveQuiet(db, TEA, 'tone', null);
    expect((await readQuiet(db)).map(({ rule }) => rule)).toEqual(['claim']);
    await saveQuiet(db, TEA, 'claim', null);
    expect(await db.values.count()).toBe(0);
  });

  it('lose none to another that is asked for at the same time', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((rule, since) => saveQuiet(db, TEA, rule, since)));
    expect((await readQuiet(db)).map(({ rule }) => rule)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('end as asked last when silenced and restored at once', async () => {
    await Promise.all([saveQuiet(db, TEA, 'tone', 1), saveQuiet(db, TEA, 'tone', null)]);
    expect(await readQuiet(db)).toEqual([]);
  });

  it('outlive an emptied log, and speak where what was saved makes no sense', async () => {
    await saveQuiet(db, TEA, 'tone', 1);
    await db.values.put({ key: 'quiet nonsense', value: { console: 'pinduoduo', rules: ['all'] } });
    await wipeLog(db);
    expect(await readQuiet(db)).toEqual([{ ...TEA, rule: 'tone', since: 1 }]);
  });

  it('are not written by old code once a newer version owns the database', async () => {
    await db.open();
    const newer = new LogDb(db.name);
    newer.version(9).stores({ extra: 'id' });
    await newer.open();
    await expect(saveQuiet(db, TEA, 'tone', 1)).rejects.toThrow(ReadOnlyError);
    newer.close();
  });
});
