import { LogFileError } from './error.ts';
import { Portions, streamOf } from './stream.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What an encrypted file starts with, in clear: the name of the form, its version, and a newline. */
const NAME = 'counterside-encrypted/';
const MAGIC = new TextEncoder().encode(`${NAME}1\n`);
const SALT_BYTES = 16;
/** PBKDF2-HMAC-SHA-256 rounds of version 1, as OWASP's password storage advice asks of it. */
const ROUNDS = 600_000;
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** Eleven bytes count chunks, of which 32 bits are used: far more than a file may have. The last byte marks the end. */
const NONCE_BYTES = 12;

/** What a person typed, or the same as the browser keeps it: usable for further files, and not to be read back. */
export type Secret = string | CryptoKey;

/** A passphrase as a key that can be kept and not copied out. */
export function secretOf(passphrase: string): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  return crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
}

async function keyOf(secret: Secret, salt: Bytes): Promise<CryptoKey> {
  const material = typeof secret === 'string' ? await secretOf(secret) : secret;
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/**
 * What binds a chunk to its place: its number and whether it is the last are in the nonce, and the file's head is
 * authenticated with it. A key is of one file, by its salt, so no nonce comes twice under it.
 */
function placeOf(head: Bytes, n: number, last: boolean) {
  const iv = new Uint8Array(NONCE_BYTES);
  const view = new DataView(iv.buffer);
  view.setUint32(NONCE_BYTES - 5, n);
  view.setUint8(NONCE_BYTES - 1, last ? 1 : 0);
  return { name: 'AES-GCM', iv, additionalData: head };
}

const headOf = (salt: Bytes): Bytes => new Uint8Array([...MAGIC, ...salt]);

/**
 * The bytes of a file under a secret, in constant memory: {@link MAGIC}, 16 bytes of salt, then AES-256-GCM
 * chunks of 64 KiB, each with its tag, numbered and the last one marked.
 */
export function encrypted(plain: ReadableStream<Uint8Array>, secret: Secret): ReadableStream<Bytes> {
  return streamOf(encryptedBytes(plain, secret));
}

async function* encryptedBytes(
  plain: ReadableStream<Uint8Array>,
  secret: Secret,
): AsyncGenerator<Bytes, undefined> {
  const source = new Portions(plain);
  try {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const head = headOf(salt);
    const key = await keyOf(secret, salt);
    yield head;
    let chunk = await source.take(CHUNK_BYTES);
    for (let n = 0, last = false; !last; n++) {
      const next = await source.take(CHUNK_BYTES);
      last = next.length === 0;
      yield new Uint8Array(await crypto.subtle.encrypt(placeOf(head, n, last), key, chunk));
      chunk = next;
    }
  } finally {
    await source.end();
  }
  return undefined;
}

/**
 * The bytes of a file whether it is encrypted or not; what is not passes through as it is. Nothing is given out that
 * was not authenticated first.
 *
 * The stream fails with {@link LogFileError}: E_ENCRYPTED without a passphrase, E_PASSPHRASE for a wrong one,
 * E_DAMAGED, E_TRUNCATED or E_NEWER_FORMAT.
 */
export function decrypted(
  file: ReadableStream<Uint8Array>,
  passphrase: string | undefined,
): ReadableStream<Bytes> {
  return streamOf(decryptedBytes(file, passphrase));
}

async function* decryptedBytes(
  file: ReadableStream<Uint8Array>,
  passphrase: string | undefined,
): AsyncGenerator<Bytes, undefined> {
  const source = new Portions(file);
  try {
    const magic = await source.take(MAGIC.length);
    if (!isEncrypted(magic)) {
      for (let piece = magic; piece.length > 0; piece = await source.take(CHUNK_BYTES)) yield piece;
      return undefined;
    }
    const salt = await source.take(SALT_BYTES);
    if (salt.length < SALT_BYTES) throw new LogFileError('E_TRUNCATED');
    if (passphrase === undefined) throw new LogFileError('E_ENCRYPTED');
    const head = headOf(salt);
    const key = await keyOf(passphrase, salt);
    let chunk = await source.take(CHUNK_BYTES + TAG_BYTES);
    for (let n = 0, last = false; !last; n++) {
      const next = await source.take(CHUNK_BYTES + TAG_BYTES);
      last = next.length === 0;
      yield await openChunk(key, chunk, { head, n, last });
      chunk = next;
    }
  } finally {
    await source.end();
  }
  return undefined;
}

function isEncrypted(start: Bytes): boolean {
  const text = new TextDecoder('latin1').decode(start);
  if (!text.startsWith(NAME)) return false;
  if (start.some((byte, at) => byte !== MAGIC[at]) || start.length < MAGIC.length)
    throw new LogFileError(start.length < MAGIC.length ? 'E_TRUNCATED' : 'E_NEWER_FORMAT');
  return true;
}

async function openChunk(
  key: CryptoKey,
  chunk: Bytes,
  { head, n, last }: { head: Bytes; n: number; last: boolean },
): Promise<Bytes> {
  const plain = await tryOpen(key, chunk, placeOf(head, n, last));
  if (plain) return plain;
  const cut =
    chunk.length < TAG_BYTES || (last && (await tryOpen(key, chunk, placeOf(head, n, false))) !== null);
  if (cut) throw new LogFileError('E_TRUNCATED');
  // Nothing tells a wrong key from a first chunk that was changed; the sentence says both.
  throw new LogFileError(n === 0 ? 'E_PASSPHRASE' : 'E_DAMAGED');
}

/** Null if it is not what was encrypted, here, under this key. */
async function tryOpen(
  key: CryptoKey,
  chunk: Bytes,
  place: ReturnType<typeof placeOf>,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(place, key, chunk));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
