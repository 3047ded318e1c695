import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CURVE, fingerprintOf, keyIdOf } from '../receiving/point.ts';
import { fromBase64 } from './base64.ts';
import { decrypted, encrypted, type Openers } from './encrypt.ts';
import { LogFileError } from './error.ts';
import type { Lock } from './file-key.ts';
import { toPassphrase } from './passphrase.ts';
import { toKey } from './to-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const CHUNK = 64 * 1024 + 16;
const MAGIC = 24;
const ID = 32;
const POINT = 65;

const streamed = (bytes: Bytes, piece = bytes.length) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
      controller.close();
    },
  });
const all = async (stream: ReadableStream<Bytes>) =>
  new Uint8Array(await new Response(stream).arrayBuffer()) as Bytes;
const seal = (bytes: Bytes, lock: Lock) => all(encrypted(streamed(bytes), lock));
const open = (bytes: Bytes, openers: Openers, piece?: number) =>
  all(decrypted(streamed(bytes, piece), openers));
const plainOf = (size: number) => new Uint8Array(size).map((_, at) => (at * 31) >> (at % 7));

/** `opened`, or the code of the refusal. Anything else fails the test. */
const verdictOn = (bytes: Bytes, openers: Openers): Promise<string> =>
  open(bytes, openers).then(
    () => 'opened',
    (error: unknown) => {
      if (!(error instanceof LogFileError)) throw error;
      return error.code;
    },
  );

/** The real rounds take a while; a salt and passphrase met before give the key they gave then. */
function rememberKeys(): void {
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  const known = new Map<string, Promise<CryptoKey>>();
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((algorithm, ...rest) => {
    const { name, salt } = algorithm as Pbkdf2Params;
    if (name !== 'PBKDF2') return derive(algorithm, ...rest);
    const met = bytesToHex(salt as Uint8Array);
    const key = known.get(met) ?? derive(algorithm, ...rest);
    known.set(met, key);
    return key;
  });
}
afterEach(() => vi.restoreAllMocks());

async function pair() {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const id = keyIdOf(point);
  const openers: Openers = { privateHalves: async (asked) => (asked === id ? privateKey : null) };
  return { lock: toKey(point), openers, id, privateKey };
}
const PASS = { passphrase: '口令 六个字' };
const own = await pair();

const plain = plainOf(3 * 65_536 + 1234);

describe.each([
  {
    to: 'a passphrase',
    version: 1,
    lock: toPassphrase(PASS.passphrase),
    openers: PASS,
    says: 16,
    first: 'E_PASSPHRASE',
  },
  { to: 'a key', version: 2, lock: own.lock, openers: own.openers, says: ID + POINT, first: 'E_DAMAGED' },
])('a file encrypted to $to', ({ version, lock, openers, says, first }) => {
  const head = MAGIC + says;
  let sealed: Bytes;
  beforeAll(async () => {
    sealed = await seal(plain, lock);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072])('gives back %i bytes as they were', async (size) => {
    const bytes = plainOf(size);
    expect(await open(await seal(bytes, lock), openers)).toEqual(bytes);
  });

  it('is read in whatever pieces it comes', async () => {
    expect(await open(sealed, openers, 1000)).toEqual(plain);
  });

  it('says what it is in clear, and nothing twice', async () => {
    expect(new TextDecoder().decode(sealed.subarray(0, MAGIC))).toBe(`counterside-encrypted/${version}\n`);
    const again = await seal(plain, lock);
    expect(again.length).toBe(sealed.length);
    expect(again.subarray(head - 16, head)).not.toEqual(sealed.subarray(head - 16, head));
    expect(again.subarray(head, head + 20)).not.toEqual(sealed.subarray(head, head + 20));
  });

  it('of a newer version says so', async () => {
    const newer = sealed.slice();
    newer[MAGIC - 2] = '3'.charCodeAt(0);
    expect(await verdictOn(newer, openers)).toBe('E_NEWER_FORMAT');
  });

  it('is refused after any byte of its chunks was changed', async () => {
    rememberKeys();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: head, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = sealed.slice();
          changed[at]! ^= by;
          expect(await verdictOn(changed, openers)).toBe(at < head + CHUNK ? first : 'E_DAMAGED');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is refused wherever it is cut, at the ends of chunks too', async () => {
    rememberKeys();
    for (const chunks of [0, 1, 2, 3])
      expect(await verdictOn(sealed.slice(0, head + chunks * CHUNK), openers)).toBe('E_TRUNCATED');
    await fc.assert(
      // Without its whole name a file is not known to be encrypted: it passes, and is no log.
      fc.asyncProperty(fc.integer({ min: 22, max: sealed.length - 1 }), async (size) => {
        const said = await verdictOn(sealed.slice(0, size), openers);
        expect(size < head ? ['E_TRUNCATED'] : ['E_TRUNCATED', first, 'E_DAMAGED']).toContain(said);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with chunks swapped, repeated, left out or taken from another file', async () => {
    rememberKeys();
    const other = await seal(plainOf(3 * 65_536 + 1234).reverse() as Bytes, lock);
    const part = (bytes: Bytes, n: number) => bytes.subarray(head + n * CHUNK, head + (n + 1) * CHUNK);
    const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((bytes) => [...bytes])) as Bytes;
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => part(sealed, n)) as [Bytes, Bytes, Bytes, Bytes];
    const start = sealed.subarray(0, head);
    for (const [code, wrong] of [
      [first, joined(start, b, a, c, d)],
      ['E_DAMAGED', joined(start, a, c, b, d)],
      ['E_DAMAGED', joined(start, a, b, b, c, d)],
      ['E_DAMAGED', joined(start, a, c, d)],
      ['E_DAMAGED', joined(start, a, b, c, d, d)],
      ['E_DAMAGED', joined(start, a, part(other, 1), c, d)],
      ['E_DAMAGED', joined(sealed, new Uint8Array(1))],
      [first, joined(other.subarray(0, head), a, b, c, d)],
    ] as const)
      expect(await verdictOn(wrong, openers)).toBe(code);
    expect(await verdictOn(joined(start, a, b, c, d), openers)).toBe('opened');
  });
});

describe('a passphrase', () => {
  it('alone opens its file, however the keyboard composes it', async () => {
    const sealed = await seal(plainOf(5), toPassphrase(PASS.passphrase));
    expect(await verdictOn(sealed, { passphrase: '口令 六个' })).toBe('E_PASSPHRASE');
    const accented = await seal(plainOf(5), toPassphrase('cafe\u0301'));
    expect(await verdictOn(accented, { passphrase: 'caf\u00e9' })).toBe('opened');
    expect(await verdictOn(sealed, {})).toBe('E_ENCRYPTED');
    expect(await verdictOn(sealed, own.openers)).toBe('E_ENCRYPTED');
  });

  it('opens files written before there were keys', async () => {
    const early = fromBase64(
      'Y291bnRlcnNpZGUtZW5jcnlwdGVkLzEKOtklSvu5YcYatGVzADe3fDG3KwZAIdeAHRZ7YxAVfGG523VG+X4=',
    );
    expect(new TextDecoder().decode(await open(early, PASS))).toBe('柜边');
  });

  it('of a file whose salt was changed does not fit', async () => {
    const sealed = await seal(plainOf(5), toPassphrase(PASS.passphrase));
    sealed[30]! ^= 1;
    expect(await verdictOn(sealed, PASS)).toBe('E_PASSPHRASE');
  });
});

describe('a key', () => {
  it('that is not here is named by its fingerprint, whatever else is offered', async () => {
    const sealed = await seal(plainOf(5), own.lock);
    for (const openers of [{}, PASS, (await pair()).openers]) {
      const refusal = await open(sealed, openers).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'E_OTHER_KEY' });
      const { says } = refusal as LogFileError;
      expect(says['zh-CN']).toContain(fingerprintOf(own.id));
      expect(says.en).toContain(fingerprintOf(own.id));
    }
  });

  it('of somebody else opens nothing, even under the same id', async () => {
    const sealed = await seal(plainOf(5), own.lock);
    const { privateKey } = await pair();
    expect(await verdictOn(sealed, { privateHalves: async () => privateKey })).toBe('E_DAMAGED');
  });

  it('says in each file whose it is and a half made for that file, and nothing of a person', async () => {
    const sealed = await seal(plainOf(5), own.lock);
    expect(bytesToHex(sealed.subarray(MAGIC, MAGIC + ID))).toBe(own.id);
    expect(sealed.length).toBe(MAGIC + ID + POINT + 5 + 16);
  });

  it('refuses a head with any byte changed', async () => {
    const sealed = await seal(plainOf(5), own.lock);
    for (let at = MAGIC; at < MAGIC + ID + POINT; at++) {
      const changed = sealed.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(await verdictOn(changed, own.openers)).toBe(at < MAGIC + ID ? 'E_OTHER_KEY' : 'E_DAMAGED');
    }
  });

  it('refuses a head that carries over the half of another file', async () => {
    const [one, other] = [await seal(plainOf(5), own.lock), await seal(plainOf(5), own.lock)];
    one.set(other.subarray(MAGIC + ID, MAGIC + ID + POINT), MAGIC + ID);
    expect(await verdictOn(one, own.openers)).toBe('E_DAMAGED');
  });

  it('that is no point of its curve encrypts nothing', async () => {
    await expect(seal(plainOf(5), toKey(new Uint8Array(POINT) as Bytes))).rejects.toThrow('no point');
  });
});

describe('a file that is not encrypted', () => {
  it.each([0, 3, 24, 200_000])('passes through as it is (%i bytes)', async (size) => {
    expect(await open(plainOf(size), {})).toEqual(plainOf(size));
  });
});
