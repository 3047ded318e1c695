import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesHex, hexBytes } from '../../core/evidence/checkpoint.ts';
import { CURVE, fingerprintOf, KEY_ID_BYTES, keyIdOf, POINT_BYTES, publicHalf } from '../receiving/point.ts';
import { LogFileError } from './error.ts';
import { FILE_KEY, type Lock } from './file-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a head of version 2 says: whose key (its id), and the public half of a pair that was made for this file. */
export const KEY_SAYS_BYTES = KEY_ID_BYTES + POINT_BYTES;

/** The private half of the key with this id (hex), where it is kept. */
export type PrivateHalves = (id: string) => Promise<CryptoKey | null>;

/**
 * Encrypts a file to the public half of a key. The pair made for it is forgotten at once: who writes the file can't
 * open it, and neither can who takes the writer's machine later.
 */
export const toKey =
  (point: Bytes): Lock =>
  async () => {
    const receiver = await publicHalf(point);
    if (!receiver) throw new Error('the key to encrypt to is no point of its curve');
    const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
    const shown = await crypto.subtle.exportKey('raw', own.publicKey);
    const says = new Uint8Array([...hexBytes(keyIdOf(point)), ...new Uint8Array(shown)]);
    return { version: '2', says, key: await agreed(own.privateKey, receiver, says) };
  };

/**
 * The key of a file whose head says this.
 *
 * @throws {LogFileError} E_OTHER_KEY if the private half is not here, E_DAMAGED for a head that holds no point
 */
export async function keyByPrivateHalf(
  privateHalves: PrivateHalves | undefined,
  says: Bytes,
): Promise<CryptoKey> {
  const id = bytesHex(says.subarray(0, KEY_ID_BYTES));
  const own = (await privateHalves?.(id)) ?? null;
  if (!own) throw new LogFileError('E_OTHER_KEY', { key: fingerprintOf(id) });
  const sender = await publicHalf(says.slice(KEY_ID_BYTES));
  if (!sender) throw new LogFileError('E_DAMAGED');
  return agreed(own, sender, says);
}

/**
 * Both halves' secret (ECDH, 256 bits) through HKDF-SHA-256 (RFC 5869) to the file's key. The head goes in, so that a
 * key is of one pair and one receiver. Without a salt: the secret is new for each file.
 */
async function agreed(privateKey: CryptoKey, publicKey: CryptoKey, says: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = new Uint8Array([...utf8ToBytes('counterside-encrypted/2\n'), ...says]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(how, material, FILE_KEY, false, ['encrypt', 'decrypt']);
}
