import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { append } from '../storage/log/append.ts';
import { signCheckpoint } from '../storage/log/checkpoint.ts';
import { LogDb } from '../storage/log/db.ts';
import { eraseConversations } from '../storage/log/expire.ts';
import { context, sender } from '../storage/log/observed.fixture.ts';
import { sealTail } from '../storage/log/seal.ts';
import { exportLog } from '../storage/log-file/export.ts';
import type { Lock } from '../storage/log-file/file-key.ts';
import { toPassphrase } from '../storage/log-file/passphrase.ts';
import { toKey } from '../storage/log-file/to-key.ts';
import { makeKey, OwnKeysDb } from '../storage/receiving/own-keys.ts';
import { fingerprintOf } from '../storage/receiving/point.ts';
import { hear } from './io.fixture.ts';
import { run } from './log-verify.ts';
import { UsageError } from './verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const db = new LogDb('verify');
const page = sender('0123456789abcdef');

async function save(name: string, lock?: Lock): Promise<string> {
  await sealTail(db, { all: true });
  await signCheckpoint(db, 1_795_000_000_000);
  const { stream } = await exportLog(db, {
    agentLabel: '小李',
    app: '1.0.0',
    ...(lock ? { lock } : {}),
  });
  const path = join(folder, name);
  writeFileSync(
    path,
    new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
  );
  return path;
}
const say = (words: string, conversation: string) =>
  append(db, [page.message(words, { conversation })], context);

let early = '';
let late = '';
let erased = '';
beforeAll(async () => {
  for (let n = 0; n < 30; n++) await say(`第${n}句`, `buyer-${n % 3}`);
  early = await save('early.cslog');
  for (let n = 30; n < 50; n++) await say(`第${n}句`, `buyer-${n % 3}`);
  late = await save('late.cslog');
  await eraseConversations(db, [
    context.names.conversation({ console: 'pinduoduo', shop: '小店', seat: '' }, 'buyer-1'),
  ]);
  erased = await save('erased.cslog');
});

const lines = (out: readonly string[]) => out.map((line) => JSON.parse(line));

describe('counterside log verify', () => {
  it('says how far each log is anchored by the files before it', async () => {
    const said = await hear(run, [early, late, erased]);
    expect(said).toMatchObject({ status: 0, err: [] });
    expect(
      lines(said.out).map(({ verdict, anchored, unanchoredFrom }) => [verdict, anchored, unanchoredFrom]),
    ).toEqual([
      ['verified', 0, 1],
      ['verified', 30, 31],
      ['verified', 50, null],
    ]);
    expect(lines(said.out)[1].text['zh-CN']).toContain('第 31 条起未锚定');
  });

  it('takes a posted code for having held the log up to there', async () => {
    const [first] = lines((await hear(run, [early])).out);
    const said = await hear(run, [late, '--anchor', first.anchor]);
    expect(lines(said.out)[0]).toMatchObject({ verdict: 'verified', anchored: 30 });
    const wrong = `${first.anchor.slice(0, -1)}${first.anchor.endsWith('2') ? '3' : '2'}`;
    expect(await hear(run, [late, '--anchor', wrong])).toMatchObject({ status: 1 });
    await expect(hear(run, [late, '--anchor', 'hello'])).rejects.toThrow(UsageError);
  });

  it('opens an encrypted log with the passphrase in a file, and says so without or with a wrong one', async () => {
    const path = await save('secret.cslog', toPassphrase('山货铺 十一月'));
    const key = join(folder, 'key.txt');
    writeFileSync(key, '山货铺 十一月\r\n');
    const said = await hear(run, [path, '--passphrase-file', key]);
    expect(said).toMatchObject({ status: 0, err: [] });
    expect(lines(said.out)).toMatchObject([{ verdict: 'verified', entries: { first: 1 } }]);
    expect(await hear(run, [path])).toMatchObject({
      status: 1,
      out: [],
      err: [expect.stringContaining('E_ENCRYPTED')],
    });
    writeFileSync(key, '山货铺 十二月');
    expect(await hear(run, [path, '--passphrase-file', key])).toMatchObject({
      status: 1,
      out: [],
      err: [expect.stringContaining('E_PASSPHRASE')],
    });
    await expect(hear(run, [path, '--passphrase-file', `${key}.gone`])).rejects.toThrow(UsageError);
  });

  it('says of a log encrypted to a key whose it is and where it opens', async () => {
    const { id, point } = await makeKey(new OwnKeysDb('verify-keys'), '林主管', 1);
    const path = await save('to-key.cslog', toKey(point));
    const { status, out, err } = await hear(run, [path]);
    expect([status, out]).toEqual([1, []]);
    expect(err.join()).toMatch(/E_OTHER_KEY .* in the browser where that key was made/);
    expect(err.join()).toContain(fingerprintOf(id));
  });

  it('leaves a log that verifies after a buyer was erased, without that buyer’s words', async () => {
    const { readLog } = await import('../storage/log-file/read.ts');
    const { readFileSync } = await import('node:fs');
    const words = async (path: string) =>
      (await readLog(new Blob([new Uint8Array(readFileSync(path))]))).events.flatMap((event) =>
        event.kind === 'message-seen' && event.text !== undefined ? [event.text] : [],
      );
    expect(await words(late)).toHaveLength(50);
    const left = await words(erased);
    expect(left.length).toBeLessThan(40);
    expect(left).not.toContain('第1句');
    expect(left).toContain('第0句');
  });

  it('becomes a Parquet file that names its head and holds each event', async () => {
    const { readFileSync } = await import('node:fs');
    const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
    const { run: toParquet } = await import('./log-parquet.ts');
    const out = join(folder, 'late.parquet');
    const said = await hear(toParquet, [late, '--out', out]);
    const bytes = readFileSync(out);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    expect(await parquetReadObjects({ file })).toHaveLength(50);
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({
      key: 'counterside.head',
      value: lines(said.out)[0].head,
    });
  });

  it('names what is wrong with a file that is no log', async () => {
    const path = join(folder, 'bad.cslog');
    writeFileSync(path, 'hello');
    expect(await hear(run, [path])).toMatchObject({ status: 1, err: [expect.stringContaining('E_NOT_LOG')] });
  });
});
