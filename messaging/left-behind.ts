import type { Observation } from '../core/event.ts';

/** What a script needs to leave facts behind: where in the page's storage, and a key of this script's life (hex). */
export interface LeftKey {
  readonly place: string;
  readonly key: string;
}

/** Facts as they wait in a page's storage; `count` is in clear, so that a loss can be told from them. */
export interface Left {
  readonly boot: string;
  readonly count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** No page's storage holds more, and no script has so much to leave. */
export const MAX_LEFT = 2_000_000;
const IV_BYTES = 12;
const FORM = /^([0-9a-f]{16})\.(\d{1,6})\.([A-Za-z0-9+/=]+)$/;

/**
 * Encrypts facts for the next script of this page: `boot.count.base64(iv ‖ AES-GCM)`. Throws where the page is not
 * secure (no WebCrypto) or the facts are too many.
 */
export async function sealLeft(facts: readonly Observation[], boot: string, key: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(facts));
  const sealed = await crypto.subtle.encrypt(method(iv, boot, facts.length), await aes(key), plain);
  let text = '';
  for (const byte of [...iv, ...new Uint8Array(sealed)]) text += String.fromCharCode(byte);
  const left = `${boot}.${facts.length}.${btoa(text)}`;
  if (left.length > MAX_LEFT) throw new Error('too much to leave');
  return left;
}

/** The parts of what was left; null for what has not its form. */
export function parseLeft(left: string): Left | null {
  const [, boot, count, text] = FORM.exec(left) ?? [];
  if (boot === undefined || text === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return { boot, count: Number(count), bytes };
  } catch {
    // What is no base64 was not left by us.
    return null;
  }
}

/** What was left, as JSON values. Throws if a page has changed anything of it. */
export async function openLeft({ boot, count, bytes }: Left, key: string): Promise<unknown> {
  const iv = bytes.slice(0, IV_BYTES);
  const plain = await crypto.subtle.decrypt(method(iv, boot, count), await aes(key), bytes.slice(IV_BYTES));
  return JSON.parse(new TextDecoder().decode(plain));
}

const method = (iv: Uint8Array<ArrayBuffer>, boot: string, count: number) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${boot}.${count}`),
});

function aes(key: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
