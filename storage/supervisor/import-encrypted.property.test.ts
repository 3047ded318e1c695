import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { log } from '../../core/clock/log.fixture.ts';
import type { ChatEvent } from '../../core/event.ts';
import { encrypted } from '../log-file/encrypt.ts';
import { LOG_FORMAT, type LogHeader } from '../log-file/header.ts';
import { type PrivateHalves, toKey } from '../log-file/to-key.ts';
import { writeLog } from '../log-file/write.ts';
import { makeKey, OwnKeysDb, privateHalfOf, retireKey } from '../receiving/own-keys.ts';
import { fingerprintOf } from '../receiving/point.ts';
import { importLog, listLogs, SupervisorDb } from './store.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const CHUNK = 64 * 1024 + 16;
/** Name and version, the key's id, and the half that was made for the file. */
const HEAD = 24 + 32 + 65;

const keys = new OwnKeysDb('import-encrypted-keys');
const privateHalves: PrivateHalves = (id) => privateHalfOf(keys, id);
let own: { id: string; point: Bytes };
let sealed: Bytes;
let db: SupervisorDb;
let databases = 0;

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Bytes>).arrayBuffer());

/** A log that fills several chunks even when it is packed: a bad one may come after events were read. */
function plainLog(): ReadableStream<Uint8Array> {
  const [event] = log({ at: '10:00:00', page: '10:00:00', id: 'asked' });
  const random = (): string => crypto.randomUUID() + crypto.randomUUID();
  const events = Array.from({ length: 1500 }, (_, n) => ({
    ...(event as ChatEvent),
    ...{ id: `e${n}`, seq: n, text: random() + random() },
  })) as ChatEvent[];
  async function* all() {
    for (let at = 0; at < events.length; at += 100) yield events.slice(at, at + 100);
  }
  const header: LogHeader = {
    ...{ format: LOG_FORMAT, app: '1.0.0', exportedAt: 2e12, keyId: 'k', packHashes: [] },
    agent: { label: '小李', install: 'i' },
    range: { from: 0, to: 2e12 },
    counts: { events: events.length },
  };
  return writeLog(header, all());
}

beforeAll(async () => {
  own = await makeKey(keys, '林主管', 1);
  sealed = await bytesOf(encrypted(plainLog(), toKey(own.point)));
  expect(sealed.length).toBeGreaterThan(HEAD + 2 * CHUNK);
});
beforeEach(() => {
  db = new SupervisorDb(`import-encrypted-${databases++}`);
});

const held = async () => [await db.logs.count(), await db.blocks.count(), await db.heads.count()];

/** What is said of these bytes; refused ones must leave nothing. */
async function said(bytes: Bytes, halves: PrivateHalves = privateHalves): Promise<string> {
  const result = await importLog(db, new Blob([bytes]), { privateHalves: halves });
  if (result.kind !== 'refused') return result.kind;
  expect(await held()).toEqual([0, 0, 0]);
  return result.error.code;
}

it('takes in what is encrypted to a key of ours without asking, and remembers which', async () => {
  expect(await said(sealed)).toBe('imported');
  expect(await listLogs(db)).toMatchObject([{ events: 1500, openedBy: own.id }]);
  expect(await said(sealed)).toBe('already-there');
});

it('still opens with a retired key', async () => {
  await retireKey(keys, own.id, 2);
  expect(await said(sealed)).toBe('imported');
});

it('names the key of a file that is for another, and takes nothing in', async () => {
  const result = await importLog(db, new Blob([sealed]), { privateHalves: async () => null });
  expect(result).toMatchObject({ kind: 'refused', error: { code: 'E_OTHER_KEY' } });
  if (result.kind === 'refused') expect(result.error.says['zh-CN']).toContain(fingerprintOf(own.id));
  expect(await held()).toEqual([0, 0, 0]);
});

it('refuses another private half under the same id', async () => {
  const other = await makeKey(keys, '别人', 2);
  expect(await said(sealed, () => privateHalfOf(keys, other.id))).toBe('E_DAMAGED');
});

/** What may be said of a file whose byte here was changed. */
const codesAt = (at: number): readonly string[] => {
  // Without its name a file is not known to be encrypted, and is no log.
  if (at < 22) return ['E_NOT_LOG'];
  // Another version may be that of a passphrase; without the line's end it is none.
  if (at < 24) return ['E_NEWER_FORMAT', 'E_ENCRYPTED'];
  return at < 24 + 32 ? ['E_OTHER_KEY'] : ['E_DAMAGED'];
};

it('refuses it with any byte changed, by what was changed, and keeps nothing of it', async () => {
  const at = fc.oneof(
    fc.integer({ min: 0, max: HEAD - 1 }),
    fc.integer({ min: 0, max: sealed.length - 1 }),
    fc.integer({ min: HEAD + CHUNK, max: sealed.length - 1 }),
  );
  await fc.assert(
    fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (place, by) => {
      const changed = sealed.slice();
      changed[place]! ^= by;
      expect(codesAt(place)).toContain(await said(changed));
    }),
    { numRuns: 120 },
  );
});

it('refuses it wherever it is cut, and keeps nothing of it', async () => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: HEAD }),
    fc.constantFrom(HEAD + CHUNK, HEAD + 2 * CHUNK),
    fc.integer({ min: HEAD, max: sealed.length - 1 }),
  );
  await fc.assert(
    fc.asyncProperty(size, async (left) => {
      const whole = (left - HEAD) % CHUNK === 0 || left < HEAD;
      const expected = left === 0 ? 'E_EMPTY' : left < 22 ? 'E_NOT_LOG' : whole ? 'E_TRUNCATED' : null;
      const code = await said(sealed.slice(0, left));
      expect(expected === null ? ['E_DAMAGED', 'E_TRUNCATED'] : [expected]).toContain(code);
    }),
    { numRuns: 80 },
  );
});

it('refuses it with chunks swapped, and keeps nothing of the ones before', async () => {
  const part = (n: number) => sealed.slice(HEAD + n * CHUNK, HEAD + (n + 1) * CHUNK);
  const swapped = sealed.slice();
  swapped.set(part(1), HEAD);
  swapped.set(part(0), HEAD + CHUNK);
  expect(await said(swapped)).toBe('E_DAMAGED');
  const repeated = sealed.slice();
  repeated.set(part(0), HEAD + CHUNK);
  expect(await said(repeated)).toBe('E_DAMAGED');
});
