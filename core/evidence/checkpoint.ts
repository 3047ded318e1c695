import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../canonical.ts';

/** What a device states when it signs: this log had this value after this entry at this time. */
export interface Checkpoint {
  readonly log: string;
  readonly n: number;
  /** The chain's value, hex. */
  readonly head: string;
  readonly at: number;
}

const tagged = (use: string, text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(`counterside-log/2 ${use}\n${text}`));

/** The bytes that are signed for a checkpoint. */
export const checkpointBytes = ({ log, n, head, at }: Checkpoint): Uint8Array<ArrayBuffer> =>
  tagged('checkpoint', canonical({ log, n, head, at }));

/** The bytes that are signed for a whole file; `digest` is the SHA-256 (hex) of all lines before the signature. */
export const fileBytes = (digest: string): Uint8Array<ArrayBuffer> => tagged('file', digest);

/** Without letters that are taken for figures, as people read codes to each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'.slice(0, 30);
const CODE = /^(\d{1,16})-([2-9A-HJKMNP-TV-Z]{4})-([2-9A-HJKMNP-TV-Z]{4})-([2-9A-HJKMNP-TV-Z]{4})$/;

/**
 * A code for the team's chat: the entry's number and twelve characters of the chain's value after it (58 bits). Who
 * has it can tell later whether the log up to there is still the same.
 */
export function anchorCode({ log, n, head }: Pick<Checkpoint, 'log' | 'n' | 'head'>): string {
  const digest = sha256(tagged('anchor', canonical({ log, n, head })));
  const letters = [...digest.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${n}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`;
}

/** The entry that a code speaks of, or null for what is no code. */
export function anchorEntry(code: string): number | null {
  const hit = CODE.exec(code.trim().toUpperCase());
  return hit ? Number(hit[1]) : null;
}

/** How people compare a device's key by voice: twelve figures of its SHA-256. */
export function fingerprint(device: string): string {
  return figures(sha256(tagged('device', device)), 3);
}

/** The first bytes of a digest as figures to be read out, in groups of four. */
export const figures = (digest: Uint8Array, groups: number): string =>
  Array.from({ length: groups }, (_, at) =>
    [...digest.subarray(4 * at, 4 * at + 4)].map((byte) => byte % 10).join(''),
  ).join(' ');

export const hexBytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

export const bytesHex = (bytes: Uint8Array): string => bytesToHex(bytes);

/** Whether a signature over bytes was made with the device's private key (Ed25519, RFC 8032). */
export async function isSigned(
  device: string,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', hexBytes(device), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, bytes);
}
