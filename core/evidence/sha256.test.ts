import { hmac as libraryHmac } from '@noble/hashes/hmac.js';
import { sha256 as library } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmac, hmacKey, sha256 } from './sha256.ts';

it.each([
  // FIPS 180-4 examples and the empty message.
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('gives the published value of %j', (text, digest) => {
  expect(bytesToHex(sha256(utf8ToBytes(text)))).toBe(digest);
});

it('gives what the library gives, for every length around a block and any bytes', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255);
    expect(bytesToHex(sha256(bytes))).toBe(bytesToHex(library(bytes)));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
      expect(bytesToHex(sha256(bytes))).toBe(bytesToHex(library(bytes)));
    }),
    { numRuns: 200 },
  );
});

it('gives the HMAC that the library gives, for any key of up to a block', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 300 }), (key, bytes) => {
      const taken = hmacKey(key);
      expect(bytesToHex(hmac(taken, bytes))).toBe(bytesToHex(libraryHmac(library, key, bytes)));
      expect(bytesToHex(hmac(taken, bytes))).toBe(bytesToHex(libraryHmac(library, key, bytes)));
    }),
    { numRuns: 200 },
  );
  expect(() => hmacKey(new Uint8Array(65))).toThrow(RangeError);
});
