import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Domain tags: a value of one use is never one of another. */
const LINK = utf8ToBytes('counterside-log/2 link\0');
const START = utf8ToBytes('counterside-log/2 start\0');
const NOTHING = new Uint8Array(32);

/**
 * The chain's value before a log's first entry. `after` is the last value of a log that this one follows because
 * that one was lost or emptied, so a new start never passes for a first one.
 */
export function chainStart(log: string, after: Uint8Array | null): Uint8Array {
  return sha256
    .create()
    .update(START)
    .update(utf8ToBytes(log))
    .update(after ?? NOTHING)
    .digest();
}

const encoder = new TextEncoder();
let buffer = new Uint8Array(4096);

/** The chain's value after one more entry: SHA-256(tag ‖ before ‖ SHA-256(canonical text)). Synchronous. */
export function chainLink(before: Uint8Array, text: string): Uint8Array {
  if (text.length * 3 > buffer.length) buffer = new Uint8Array(text.length * 4);
  const { written } = encoder.encodeInto(text, buffer);
  const leaf = sha256(buffer.subarray(0, written));
  return sha256.create().update(LINK).update(before).update(leaf).digest();
}

export const hexOf = (bytes: Uint8Array): string => bytesToHex(bytes);
