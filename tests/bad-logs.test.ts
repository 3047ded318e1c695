import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { append } from '../storage/log/append.ts';
import { signCheckpoint } from '../storage/log/checkpoint.ts';
import { LogDb } from '../storage/log/db.ts';
import { deviceOf } from '../storage/log/device.ts';
import { context, sender } from '../storage/log/observed.fixture.ts';
import { sealTail } from '../storage/log/seal.ts';
import { exportLog } from '../storage/log-file/export.ts';
import { importLog, SupervisorDb } from '../storage/supervisor/store.ts';
import { BAD_LOGS, ELSEWHERE, type Honest, OF_PACKS } from './faults/bad-logs.ts';
import { randomFrom } from './faults/bench.ts';
import { honestFile } from './faults/honest-file.ts';
import { mutate } from './faults/mutations.ts';

/** A slice of `npm run soak`, which tries 10,000. */
it.each([false, true])('refuses changed files or reads them as before, stored %s', async (stored) => {
  const found = await mutate(await honestFile({ stored }), {
    count: 400,
    mostMs: 8_000,
    random: randomFrom(20261122),
  });
  expect(found.tried).toBeGreaterThan(20);
  expect(found.same + Object.values(found.refused).reduce((sum, n) => sum + n, 0)).toBe(found.tried);
});

const NOW = 1_795_000_000_000;

async function logOf(name: string, boot: string) {
  const db = new LogDb(name);
  const page = sender(boot);
  const say = async (from: number, to: number) => {
    for (let n = from; n < to; n++)
      await append(db, [page.message(`第${n}句`, { conversation: `buyer-${n % 3}` })], context);
    await sealTail(db, { all: true });
    await signCheckpoint(db, NOW);
  };
  const file = async (now: number) => {
    const { stream } = await exportLog(db, { agentLabel: '小李', app: '1.0.0', now });
    return new Uint8Array(
      await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
    );
  };
  return { db, say, file };
}

let honest: Honest;
beforeAll(async () => {
  const log = await logOf('bad-logs', '0123456789abcdef');
  await log.say(0, 20);
  const earlier = await log.file(NOW);
  // A copy from before the rest was written: what its owner writes there instead is signed with the same key.
  const twin = await logOf('bad-logs-twin', 'fedcba9876543210');
  await log.db.transaction('r', log.db.tables, async () => undefined);
  for (const table of log.db.tables) await twin.db.table(table.name).bulkPut(await table.toArray());
  await log.say(20, 50);
  await twin.say(120, 150);
  const other = await logOf('bad-logs-other', '00000000000000aa');
  await other.say(0, 20);
  const device = await deviceOf(log.db);
  if (!device) throw new Error('no Ed25519 here');
  honest = {
    ...{ earlier, device },
    whole: await log.file(NOW + 1000),
    rewritten: await twin.file(NOW + 2000),
    other: await other.file(NOW + 3000),
  };
});

describe('a bad log', () => {
  it('of every kind in the list is tried here, shown elsewhere, or no log', () => {
    const tried = new Set(BAD_LOGS.map(({ spec }) => spec));
    const all = [...tried, ...Object.keys(ELSEWHERE).map(Number), ...OF_PACKS].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 70 }, (_, n) => n + 1));
  });

  let store = 0;
  it.each(BAD_LOGS)('$spec $name: $says', async ({ files, says }) => {
    store += 1;
    const db = new SupervisorDb(`bad-logs-supervisor-${store}`);
    const given = await files(honest);
    for (const file of given.slice(0, -1)) await importLog(db, file, { now: NOW });
    const held = async () => [await db.logs.count(), await db.blocks.count(), await db.heads.count()];
    const before = await held();
    const last = given.at(-1);
    if (!last) throw new Error('no file');
    const result = await importLog(db, last, { now: NOW });
    if (result.kind === 'refused') {
      expect(result.error.code).toBe(says);
      expect(result.error.says['zh-CN']).not.toBe('');
      // All or nothing.
      expect(await held()).toEqual(before);
    } else {
      const { verdict, notes } = result.log;
      expect([result.kind, verdict.kind, ...notes].join(' ')).toBe(says);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
