import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decrypted, encrypted } from './encrypt.ts';
import { LogFileError } from './error.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const CHUNK = 64 * 1024 + 16;
const HEAD = 40;

const streamed = (bytes: Bytes, piece = bytes.length) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
      controller.close();
    },
  });
const all = async (stream: ReadableStream<Bytes>) =>
  new Uint8Array(await new Response(stream).arrayBuffer()) as Bytes;
const seal = (bytes: Bytes) => all(encrypted(streamed(bytes), '口令 六个字'));
const open = (bytes: Bytes, passphrase: string | undefined = '口令 六个字', piece?: number) =>
  all(decrypted(streamed(bytes, piece), passphrase));
const plainOf = (size: number) => new Uint8Array(size).map((_, at) => (at * 31) >> (at % 7));

/** `opened`, or the code of the refusal. Anything else fails the test. */
const verdictOn = (bytes: Bytes, passphrase?: string): Promise<string> =>
  open(bytes, passphrase).then(
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
    const name = bytesToHex((algorithm as Pbkdf2Params).salt as Uint8Array);
    const key = known.get(name) ?? derive(algorithm, ...rest);
    known.set(name, key);
    return key;
  });
}
afterEach(() => vi.restoreAllMocks());

const plain = plainOf(3 * 65_536 + 1234);
let sealed: Bytes;
beforeAll(async () => {
  sealed = await seal(plain);
});

describe('an encrypted file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072])('gives back %i bytes as they were', async (size) => {
    const bytes = plainOf(size);
    expect(await open(await seal(bytes))).toEqual(bytes);
  });

  it('is read in whatever pieces it comes', async () => {
    expect(await open(sealed, undefined, 1000)).toEqual(plain);
  });

  it('says what it is in clear, and nothing twice', async () => {
    expect(new TextDecoder().decode(sealed.subarray(0, 24))).toBe('counterside-encrypted/1\n');
    const again = await seal(plain);
    expect(again.length).toBe(sealed.length);
    expect(again.subarray(24, 40)).not.toEqual(sealed.subarray(24, 40));
    expect(again.subarray(40, 60)).not.toEqual(sealed.subarray(40, 60));
  });

  it('opens to its passphrase alone, however the keyboard composes it', async () => {
    expect(await verdictOn(sealed, '口令 六个')).toBe('E_PASSPHRASE');
    const accented = await all(encrypted(streamed(plainOf(5)), 'cafe\u0301'));
    expect(await verdictOn(accented, 'caf\u00e9')).toBe('opened');
    const asked = all(decrypted(streamed(sealed), undefined));
    await expect(asked).rejects.toMatchObject({ code: 'E_ENCRYPTED' });
  });

  it('of a newer version says so', async () => {
    const newer = sealed.slice();
    newer[22] = '2'.charCodeAt(0);
    expect(await verdictOn(newer)).toBe('E_NEWER_FORMAT');
  });

  it('is refused when its salt was changed', async () => {
    const other = sealed.slice();
    other[30]! ^= 1;
    expect(await verdictOn(other)).toBe('E_PASSPHRASE');
  });

  it('is refused after any byte of its chunks was changed', async () => {
    rememberKeys();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: HEAD, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = sealed.slice();
          changed[at]! ^= by;
          expect(['E_PASSPHRASE', 'E_DAMAGED']).toContain(await verdictOn(changed));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is refused wherever it is cut, at the ends of chunks too', async () => {
    rememberKeys();
    for (const chunks of [0, 1, 2, 3])
      expect(await verdictOn(sealed.slice(0, HEAD + chunks * CHUNK))).toBe('E_TRUNCATED');
    await fc.assert(
      // Without its whole name a file is not known to be encrypted: it passes, and is no log.
      fc.asyncProperty(fc.integer({ min: 22, max: sealed.length - 1 }), async (size) => {
        const said = await verdictOn(sealed.slice(0, size));
        expect(['E_TRUNCATED', 'E_PASSPHRASE', 'E_DAMAGED']).toContain(said);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with chunks swapped, repeated, left out or taken from another file', async () => {
    rememberKeys();
    const other = await seal(plainOf(3 * 65_536 + 1234).reverse() as Bytes);
    const part = (bytes: Bytes, n: number) => bytes.subarray(HEAD + n * CHUNK, HEAD + (n + 1) * CHUNK);
    const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((bytes) => [...bytes])) as Bytes;
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => part(sealed, n)) as [Bytes, Bytes, Bytes, Bytes];
    const head = sealed.subarray(0, HEAD);
    for (const wrong of [
      joined(head, b, a, c, d),
      joined(head, a, c, b, d),
      joined(head, a, b, b, c, d),
      joined(head, a, c, d),
      joined(head, a, b, c, d, d),
      joined(head, a, part(other, 1), c, d),
      joined(sealed, new Uint8Array(1)),
    ])
      expect(['E_PASSPHRASE', 'E_DAMAGED']).toContain(await verdictOn(wrong));
    expect(await verdictOn(joined(head, a, b, c, d))).toBe('opened');
  });
});

describe('a file that is not encrypted', () => {
  it.each([0, 3, 24, 200_000])('passes through as it is (%i bytes)', async (size) => {
    expect(await open(plainOf(size))).toEqual(plainOf(size));
  });
});
