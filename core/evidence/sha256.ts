/**
 * SHA-256 (FIPS 180-4) of a piece of memory. The chain hashes every entry for itself, some hundred bytes each, and a
 * verdict does it for all of them again: what a general library spends on making a hash object and copying into it is a
 * third of that. Everything else hashes with the library; the tests hold both against each other.
 */
export function sha256(data: Uint8Array): Uint8Array<ArrayBuffer> {
  state.set(START);
  return finish(data, 0);
}

/** A key of {@link hmac} as it was taken in: what stands after the first block of each of the two hashes. */
export interface HmacKey {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
}

/** Takes in a key of up to 64 bytes, once for everything that is hashed with it. */
export function hmacKey(key: Uint8Array): HmacKey {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block');
  const after = (pad: number): Int32Array => {
    state.set(START);
    block(
      Uint8Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ pad),
      0,
    );
    return state.slice();
  };
  return { inner: after(0x36), outer: after(0x5c) };
}

/** HMAC-SHA-256 (RFC 2104). Names and commitments are made by the thousand, of some hundred bytes each. */
export function hmac({ inner, outer }: HmacKey, data: Uint8Array): Uint8Array<ArrayBuffer> {
  state.set(inner);
  finish(data, BLOCK, inside);
  state.set(outer);
  return finish(inside, BLOCK);
}

/** The digest of what the state has taken in, so many bytes, and of some more. */
function finish(data: Uint8Array, before: number, digest = new Uint8Array(DIGEST)): Uint8Array<ArrayBuffer> {
  const whole = data.length - (data.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) block(data, at);
  // The rest, the bit 1, zeros, and the number of bits in eight bytes: one block or two.
  const rest = data.length - whole;
  const end = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;
  last.fill(0);
  for (let at = 0; at < rest; at++) last[at] = data[whole + at] ?? 0;
  last[rest] = 0x80;
  const length = before + data.length;
  lastView.setUint32(end - 8, Math.floor(length / 2 ** 29));
  lastView.setUint32(end - 4, length * 8);
  for (let at = 0; at < end; at += BLOCK) block(last, at);
  for (let at = 0; at < DIGEST; at++) digest[at] = (state[at >> 2] ?? 0) >>> (24 - 8 * (at & 3));
  return digest;
}

const BLOCK = 64;
const DIGEST = 32;
/** The digest inside of an HMAC. */
const inside = new Uint8Array(DIGEST);
const last = new Uint8Array(2 * BLOCK);
const lastView = new DataView(last.buffer);
const state = new Int32Array(8);
const words = new Int32Array(64);

/** The first 32 bits of the fractional part of a root, exact to the bit in doubles for the primes below 312. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const ROUND = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

/** Takes 64 bytes into the state. */
function block(data: Uint8Array, from: number): void {
  for (let i = 0, at = from; i < 16; i++, at += 4)
    words[i] =
      ((data[at] ?? 0) << 24) |
      ((data[at + 1] ?? 0) << 16) |
      ((data[at + 2] ?? 0) << 8) |
      (data[at + 3] ?? 0);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15] ?? 0;
    const y = words[i - 2] ?? 0;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (sigma0 + sigma1 + (words[i - 7] ?? 0) + (words[i - 16] ?? 0)) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let i = 0; i < 64; i++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const first = (h + sum1 + (g ^ (e & (f ^ g))) + (ROUND[i] ?? 0) + (words[i] ?? 0)) | 0;
    const second = (sum0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

function add(at: number, value: number): void {
  state[at] = (state[at] ?? 0) + value;
}
