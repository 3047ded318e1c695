import { LogFileError, type LogFileErrorCode } from './error.ts';
import type { FileKey, Lock } from './file-key.ts';
import { keyByPassphrase, SALT_BYTES } from './passphrase.ts';
import { Portions, streamOf } from './stream.ts';
import { KEY_SAYS_BYTES, keyByPrivateHalf, type PrivateHalves } from './to-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Version = FileKey['version'];

/** What an encrypted file starts with, in clear: the name of the form, its version, and a newline. */
const NAME = 'counterside-encrypted/';
const magicOf = (version: Version): string => `${NAME}${version}\n`;
const MAGIC_BYTES = magicOf('1').length;
/** How much the head says after that. */
const SAYS_BYTES: Readonly<Record<Version, number>> = { '1': SALT_BYTES, '2': KEY_SAYS_BYTES };
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** Eleven bytes count chunks, of which 32 bits are used: far more than a file may have. The last byte marks the end. */
const NONCE_BYTES = 12;

/** What opens encrypted files. None of it minds a file that is not. */
export interface Openers {
  readonly passphrase?: string;
  readonly privateHalves?: PrivateHalves;
}

/**
 * What binds a chunk to its place: its number and whether it is the last are in the nonce, and the file's head is
 * authenticated with it. A key is of one file, so no nonce comes twice under it.
 */
function placeOf(head: Bytes, n: number, last: boolean) {
  const iv = new Uint8Array(NONCE_BYTES);
  const view = new DataView(iv.buffer);
  view.setUint32(NONCE_BYTES - 5, n);
  view.setUint8(NONCE_BYTES - 1, last ? 1 : 0);
  return { name: 'AES-GCM', iv, additionalData: head };
}

const headOf = (version: Version, says: Bytes): Bytes =>
  new Uint8Array([...new TextEncoder().encode(magicOf(version)), ...says]);

/**
 * The bytes of an encrypted file, in constant memory: name and version, what the lock says (a salt; or whose key and a
 * public half), then AES-256-GCM chunks of 64 KiB, each with its tag, numbered and the last one marked.
 */
export function encrypted(plain: ReadableStream<Uint8Array>, lock: Lock): ReadableStream<Bytes> {
  return streamOf(encryptedBytes(plain, lock));
}

async function* encryptedBytes(
  plain: ReadableStream<Uint8Array>,
  lock: Lock,
): AsyncGenerator<Bytes, undefined> {
  const source = new Portions(plain);
  try {
    const { version, says, key } = await lock();
    const head = headOf(version, says);
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
 * E_OTHER_KEY without the key's private half, E_DAMAGED, E_TRUNCATED or E_NEWER_FORMAT.
 */
export function decrypted(file: ReadableStream<Uint8Array>, openers: Openers): ReadableStream<Bytes> {
  return streamOf(decryptedBytes(file, openers));
}

async function* decryptedBytes(
  file: ReadableStream<Uint8Array>,
  openers: Openers,
): AsyncGenerator<Bytes, undefined> {
  const source = new Portions(file);
  try {
    const magic = await source.take(MAGIC_BYTES);
    const version = versionOf(magic);
    if (version === null) {
      for (let piece = magic; piece.length > 0; piece = await source.take(CHUNK_BYTES)) yield piece;
      return undefined;
    }
    const says = await source.take(SAYS_BYTES[version]);
    if (says.length < SAYS_BYTES[version]) throw new LogFileError('E_TRUNCATED');
    const head = headOf(version, says);
    const key = await keyOf(version, says, openers);
    const wrong = WRONG_FIRST[version];
    let chunk = await source.take(CHUNK_BYTES + TAG_BYTES);
    for (let n = 0, last = false; !last; n++) {
      const next = await source.take(CHUNK_BYTES + TAG_BYTES);
      last = next.length === 0;
      yield await openChunk(key, chunk, { head, n, last }, n === 0 ? wrong : 'E_DAMAGED');
      chunk = next;
    }
  } finally {
    await source.end();
  }
  return undefined;
}

/** Null for a file that is not encrypted. @throws {LogFileError} for one whose form is cut or not known here */
function versionOf(start: Bytes): Version | null {
  const text = new TextDecoder('latin1').decode(start);
  if (!text.startsWith(NAME)) return null;
  if (start.length < MAGIC_BYTES) throw new LogFileError('E_TRUNCATED');
  if (text === magicOf('1')) return '1';
  if (text === magicOf('2')) return '2';
  throw new LogFileError('E_NEWER_FORMAT');
}

function keyOf(version: Version, says: Bytes, openers: Openers): Promise<CryptoKey> {
  return version === '1'
    ? keyByPassphrase(openers.passphrase, says)
    : keyByPrivateHalf(openers.privateHalves, says);
}

/**
 * What a first chunk that doesn't open means. Nothing tells a wrong passphrase from a change, and the sentence says
 * both; a private half that has the id in the head is the right one.
 */
const WRONG_FIRST: Readonly<Record<Version, LogFileErrorCode>> = { '1': 'E_PASSPHRASE', '2': 'E_DAMAGED' };

async function openChunk(
  key: CryptoKey,
  chunk: Bytes,
  { head, n, last }: { head: Bytes; n: number; last: boolean },
  wrong: LogFileErrorCode,
): Promise<Bytes> {
  const plain = await tryOpen(key, chunk, placeOf(head, n, last));
  if (plain) return plain;
  const cut =
    chunk.length < TAG_BYTES || (last && (await tryOpen(key, chunk, placeOf(head, n, false))) !== null);
  throw new LogFileError(cut ? 'E_TRUNCATED' : wrong);
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
