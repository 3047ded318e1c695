import { LogFileError } from './error.ts';
import { FILE_KEY, type Lock } from './file-key.ts';

export const SALT_BYTES = 16;
/** PBKDF2-HMAC-SHA-256 rounds of version 1, as OWASP's password storage advice asks of it. */
const ROUNDS = 600_000;

/** What a person typed, or the same as the browser keeps it: usable for further files, and not to be read back. */
export type Secret = string | CryptoKey;

/** A passphrase as a key that can be kept and not copied out. */
export function secretOf(passphrase: string): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  return crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
}

/** Encrypts a file to a passphrase: its head holds 16 bytes of salt. */
export const toPassphrase =
  (secret: Secret): Lock =>
  async () => {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    return { version: '1', says: salt, key: await keyOf(secret, salt) };
  };

/** The key of a file with this salt. @throws {LogFileError} E_ENCRYPTED without a passphrase */
export function keyByPassphrase(
  passphrase: string | undefined,
  salt: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  if (passphrase === undefined) throw new LogFileError('E_ENCRYPTED');
  return keyOf(passphrase, salt);
}

async function keyOf(secret: Secret, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = typeof secret === 'string' ? await secretOf(secret) : secret;
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, material, FILE_KEY, false, ['encrypt', 'decrypt']);
}
