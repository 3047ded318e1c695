import { bytesHex } from '../../core/evidence/checkpoint.ts';
import type { LogDb } from './db.ts';

/** This installation's signing key. The private half can be used here and copied nowhere. */
export interface Device {
  /** Public key, 32 bytes as hex. */
  readonly device: string;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

const KEY = 'device-key';

/** The key, made on first use, or null where the browser has no Ed25519: then nothing is signed, and files say so. */
export async function deviceOf(db: LogDb): Promise<Device | null> {
  const pair = (await savedPair(db)) ?? (await newPair(db));
  if (!pair) return null;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    device: bytesHex(raw),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes)),
  };
}

async function savedPair(db: LogDb): Promise<CryptoKeyPair | null> {
  const value = (await db.values.get(KEY))?.value;
  return value ? (value as CryptoKeyPair) : null;
}

async function newPair(db: LogDb): Promise<CryptoKeyPair | null> {
  let made: CryptoKeyPair;
  try {
    made = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
  db.assertWritable();
  return db.transaction('rw!', db.values, async () => {
    const known = await savedPair(db);
    if (known) return known;
    await db.values.put({ key: KEY, value: made });
    return made;
  });
}
