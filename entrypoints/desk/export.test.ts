import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { append } from '../../storage/log/append.ts';
import { LogDb } from '../../storage/log/db.ts';
import { context, sender } from '../../storage/log/observed.fixture.ts';
import { sealTail } from '../../storage/log/seal.ts';
import { toPassphrase } from '../../storage/log-file/passphrase.ts';
import { readLog } from '../../storage/log-file/read.ts';

const { call, download } = vi.hoisted(() => ({
  call: vi.fn(async (_verb: string, _ask: unknown): Promise<unknown> => null),
  download: vi.fn((_content: Blob, _fileName: string) => undefined),
}));
vi.mock('../../messaging/call.ts', () => ({ call }));
vi.mock('../../components/ui/download.ts', () => ({ download }));
const { exportTo, sizeOf } = await import('./export.ts');

const CHOICE = {
  agent: '小李',
  recipient: '林主管',
  purpose: '复核 13812345678',
  words: 'redacted',
  lock: { kind: 'none' },
  days: null,
} as const;

let db: LogDb;
let databases = 0;
beforeEach(async () => {
  db = new LogDb(`desk-${databases++}`);
  call.mockClear();
  download.mockClear();
  const page = sender('a');
  await append(
    db,
    ['在吗', '什么时候发货'].map((words) => page.message(words)),
    context,
  );
  await sealTail(db, { all: true });
});
const noted = () => call.mock.calls.filter(([verb]) => verb === 'append');

it('hands over a whole file and notes for whom, with no number of a buyer in the note', async () => {
  const onProgress = vi.fn();
  const { signal } = new AbortController();
  const outcome = await exportTo(db, CHOICE, { app: '1.0.0', lock: null, onProgress }, { signal });
  expect(onProgress.mock.calls).toEqual([[2]]);
  const [[content, name] = []] = download.mock.calls;
  if (!content) throw new Error('no file');
  const { header, proof } = await readLog(content);
  expect(header).toMatchObject({ words: 'redacted', recipient: '林主管', purpose: CHOICE.purpose });
  expect(outcome).toMatchObject({ file: name, events: 2, head: proof.head });
  expect(noted()).toMatchObject([
    [
      'append',
      { observations: [{ kind: 'log-exported', recipient: '林主管', words: 'redacted', events: 2 }] },
    ],
  ]);
  expect(JSON.stringify(noted())).not.toContain('13812345678');
});

it.each([null, toPassphrase('一个够长的口令')])(
  'leaves neither file nor note when it is stopped',
  async (lock) => {
    const ending = new AbortController();
    const exporting = exportTo(
      db,
      CHOICE,
      { app: '1.0.0', lock, onProgress: () => ending.abort() },
      { signal: ending.signal },
    );
    await expect(exporting).rejects.toThrow('abort');
    expect([download.mock.calls, noted()]).toEqual([[], []]);
  },
);

it('counts what the chosen days hold', async () => {
  const all = await sizeOf(db, null);
  expect(all).toMatchObject({ events: 2 });
  expect(await sizeOf(db, { from: '1999-01-01', to: '1999-01-02' })).toEqual({ events: 0, buyers: 0 });
  expect(await sizeOf(db, { from: '1999-01-01', to: '2099-01-02' })).toEqual(all);
});
