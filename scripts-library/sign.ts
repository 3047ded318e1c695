import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../core/canonical.ts';
import type { Pack } from './pack.ts';

/**
 * A publisher's mark on a pack: Ed25519 (RFC 8032) over the canonical JSON of everything but the mark itself. Key
 * and value are base64url without padding.
 */
export interface PackSignature {
  readonly algorithm: 'Ed25519';
  readonly key: string;
  readonly value: string;
}

export type SignedPack = Pack & { readonly signature?: PackSignature };

const bytesOf = (pack: Pack): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonical(pack));

function toBase64Url(bytes: Uint8Array): string {
  const binary = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** A key's name for people to compare: the first 16 bytes of its SHA-256, in groups of four. */
export function fingerprint(key: string): string {
  const hex = bytesToHex(sha256(fromBase64Url(key)).subarray(0, 16));
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** A new publisher's key pair; the private half as PKCS #8 in PEM, as other programs read it too. */
export async function newKey(): Promise<{ readonly pem: string; readonly key: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const lines = btoa(String.fromCharCode(...pkcs8)).match(/.{1,64}/g) ?? [];
  return {
    pem: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
    key: toBase64Url(raw),
  };
}

/** Thrown for a file that holds no Ed25519 private key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/**
 * Signs a pack, replacing what signature it had.
 *
 * @throws {KeyError}
 */
export async function signPack({ signature: _, ...pack }: SignedPack, pem: string): Promise<SignedPack> {
  const body = /-----BEGIN PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  if (body === undefined) throw new KeyError('no private key in PEM');
  let privateKey: CryptoKey;
  try {
    const pkcs8 = Uint8Array.from(atob(body.replace(/\s/g, '')), (char) => char.charCodeAt(0));
    privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  } catch (cause) {
    throw new KeyError('not an Ed25519 key', { cause });
  }
  const { x: key } = await crypto.subtle.exportKey('jwk', privateKey);
  if (key === undefined) throw new KeyError('the key has no public half');
  const value = toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytesOf(pack))));
  return { ...pack, signature: { algorithm: 'Ed25519', key, value } };
}

/** Whether the mark is that key's on exactly this content. False for a key that is none. */
export async function verifies(pack: Pack, { key, value }: PackSignature): Promise<boolean> {
  try {
    const publicKey = await crypto.subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', publicKey, fromBase64Url(value), bytesOf(pack));
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** The one text of a pack as it is handed out: canonical, so that the same pack is the same file. */
export const packText = (pack: SignedPack): string => `${canonical(pack)}\n`;
