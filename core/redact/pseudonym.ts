import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MessageSighting, Place } from '../event.ts';
import { passingUtf8 } from '../evidence/bytes.ts';
import { hmac, hmacKey, sha256 } from '../evidence/sha256.ts';

/**
 * Makes the names under which the log knows conversations and messages. The same place, conversation and key give
 * the same name for ever, in every tab; without the key nobody gets back to a buyer's account, and nobody can
 * try accounts until one fits. That is de-identified, not anonymous: the key holder can.
 */
export interface Pseudonyms {
  /** Which key it was: two logs may be compared by conversation only if theirs is the same. */
  readonly keyId: string;
  conversation(place: Place, conversation: string): string;
  message(place: Place, conversation: string, key: MessageSighting['key']): string;
  /** An id for a fact that follows from another one and must not be stored twice. */
  derived(kind: string, of: string): string;
}

/** 128 bits, as hex: an accidental meeting needs 2^64 messages. */
const ID_HEX = 32;

/** Facts of a conversation come together: its name is asked for again and again. */
const MOST_KNOWN = 1_000;

/** `key` is 32 random bytes of this installation or this team. Ids are HMAC-SHA-256, cut to 128 bits. */
export function pseudonyms(key: Uint8Array): Pseudonyms {
  // JSON keeps the parts apart, so ("a", "bc") and ("ab", "c") differ.
  // The key is taken in once; what is named with it starts from there.
  const taken = hmacKey(key);
  const known = new Map<string, string>();
  const name = (...parts: readonly string[]) =>
    bytesToHex(hmac(taken, passingUtf8(JSON.stringify(parts)))).slice(0, ID_HEX);
  return {
    keyId: bytesToHex(sha256(new Uint8Array([...utf8ToBytes('counterside key id\0'), ...key]))).slice(0, 16),
    // The seat is left out: a conversation handed to another 子账号 stays the same conversation.
    conversation: ({ console, shop }, conversation) => {
      const asked = JSON.stringify([console, shop, conversation]);
      const made = known.get(asked) ?? name('conversation', console, shop, conversation);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(asked, made);
      return made;
    },
    message: ({ console, shop }, conversation, { source, value }) =>
      name('message', console, shop, conversation, source, value),
    derived: (kind, of) => name('derived', kind, of),
  };
}
