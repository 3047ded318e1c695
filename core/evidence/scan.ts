import { COUNTED_PREFIX, type ColumnKind, HEX_KINDS } from './column.ts';

const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
/** Up to so many digits a whole number adds up exactly. */
const EXACT_DIGITS = 15;
const MOST_COUNTED_DIGITS = 10;

/** Nonzero for bytes that are no lower-case hex digits. */
const NO_HEX = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= ZERO && byte <= NINE) || (byte >= 97 && byte <= 102) ? 0 : 1,
);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

/**
 * Looks at one text or number after the other in canonical JSON, given as UTF-8, without making strings of them. What
 * {@link read} found stands in the fields until it is called again: one object for millions of values.
 */
export class Scanner {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  kind: ColumnKind = 'number';
  /** Where the value's bytes stand, without quotes, and where the text goes on after it. */
  from = 0;
  to = 0;
  next = 0;
  /** A number's value; of a counted id, what is counted. */
  number = 0;
  /** Of a text's bytes, 30 bits. */
  hash = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Whether the same bytes stand at two places. */
  isSame(one: number, other: number, length: number): boolean {
    if (Math.max(one, other) + length > this.bytes.length) return false;
    const view = this.#view;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (view.getInt32(one + at) !== view.getInt32(other + at)) return false;
    for (; at < length; at++) if (view.getInt8(one + at) !== view.getInt8(other + at)) return false;
    return true;
  }

  /** Reads the value that begins at a place; false where none does, but a list, an object or a name of JSON. */
  read(at: number): boolean {
    const first = this.bytes[at];
    if (first === QUOTE) this.#readText(at + 1);
    else if (isDigit(first) || first === MINUS) this.#readNumber(at);
    else return false;
    return true;
  }

  /** Reads a text of so many hex digits and says no more of it than where it stands; false where another value is. */
  readHex(at: number, digits: number): boolean {
    const { bytes } = this;
    const [from, to] = [at + 1, at + 1 + digits];
    if (bytes[at] !== QUOTE || bytes[to] !== QUOTE) return false;
    let odd = 0;
    for (let digit = from; digit < to; digit++) odd |= NO_HEX[bytes[digit] ?? 0] ?? 1;
    if (odd !== 0) return false;
    this.from = from;
    this.to = to;
    this.next = to + 1;
    return true;
  }

  #readText(from: number): void {
    const { bytes } = this;
    let at = from;
    let hash = 0;
    let odd = 0;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
      if (byte === undefined) throw new Error('no canonical text');
      hash = Math.imul(hash ^ byte, 0x01000193) ^ (hash >>> 15);
      odd |= NO_HEX[byte] ?? 1;
      at += 1;
      // What is escaped is one byte at least, and never ends the text.
      if (byte === BACKSLASH) at += 1;
    }
    this.from = from;
    this.to = at;
    this.next = at + 1;
    this.hash = hash & 0x3fffffff;
    this.kind = (odd === 0 && HEX_KINDS.get(at - from)) || (this.#isCounted() ? 'counted' : 'text');
  }

  /** Sixteen hex digits, a minus and a whole number as it is written: a sender's own ids. */
  #isCounted(): boolean {
    const { bytes, from, to } = this;
    const start = from + COUNTED_PREFIX + 1;
    const digits = to - start;
    if (digits < 1 || digits > MOST_COUNTED_DIGITS || bytes[start - 1] !== MINUS) return false;
    if (bytes[start] === ZERO && digits > 1) return false;
    let odd = 0;
    let hash = 0;
    for (let at = from; at < start - 1; at++) {
      const byte = bytes[at] ?? 0;
      odd |= NO_HEX[byte] ?? 1;
      hash = Math.imul(hash ^ byte, 0x01000193) ^ (hash >>> 15);
    }
    let number = 0;
    for (let at = start; at < to; at++) {
      if (!isDigit(bytes[at])) return false;
      number = number * 10 + (bytes[at] ?? 0) - ZERO;
    }
    if (odd !== 0) return false;
    this.hash = hash & 0x3fffffff;
    this.number = number;
    return true;
  }

  #readNumber(from: number): void {
    const { bytes } = this;
    const negative = bytes[from] === MINUS;
    const start = negative ? from + 1 : from;
    let at = start;
    let number = 0;
    for (; isDigit(bytes[at]); at++) number = number * 10 + (bytes[at] ?? 0) - ZERO;
    const whole = at - start <= EXACT_DIGITS && !isOfFraction(bytes[at]);
    while (isDigit(bytes[at]) || isOfFraction(bytes[at])) at += 1;
    this.kind = 'number';
    this.from = from;
    this.to = at;
    this.next = at;
    this.number = whole
      ? negative
        ? -number
        : number
      : Number(String.fromCharCode(...bytes.subarray(from, at)));
  }
}

/** What a number in canonical form holds beside digits: `.`, `e`, `+` and `-`. */
const isOfFraction = (byte: number | undefined): boolean =>
  byte === POINT || byte === 101 || byte === 43 || byte === MINUS;

/** Where the text that opens at a quote closes. */
export function closing(bytes: Uint8Array, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === QUOTE) return at;
  }
  throw new Error('no canonical text');
}
