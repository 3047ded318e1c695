import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../../core/canonical.ts';
import { fileBytes } from '../../core/evidence/checkpoint.ts';
import type { Device } from '../../storage/log/device.ts';
import { toBase64 } from '../../storage/log-file/base64.ts';
import { MAX_LINE_BYTES } from '../../storage/log-file/header.ts';

/** Honest files of one log, from which every bad one is made. */
export interface Honest {
  /** All of the log, and how it was earlier. */
  readonly whole: Uint8Array;
  readonly earlier: Uint8Array;
  /** Of another machine, with the same person's name on it. */
  readonly other: Uint8Array;
  /** The same log, emptied and written anew by its owner: as long, signed, other entries. */
  readonly rewritten: Uint8Array;
  readonly device: Device;
}

/** What the supervisor's import must say: a refusal's code, or what was taken in with its verdict and notes. */
export type Says = string;

export interface BadLog {
  /** The number in the list of bad inputs (reliability, §2). */
  readonly spec: number;
  readonly name: string;
  /** Files in the order in which they are imported; the last one counts. */
  readonly files: (honest: Honest) => readonly Blob[] | Promise<readonly Blob[]>;
  readonly says: Says;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const blob = (bytes: Uint8Array | string) =>
  new Blob([typeof bytes === 'string' ? utf8(bytes) : bytes.slice()]);
export const linesOf = (file: Uint8Array): string[] =>
  gunzipSync(file).toString('utf8').split('\n').slice(0, -1);
const packed = (bytes: Uint8Array | string) => blob(new Uint8Array(gzipSync(bytes)));
const joined = (lines: readonly string[]) => packed(lines.map((line) => `${line}\n`).join(''));

/** The file with its lines changed, and nothing made to add up. */
const edited =
  (edit: (lines: string[]) => readonly string[]) =>
  ({ whole }: Honest) => [joined(edit(linesOf(whole)))];

const at = (n: number, change: (line: string) => string) => (lines: string[]) =>
  lines.map((line, i) => (i === (n < 0 ? lines.length + n : n) ? change(line) : line));

/** Makes changed lines add up again: the digest, and the signature with the device's own key. */
async function resealed(lines: readonly string[], device: Device): Promise<Blob> {
  const body = lines.filter((line) => !line.startsWith('{"end"') && !line.startsWith('{"signature"'));
  const end = JSON.parse(lines.find((line) => line.startsWith('{"end"')) ?? '{}').end;
  const hash = sha256.create();
  for (const line of body) hash.update(utf8(`${line}\n`));
  const last = canonical({ end: { ...end, sha256: bytesToHex(hash.clone().digest()) } });
  hash.update(utf8(`${last}\n`));
  const signature = toBase64(await device.sign(fileBytes(bytesToHex(hash.digest()))));
  return joined([...body, last, canonical({ signature })]);
}

const segmentAt = (lines: readonly string[]) => lines.findIndex((line) => line.startsWith('{"segment"'));
const lastSegment = (lines: readonly string[]) =>
  lines.findLastIndex((line) => line.startsWith('{"segment"'));
const without = (lines: readonly string[], gone: number) =>
  lines.filter((_, i) => i !== gone && i !== gone + 1);

/** Bytes of a packed file with something put in place of its first `a`. */
const bytesFor = (lines: readonly string[], bytes: readonly number[]) => {
  const text = utf8(lines.map((line) => `${line}\n`).join(''));
  const spot = text.indexOf(0x61, 2_000);
  return packed(new Uint8Array([...text.slice(0, spot), ...bytes, ...text.slice(spot + 1)]));
};

/** Every bad input of the list that can be a log, with what its import says. */
export const BAD_LOGS: readonly BadLog[] = [
  { spec: 1, name: 'nothing', files: () => [blob('')], says: 'E_EMPTY' },
  {
    spec: 2,
    name: 'more than may be read, by its size alone',
    files: () => [Object.defineProperty(blob('x'), 'size', { value: 2 * 1024 ** 3 })],
    says: 'E_TOO_LARGE',
  },
  {
    spec: 3,
    name: 'a picture under our name',
    files: () => [blob(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))],
    says: 'E_NOT_LOG',
  },
  {
    spec: 4,
    name: 'a mark before the first line',
    files: edited(at(0, (line) => `\ufeff${line}`)),
    says: 'E_NOT_LOG',
  },
  {
    spec: 5,
    name: 'UTF-16',
    files: ({ whole }) => [packed(new Uint8Array(Buffer.from(linesOf(whole).join('\n'), 'utf16le')))],
    says: 'E_NOT_LOG',
  },
  {
    spec: 6,
    name: 'GB18030 in a line',
    files: ({ whole }) => [bytesFor(linesOf(whole), [0xc4, 0xe3])],
    says: 'E_ENCODING',
  },
  {
    spec: 8,
    name: 'an overlong form',
    files: ({ whole }) => [bytesFor(linesOf(whole), [0xc0, 0xaf])],
    says: 'E_ENCODING',
  },
  {
    spec: 8,
    name: 'a lone continuation byte',
    files: ({ whole }) => [bytesFor(linesOf(whole), [0xbf])],
    says: 'E_ENCODING',
  },
  {
    spec: 8,
    name: 'CESU-8',
    files: ({ whole }) => [bytesFor(linesOf(whole), [0xed, 0xa0, 0x80])],
    says: 'E_ENCODING',
  },
  {
    spec: 9,
    name: 'a lone surrogate',
    files: edited(at(1, (line) => line.replace('{', '{"a":"\\ud800",'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 10,
    name: 'a control character',
    files: edited(at(1, (line) => line.replace(':', ':\u0001'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 15,
    name: 'cut in the middle',
    files: ({ whole }) => [blob(whole.slice(0, whole.length >> 1))],
    says: 'E_TRUNCATED',
  },
  {
    spec: 15,
    name: 'its last lines missing',
    files: edited((lines) => lines.slice(0, -2)),
    says: 'E_TRUNCATED',
  },
  {
    spec: 16,
    name: 'more after the last line',
    files: edited((lines) => [...lines, lines[1] ?? '']),
    says: 'E_SCHEMA',
  },
  { spec: 17, name: 'a comment', files: edited(at(1, (line) => `${line}//`)), says: 'E_SCHEMA' },
  {
    spec: 17,
    name: 'a trailing comma',
    files: edited(at(1, (line) => line.replace(/}$/, ',}'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 18,
    name: 'a key twice',
    files: edited((lines) => at(segmentAt(lines), (line) => line.replace('"n":1', '"n":1,"n":1'))(lines)),
    says: 'E_SCHEMA',
  },
  {
    spec: 19,
    name: '__proto__',
    files: edited(at(1, (line) => line.replace('{', '{"__proto__":{"polluted":1},'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 19,
    name: 'constructor',
    files: edited(at(1, (line) => line.replace('{', '{"constructor":1,'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 20,
    name: 'too deep',
    files: edited(at(1, () => `{"values":${'['.repeat(30_000)}${']'.repeat(30_000)}}`)),
    says: 'E_SCHEMA',
  },
  {
    spec: 21,
    name: 'a number without end',
    files: edited((lines) => at(segmentAt(lines), (line) => line.replace('"n":1', '"n":1e400'))(lines)),
    says: 'E_SCHEMA',
  },
  {
    spec: 21,
    name: 'minus nothing',
    files: edited((lines) => at(segmentAt(lines), (line) => line.replace('"n":1', '"n":-0'))(lines)),
    says: 'E_SCHEMA',
  },
  { spec: 22, name: 'a list', files: () => [packed('[]\n')], says: 'E_NOT_LOG' },
  { spec: 22, name: 'a word', files: () => [packed('"log"\n')], says: 'E_NOT_LOG' },
  {
    spec: 23,
    name: 'a field that nobody knows',
    files: edited(at(0, (line) => line.replace('{', '{"aaa":1,'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 24,
    name: 'a field missing',
    files: edited(at(0, (line) => line.replace(/"app":"[^"]*",/, ''))),
    says: 'E_SCHEMA',
  },
  {
    spec: 24,
    name: 'a field of another type',
    files: edited(at(0, (line) => line.replace(/"exportedAt":\d+/, '"exportedAt":"1"'))),
    says: 'E_SCHEMA',
  },
  {
    spec: 25,
    name: 'a newer form',
    files: edited(at(0, (line) => line.replace('counterside-log/2', 'counterside-log/3'))),
    says: 'E_NEWER_FORMAT',
  },
  {
    spec: 26,
    name: 'an older form',
    files: edited(at(0, (line) => line.replace('counterside-log/2', 'counterside-log/1'))),
    says: 'E_OLDER_FORMAT',
  },
  {
    spec: 27,
    name: 'a line beyond the limit',
    files: edited(at(1, () => `"${'x'.repeat(MAX_LINE_BYTES)}"`)),
    says: 'E_SCHEMA',
  },
  {
    spec: 27,
    name: 'more events than a log may have',
    files: edited(at(0, (line) => line.replace(/"events":\d+/, '"events":20000001'))),
    says: 'E_TOO_LARGE',
  },
  {
    spec: 36,
    name: 'no signature where a device is named',
    files: edited((lines) => lines.slice(0, -1)),
    says: 'E_TRUNCATED',
  },
  {
    spec: 37,
    name: 'a signature with one bit turned',
    files: edited(
      at(-1, (line) =>
        line.replace(/"signature":"(.)/, (_, one) => `"signature":"${one === 'A' ? 'B' : 'A'}`),
      ),
    ),
    says: 'E_SIGNATURE',
  },
  {
    spec: 37,
    name: 'a space more',
    files: edited(at(1, (line) => line.replace(':', ': '))),
    says: 'E_SCHEMA',
  },
  {
    spec: 44,
    name: 'rubbish before the packing',
    files: ({ whole }) => [blob(new Uint8Array([1, 2, 3, ...whole]))],
    says: 'E_NOT_LOG',
  },
  {
    spec: 44,
    name: 'rubbish after the packing',
    files: ({ whole }) => [blob(new Uint8Array([...whole, 1, 2, 3]))],
    says: 'E_DAMAGED',
  },
  {
    spec: 46,
    name: 'a bomb: one endless line',
    files: () => [packed(new Uint8Array(200 * 1024 * 1024))],
    says: 'E_NOT_LOG',
  },
  {
    spec: 47,
    name: 'a wrong checksum of the packing',
    files: ({ whole }) => {
      const bytes = whole.slice();
      bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 0xff;
      return [blob(bytes)];
    },
    says: 'E_DAMAGED',
  },
  {
    spec: 59,
    name: 'a word changed, signed anew by its owner',
    files: async ({ whole, device }) => [
      await resealed(
        linesOf(whole).map((line) => (line.startsWith('{"values"') ? line.replace('第3句', '第三句') : line)),
        device,
      ),
    ],
    says: 'imported broken new-device',
  },
  {
    spec: 60,
    name: 'a segment missing',
    files: async ({ whole, device }) => {
      const lines = linesOf(whole);
      return [await resealed(without(lines, segmentAt(lines)), device)];
    },
    says: 'E_CHAIN_GAP',
  },
  {
    spec: 60,
    name: 'a segment twice',
    files: async ({ whole, device }) => {
      const lines = linesOf(whole);
      const first = segmentAt(lines);
      return [await resealed([...lines.slice(0, first + 2), ...lines.slice(first)], device)];
    },
    says: 'E_CHAIN_GAP',
  },
  {
    spec: 61,
    name: 'its last entries cut, the end kept',
    files: async ({ whole, device }) => {
      const lines = linesOf(whole);
      const cut = without(lines, lastSegment(lines)).map((line, i) => {
        if (i > 0) return line;
        const header = JSON.parse(line);
        const gone = JSON.parse(lines[lastSegment(lines)] ?? '{}').segment.count as number;
        return canonical({ ...header, counts: { events: header.counts.events - gone } });
      });
      const end = cut.findIndex((line) => line.startsWith('{"end"'));
      const claim = JSON.parse(cut[end] ?? '{}').end;
      cut[end] = canonical({ end: { ...claim, events: JSON.parse(cut[0] ?? '{}').counts.events } });
      return [await resealed(cut, device)];
    },
    says: 'E_HEAD_MISMATCH',
  },
  {
    spec: 62,
    name: 'an older export after a newer one, by its date the later',
    files: async ({ whole, earlier, device }) => {
      const later = JSON.parse(linesOf(whole)[0] ?? '{}').exportedAt + 1000;
      const lines = at(0, (line) => canonical({ ...JSON.parse(line), exportedAt: later }))(linesOf(earlier));
      return [blob(whole), await resealed(lines, device)];
    },
    says: 'imported forked rolled-back',
  },
  {
    spec: 63,
    name: 'the same log with other entries',
    files: ({ whole, rewritten }) => [blob(whole), blob(rewritten)],
    says: 'imported forked',
  },
  {
    spec: 64,
    name: 'the same file twice',
    files: ({ whole }) => [blob(whole), blob(whole)],
    says: 'already-there verified new-device',
  },
  {
    spec: 64,
    name: 'a longer one after a shorter',
    files: ({ earlier, whole }) => [blob(earlier), blob(whole)],
    says: 'imported verified',
  },
  {
    spec: 65,
    name: 'another name on the same log',
    files: async ({ earlier, whole, device }) => [
      blob(earlier),
      await resealed(at(0, (line) => line.replace('小李', '小王'))(linesOf(whole)), device),
    ],
    says: 'imported verified name-changed',
  },
  {
    spec: 65,
    name: 'the same name on another machine’s log',
    files: ({ whole, other }) => [blob(whole), blob(other)],
    says: 'imported verified new-device',
  },
  {
    spec: 66,
    name: 'times after the export',
    files: async ({ whole, device }) => [
      await resealed(
        at(0, (line) => {
          const header = JSON.parse(line);
          return canonical({ ...header, range: { ...header.range, to: header.exportedAt + 9e8 } });
        })(linesOf(whole)),
        device,
      ),
    ],
    says: 'imported verified new-device clock',
  },
  {
    spec: 69,
    name: 'a file that goes while it is read',
    files: ({ whole }) => {
      const gone = blob(whole);
      gone.stream = () =>
        new ReadableStream({
          pull: (controller) => controller.error(new DOMException('gone', 'NotReadableError')),
        });
      return [gone];
    },
    says: 'E_READ',
  },
];

/** Shown elsewhere, each with where. */
export const ELSEWHERE: Readonly<Record<number, string>> = {
  7: 'storage/log-file/log-file.test.ts: read from a stream of single bytes',
  67: 'storage/log-file/log-file.test.ts: kinds that only a newer version knows',
  68: 'tests/browser/supervise.e2e.ts: many files at once, one bad',
  70: 'storage/supervisor/store.test.ts: an import that never ended is swept',
};

/** Of packs, tables and archives alone: a log has no such part. */
export const OF_PACKS: readonly number[] = [
  ...[11, 12, 13, 14, 28, 29, 30, 31, 32, 33, 34, 35, 38, 39, 40, 41, 42, 43],
  ...[45, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58],
];
