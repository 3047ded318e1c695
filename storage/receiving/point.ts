import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesHex, figures, hexBytes } from '../../core/evidence/checkpoint.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Receiving keys are of this curve: every browser that we run in keeps it, and refuses points that are not on it. */
export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** The public half of a receiving key as bytes: 04, x, y (SEC 1 §2.3.3, uncompressed). */
export const POINT_BYTES = 65;

export const KEY_ID_BYTES = 32;

/** What a key is known by, hex: SHA-256 of its public half. */
export const keyIdOf = (point: Uint8Array): string =>
  bytesHex(sha256(new Uint8Array([...utf8ToBytes('counterside-receiving-key/1\n'), ...point])));

/**
 * How people compare a key by voice: 24 figures of its id (79 bits). Twelve would do to tell keys apart; these must
 * also hold against somebody who tries keys until one reads the same.
 */
export const fingerprintOf = (id: string): string => figures(hexBytes(id), 6);

/** The public half for use, or null for bytes that are no point of the curve. */
export async function publicHalf(point: Bytes): Promise<CryptoKey | null> {
  if (point.length !== POINT_BYTES || point[0] !== 4) return null;
  try {
    return await crypto.subtle.importKey('raw', point, CURVE, true, []);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return null;
    throw error;
  }
}
