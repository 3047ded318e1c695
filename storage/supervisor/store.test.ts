import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { append } from '../log/append.ts';
import { signCheckpoint } from '../log/checkpoint.ts';
import { LogDb } from '../log/db.ts';
import { context, sender } from '../log/observed.fixture.ts';
import { sealTail } from '../log/seal.ts';
import { exportLog } from '../log-file/export.ts';
import { toPassphrase } from '../log-file/passphrase.ts';
import { readLog } from '../log-file/read.ts';
import { eventsBetween } from '../queries.ts';
import {
  eventsOf,
  importLog,
  listLogs,
  loadInputs,
  loadRubric,
  removeLog,
  SupervisorDb,
  saveInputs,
  saveRubric,
} from './store.ts';

let log: LogDb;
let db: SupervisorDb;
let databases = 0;
beforeEach(() => {
  log = new LogDb(`agent-${databases}`);
  db = new SupervisorDb(`supervisor-${databases++}`);
});

const page = sender('a');
const say = (words: readonly string[]) =>
  append(
    log,
    words.map((word) => page.message(word)),
    context,
  );
async function exported(from?: number): Promise<File> {
  await sealTail(log, { all: true });
  await signCheckpoint(log, Date.now());
  const { stream, fileName } = await exportLog(log, {
    agentLabel: '小李',
    app: '0.1.0',
    ...(from === undefined ? {} : { from }),
  });
  return new File([await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob()], fileName);
}
const rows = async () => [await db.logs.count(), await db.blocks.count()];

describe('an exported log', () => {
  it('says for whom and what for it was written, and what its last entry hangs on', async () => {
    await say(['在吗']);
    await sealTail(log, { all: true });
    const words = { kind: 'full', recipient: ' 林主管 ', purpose: '投诉\ud800复核' } as const;
    const { header, head, stream } = await exportLog(log, { agentLabel: '小李', app: '0.1.0', words });
    expect(header).toMatchObject({ words: 'full', recipient: '林主管', purpose: '投诉\ufffd复核' });
    const { header: read, proof } = await readLog(stream);
    expect([read, proof.head]).toEqual([header, head]);
    const redacted = await exportLog(log, { agentLabel: '小李', app: '0.1.0' });
    expect(redacted.header).toMatchObject({ words: 'redacted' });
    expect(redacted.header).not.toHaveProperty('recipient');
  });

  it('ends at once when it is stopped, and fails for who reads it', async () => {
    await say(['在吗']);
    await sealTail(log, { all: true });
    const ending = new AbortController();
    const { stream } = await exportLog(log, { agentLabel: '小李', app: '0.1.0', signal: ending.signal });
    ending.abort();
    await expect(new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob()).rejects.toThrow();
  });
});

describe('importing an encrypted log', () => {
  it('asks for its passphrase, and a wrong one leaves nothing', async () => {
    await say(['在吗']);
    await sealTail(log, { all: true });
    const { stream } = await exportLog(log, {
      agentLabel: '小李',
      app: '0.1.0',
      lock: toPassphrase('十一月的口令'),
    });
    const file = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
    const said = async (passphrase?: string) => {
      const result = await importLog(db, file, passphrase === undefined ? {} : { passphrase });
      return result.kind === 'refused' ? result.error.code : result.kind;
    };
    expect([await said(), await said('十二月的口令'), await rows()]).toEqual([
      'E_ENCRYPTED',
      'E_PASSPHRASE',
      [0, 0],
    ]);
    expect(await said('十一月的口令')).toBe('imported');
  });
});

describe('importing a log', () => {
  it('gives the supervisor the agent’s events', async () => {
    await say(['在吗', '电话13812345678']);
    const result = await importLog(db, await exported());
    if (result.kind !== 'imported') throw new Error(result.kind);
    expect(result.log).toMatchObject({
      events: 2,
      skipped: 0,
      verdict: { kind: 'verified', anchored: 0, to: 2 },
      header: { agent: { label: '小李' }, packHashes: ['p1'] },
    });
    expect(result.log.fileName).toMatch(/^counterside-小李-\d{8}\.cslog$/);
    expect(await eventsOf(db, result.log.id)).toEqual(await eventsBetween(log));
  });

  it('changes nothing the second time, whatever the file is called', async () => {
    await say(['在吗']);
    const file = await exported();
    await importLog(db, file);
    const before = await rows();
    expect(await importLog(db, new Blob([file]), { fileName: 'copy.cslog' })).toMatchObject({
      kind: 'already-there',
      log: { fileName: file.name },
    });
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['empty', async () => new Blob([]), 'E_EMPTY'],
    ['cut', async () => (await exported()).slice(0, 200), 'E_TRUNCATED'],
    ['not ours', async () => new Blob(['{"a":1}']), 'E_NOT_LOG'],
  ] as const)('that is %s says so and changes nothing', async (_, file, code) => {
    await say(Array.from({ length: 300 }, (__, n) => `第${n}句`));
    await importLog(db, await exported());
    const before = await rows();
    expect(await importLog(db, await file())).toMatchObject({ kind: 'refused', error: { code } });
    expect(await rows()).toEqual(before);
  });

  it('sweeps what an import left behind that never ended', async () => {
    await db.blocks.add({ store: 'dead', n: 0, bytes: new Uint8Array(1) });
    await say(['在吗']);
    await importLog(db, await exported());
    expect(await rows()).toEqual([1, 1]);
  });

  it('stops with its signal and leaves nothing', async () => {
    await say(['在吗']);
    const file = await exported();
    await expect(importLog(db, file, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
    expect(await rows()).toEqual([0, 0]);
  });

  it('keeps blocks under 64 KiB', async () => {
    await say(Array.from({ length: 180 }, (_, n) => `${n}${'长'.repeat(900)}`));
    await importLog(db, await exported());
    const sizes = (await db.blocks.toArray()).map(({ bytes }) => bytes.length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
  });
});

describe('logs of overlapping days', () => {
  it('give each event once', async () => {
    await say(['一', '二']);
    const first = await importLog(db, await exported());
    await say(['三']);
    const second = await importLog(db, await exported());
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused');
    expect(await eventsOf(db, [first.log.id, second.log.id])).toHaveLength(3);
    expect(await listLogs(db)).toHaveLength(2);
    await removeLog(db, second.log.id);
    expect(await eventsOf(db, [first.log.id, second.log.id])).toHaveLength(2);
    expect(await rows()).toEqual([1, 1]);
  });
});

describe('an export', () => {
  it('hides what agents typed into cases, and keeps to its days', async () => {
    await append(
      log,
      [
        page.act({ kind: 'case-opened', case: 'c', category: '物流' }),
        page.act({
          kind: 'case-changed',
          case: 'c',
          fields: { note: '回电13812345678', 联系方式: '老地方' },
        }),
      ],
      context,
    );
    const result = await importLog(db, await exported());
    if (result.kind !== 'imported') throw new Error(result.kind);
    const text = JSON.stringify(await eventsOf(db, result.log.id));
    expect(text).toContain('回电⟦手机号⟧');
    expect(text).not.toMatch(/138|老地方/);
    const last = (await eventsBetween(log)).at(-1)!.at;
    const part = await importLog(db, await exported(last));
    expect(part).toMatchObject({ kind: 'imported', log: { events: 1, header: { range: { from: last } } } });
  });
});

describe('what a supervisor enters', () => {
  it('is kept for each agent and period', async () => {
    await saveInputs(db, '小李', '2026-11', { attitude: 90, note: null });
    await saveInputs(db, '小李', '2026-11', { attitude: 80 });
    expect(await loadInputs(db, '小李', '2026-11')).toEqual({ attitude: 80 });
    expect(await loadInputs(db, '小李', '2026-12')).toEqual({});
  });

  it('is kept for each rubric', async () => {
    expect(await loadRubric(db, 'pre-sale')).toBeNull();
    await saveRubric(db, 'pre-sale', { weights: [15, 10] });
    expect(await loadRubric(db, 'pre-sale')).toEqual({ weights: [15, 10] });
  });
});
