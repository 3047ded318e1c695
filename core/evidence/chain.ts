import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from './sha256.ts';

/** Domain tags: a value of one use is never one of another. */
const LINK = utf8ToBytes('counterside-log/2 link\0');
const START = utf8ToBytes('counterside-log/2 start\0');
/** Bytes of each of the chain's values. */
export const HASH_BYTES = 32;
const NOTHING = new Uint8Array(HASH_BYTES);

/**
 * The chain's value before a log's first entry. `after` is the last value of a log that this one follows because
 * that one was lost or emptied, so a new start never passes for a first one.
 */
export function chainStart(log: string, after: Uint8Array | null): Uint8Array {
  return sha256(new Uint8Array([...START, ...utf8ToBytes(log), ...(after ?? NOTHING)]));
}

const encoder = new TextEncoder();
const HEAD = LINK.length + NOTHING.length;
/** Tag, value before, text: filled anew for every link, so that a log of a million makes no garbage of them. */
let buffer = roomFor(4096);

function roomFor(bytes: number): Uint8Array<ArrayBuffer> {
  const room = new Uint8Array(HEAD + bytes);
  room.set(LINK);
  return room;
}

/** The chain's value after one more entry: SHA-256(tag ‖ before ‖ canonical text). Synchronous. */
export function chainLink(before: Uint8Array, text: string): Uint8Array {
  if (HEAD + text.length * 3 > buffer.length) buffer = roomFor(text.length * 4);
  buffer.set(before, LINK.length);
  const { written } = encoder.encodeInto(text, buffer.subarray(HEAD));
  return sha256(buffer.subarray(0, HEAD + written));
}

export const hexOf = (bytes: Uint8Array): string => bytesToHex(bytes);
