import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { verdictOf } from '../../core/evidence/verify.ts';
import { LogFileError } from './error.ts';
import { LOG_FORMAT, type LogHeader, MAX_LINE_BYTES } from './header.ts';
import { claimFor } from './pieces.ts';
import { readLog } from './read.ts';
import { logFileName, writeLog } from './write.ts';

const header = (events: number): LogHeader => ({
  format: LOG_FORMAT,
  app: '0.1.0',
  exportedAt: Date.UTC(2026, 10, 13),
  agent: { label: '小李', install: 'i' },
  keyId: 'k',
  range: { from: 0, to: 1 },
  counts: { events },
  packHashes: ['p'],
});

const event = (n: number, about: Partial<ChatEvent> = {}): ChatEvent =>
  ({
    id: `b-${n}`,
    at: 1_790_000_000_000 + n,
    mono: n * 0.1,
    bootId: 'b',
    seq: n,
    person: null,
    place: { console: 'c', shop: '小店', seat: 'x' },
    conversation: `k${n % 7}`,
    kind: 'case-changed',
    case: 'one',
    fields: { note: `第${n}条😀` },
    ...about,
  }) as ChatEvent;

const log = (count: number) => Array.from({ length: count }, (_, n) => event(n));

async function* pages(events: readonly ChatEvent[]) {
  for (let from = 0; from < events.length; from += 100) yield events.slice(from, from + 100);
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

const file = (events: readonly ChatEvent[]) => bytesOf(writeLog(header(events.length), pages(events)));
const packed = (text: string) => new Uint8Array(gzipSync(text));

/** What reading these bytes says: `fine`, or the error's code. Anything but a LogFileError fails the test. */
async function verdictOn(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    await readLog(new Blob([bytes]));
    return 'fine';
  } catch (error) {
    if (!(error instanceof LogFileError)) throw error;
    expect(error.says['zh-CN']).toMatch(/。$/);
    return error.code;
  }
}

async function linesOf(events: readonly ChatEvent[]): Promise<string[]> {
  const plain = new Blob([await file(events)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(plain).text()).split('\n').slice(0, -1);
}
const repacked = (lines: readonly string[]) => packed(`${lines.join('\n')}\n`);

describe('a log file', () => {
  it('is read as it was written', async () => {
    const events = log(1234);
    const { header: read, events: again, proof, skipped } = await readLog(new Blob([await file(events)]));
    expect(again).toEqual(events);
    expect(read).toMatchObject(header(1234));
    expect([verdictOf(proof, [], { whole: true }), skipped]).toEqual([{ kind: 'unsigned' }, 0]);
  });

  it('is read back with a dismissal and its undo', async () => {
    const act = { case: undefined, fields: undefined, draft: 'b.1', rule: 'tone' };
    const events = [
      event(0, { ...act, kind: 'finding-dismissed', scope: 'shop' } as Partial<ChatEvent>),
      event(1, { ...act, kind: 'finding-restored' } as Partial<ChatEvent>),
    ].map((one) => JSON.parse(JSON.stringify(one)) as ChatEvent);
    const { events: again, skipped } = await readLog(new Blob([await file(events)]));
    expect(again).toEqual(events);
    expect([again.map(({ kind }) => kind), skipped]).toEqual([['finding-dismissed', 'finding-restored'], 0]);
  });

  it('may be empty', async () => {
    expect((await readLog(new Blob([await file([])]))).events).toEqual([]);
  });

  it('is read from a stream of single bytes too', async () => {
    const bytes = await file(log(5));
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    expect((await readLog(stream)).events).toHaveLength(5);
  });

  it('names its content by the same hash however it is packed', async () => {
    const events = log(20);
    const plain = `${(await linesOf(events)).join('\n')}\n`;
    const one = await readLog(new Blob([new Uint8Array(gzipSync(plain, { level: 1 }))]));
    const two = await readLog(new Blob([await file(events)]));
    expect(one.sha256).toBe(two.sha256);
  });

  it('keeps every line under the limit and every block under 64 KiB', async () => {
    const long = log(200).map((one) => ({ ...one, fields: { note: '长'.repeat(1500) } }) as ChatEvent);
    const lines = await linesOf(long);
    const sizes = lines.map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...sizes)).toBeLessThan(65 * 1024);
    expect(lines.length).toBeGreaterThan(10);
    expect((await readLog(new Blob([await file(long)]))).events).toEqual(long);
  });

  it('is not written with another number of events than it promises', async () => {
    await expect(bytesOf(writeLog(header(3), pages(log(2))))).rejects.toThrow('promises 3');
  });

  it('stops asking for events when its reader goes', async () => {
    let ended = false;
    async function* endless() {
      try {
        while (true) {
          await new Promise(setImmediate);
          yield log(10);
        }
      } finally {
        ended = true;
      }
    }
    const reader = writeLog(header(1), endless()).getReader();
    await reader.read();
    await reader.cancel();
    await vi.waitUntil(() => ended);
  });

  it('is read no further when the signal fires', async () => {
    await expect(readLog(new Blob([await file(log(5))]), { signal: AbortSignal.abort() })).rejects.toThrow(
      'abort',
    );
  });
});

describe('a broken file', () => {
  it('cut anywhere is told from a whole one', async () => {
    const bytes = await file(log(400));
    const found = new Set<string>();
    for (let part = 1; part < 50; part++)
      found.add(await verdictOn(bytes.slice(0, Math.floor((bytes.length * part) / 50))));
    expect([...found]).toEqual(['E_TRUNCATED']);
    for (const missing of [1, 2, 4, 8, 9, 12])
      expect(await verdictOn(bytes.slice(0, -missing))).toBe('E_TRUNCATED');
    expect(await verdictOn(bytes.slice(0, 1))).toBe('E_TRUNCATED');
  });

  it('with one bit turned is never taken for fine', async () => {
    const bytes = await file(log(60));
    const codes = new Set<string>();
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const turned = bytes.slice();
      turned[at]! ^= 1 << (at % 8);
      codes.add(await verdictOn(turned));
    }
    expect(codes).not.toContain('fine');
    expect(codes).toContain('E_DAMAGED');
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'E_EMPTY'],
    ['plain text', new TextEncoder().encode('你好，这是聊天记录'), 'E_NOT_LOG'],
    ["another program's JSON", new TextEncoder().encode('{"messages":[]}'), 'E_NOT_LOG'],
    ["another program's JSON, packed", packed('{"messages":[]}'), 'E_NOT_LOG'],
    ['packed text', packed('hello\nworld\n'), 'E_NOT_LOG'],
    [
      'a packed picture',
      packed(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xfe]).toString('binary')),
      'E_NOT_LOG',
    ],
    ['packed nothing', packed(''), 'E_NOT_LOG'],
    ['one endless line', packed('x'.repeat(MAX_LINE_BYTES + 1)), 'E_NOT_LOG'],
    ['a list', packed('[]\n'), 'E_NOT_LOG'],
    ['a newer version', packed('{"format":"counterside-log/3","anything":{"else":1}}\n'), 'E_NEWER_FORMAT'],
    ['the trial version', packed('{"format":"counterside-log/1","anything":{"else":1}}\n'), 'E_OLDER_FORMAT'],
    ['a version that is no number', packed('{"format":"counterside-log/x"}\n'), 'E_NOT_LOG'],
    ['a header without what it must have', packed(`${canonical({ format: LOG_FORMAT })}\n`), 'E_SCHEMA'],
    ['a header without its chain', packed(`${canonical(header(0))}\n`), 'E_SCHEMA'],
    ['a header alone', packed(`${canonical({ ...header(0), chain: claimFor('i') })}\n`), 'E_TRUNCATED'],
  ])('%s is refused in one sentence', async (_, bytes, code) => {
    expect(await verdictOn(new Uint8Array(bytes))).toBe(code);
  });

  it('is refused by its size alone, unread', async () => {
    const huge = new Blob([]);
    Object.defineProperty(huge, 'size', { value: 2 ** 31 });
    expect(await readLog(huge).catch((error: LogFileError) => error.code)).toBe('E_TOO_LARGE');
  });

  it('tells a source that can not be read from a file that is damaged', async () => {
    const bytes = await file(log(300));
    let given = false;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given) throw new DOMException('gone', 'NotReadableError');
        given = true;
        controller.enqueue(bytes.slice(0, 200));
      },
    });
    expect(await readLog(stream).catch((error: LogFileError) => error.code)).toBe('E_READ');
  });

  const edits: [string, (lines: string[]) => string[], string][] = [
    ['a name changed', (l) => l.map((line) => line.replace('小李', '小王')), 'E_DAMAGED'],
    ['a word changed', (l) => l.map((line) => line.replace('第3条', '第4条')), 'E_DAMAGED'],
    ['a segment twice', (l) => [l[0]!, l[1]!, l[1]!, ...l.slice(2)], 'E_CHAIN_GAP'],
    ['the words missing', (l) => [l[0]!, l[1]!, l[3]!], 'E_DAMAGED'],
    ['words of no segment', (l) => [l[0]!, l[2]!, l[3]!], 'E_SCHEMA'],
    ['the end missing', (l) => l.slice(0, 3), 'E_TRUNCATED'],
    ['something after the end', (l) => [...l, l[1]!], 'E_SCHEMA'],
    ['a second key of one name', (l) => [l[0]!.replace('{', '{"app":"0.0.1",'), ...l.slice(1)], 'E_SCHEMA'],
    ['a field more', (l) => [l[0]!, l[1]!.replace('"n":1', '"m":1,"n":1'), ...l.slice(2)], 'E_SCHEMA'],
    ['a space', (l) => [l[0]!, l[1]!.replace(':', ': '), ...l.slice(2)], 'E_SCHEMA'],
    ['an endless number', (l) => [l[0]!, l[1]!.replace('"n":1', '"n":1e999'), ...l.slice(2)], 'E_SCHEMA'],
    ['half a number', (l) => [l[0]!, l[1]!.replace('"n":1', '"n":1.5'), ...l.slice(2)], 'E_SCHEMA'],
    [
      'a key to the prototype',
      (l) => l.map((line) => line.replaceAll('{"note":', '{"__proto__":')),
      'E_SCHEMA',
    ],
    ['a deep value', (l) => [l[0]!, `{"values":${'['.repeat(30_000)}${']'.repeat(30_000)}}`], 'E_SCHEMA'],
    ['a broken line', (l) => [l[0]!, l[1]!.slice(0, -5), ...l.slice(2)], 'E_SCHEMA'],
    ['another count', (l) => [l[0]!, l[1]!.replace('"count":20', '"count":21'), ...l.slice(2)], 'E_SCHEMA'],
    [
      'bytes that are no segment',
      (l) => [l[0]!, canonical({ segment: { n: 1, count: 1, bytes: 'AAAA' } }), ...l.slice(2)],
      'E_SCHEMA',
    ],
    ['windows line ends', (l) => [l[0]!, ...l.slice(1).map((line) => `${line}\r`)], 'E_SCHEMA'],
  ];
  it.each(edits)('%s is found though it is packed anew', async (_, edit, code) => {
    const lines = await linesOf(log(20));
    expect(lines).toHaveLength(4);
    const edited = edit(lines);
    expect(edited).not.toEqual(lines);
    expect(await verdictOn(repacked(edited))).toBe(code);
    expect(({} as Record<string, unknown>).note).toBeUndefined();
  });

  it('is found if its text was saved in another encoding', async () => {
    const lines = await linesOf(log(5));
    const gbk = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
    const at = gbk.indexOf(Buffer.from('条'));
    gbk[at] = 0xb5;
    expect(await verdictOn(new Uint8Array(gzipSync(gbk)))).toBe('E_ENCODING');
  });

  it('leaves out kinds of events that only a newer version knows, and counts them', async () => {
    const events = log(10).map((one, n) => (n === 3 ? ({ ...one, kind: 'buyer-blinked' } as never) : one));
    const read = await readLog(new Blob([await file(events)]));
    expect([read.events.length, read.skipped]).toEqual([9, 1]);
  });

  it('never puts its text into the error', async () => {
    const lines = await linesOf(log(5));
    const bad = repacked([lines[0]!, lines[1]!, lines[2]!.replace('[[1,', '[["第0条",'), lines[3]!]);
    const error = await readLog(new Blob([bad])).catch((caught: LogFileError) => caught);
    expect(error).toBeInstanceOf(LogFileError);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('第0条');
  });
});

describe('a file name', () => {
  const on = new Date(2026, 10, 3);
  it.each([
    ['小李', 'counterside-小李-20261103.cslog'],
    ['a/b\\c: d*?.exe', 'counterside-a-b-c-d-exe-20261103.cslog'],
    [' ../.. ', 'counterside-log-20261103.cslog'],
  ])('for %s holds nothing that a file system refuses', (label, name) => {
    expect(logFileName(label, on)).toBe(name);
  });
});
