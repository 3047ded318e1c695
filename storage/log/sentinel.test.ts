import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportLog } from '../log-file/export.ts';
import { readLog } from '../log-file/read.ts';
import { append } from './append.ts';
import { readChain } from './chain.ts';
import { LogDb } from './db.ts';
import { context, sender } from './observed.fixture.ts';
import { sealTail } from './seal.ts';
import { findLoss, readLoss, remember, type Sentinel, type SentinelStore } from './sentinel.ts';
import { wipeLog } from './wipe.ts';

let db: LogDb;
let store: SentinelStore & { kept: Sentinel | null };
let databases = 0;
beforeEach(async () => {
  db = new LogDb(`sentinel-${databases++}`);
  store = {
    kept: null,
    read: async () => store.kept,
    write: async (sentinel) => {
      store.kept = sentinel;
    },
  };
  const page = sender('0123456789abcdef');
  for (let n = 0; n < 40; n++) await append(db, [page.message(`第${n}句`)], context);
  await remember(db, store, '1.0.0', 1000);
});

describe('a log that opens', () => {
  it('as it was left has lost nothing, also after its owner emptied it', async () => {
    expect(await findLoss(db, store, 2000)).toBeNull();
    await wipeLog(db);
    expect(await findLoss(db, store, 2000)).toBeNull();
  });

  it('empty though it held entries says how many, and the next log follows it', async () => {
    const { name } = db;
    await db.delete();
    db = new LogDb(name);
    expect(await findLoss(db, store, 2000)).toEqual({ lost: 40, all: true, knownAt: 1000, foundAt: 2000 });
    expect(await readLoss(db)).toMatchObject({ lost: 40 });
    expect((await readChain(db))?.after).not.toBeNull();
    expect(await findLoss(db, { ...store, read: async () => null }, 3000)).toBeNull();
  });

  it('shorter than it was says so', async () => {
    store.kept = { ...(store.kept as Sentinel), n: 45 };
    expect(await findLoss(db, store, 2000)).toMatchObject({ lost: 5, all: false });
  });

  it('with a hole in the middle says so once, and what comes after it can still be shown', async () => {
    await sealTail(db, { all: true, entries: 10 });
    await db.segments.delete(11);
    await db.directory.delete(11);
    expect(await findLoss(db, store, 2000)).toMatchObject({ lost: 10, all: false });
    expect(await findLoss(db, store, 3000)).toBeNull();
    const { stream } = await exportLog(db, { agentLabel: '小李', app: '1.0.0' });
    const { proof, events } = await readLog(stream);
    expect([proof.first, proof.last, proof.broken, events.length]).toEqual([21, 40, null, 20]);
  });
});
