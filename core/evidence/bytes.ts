/** Data ended before the value did, or a number is out of bounds. */
export class BytesError extends Error {
  override readonly name = 'BytesError';
}

const LOW = 2 ** 31;

/** Bytes that grow while they are written. Numbers are LEB128: seven bits a byte, the lowest first. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2^53 − 1. */
  varint(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest >= LOW) {
      this.#bytes[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  double(value: number): void {
    this.#room(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A short piece of other bytes: copied one by one, which costs less than making a view of them. */
  piece(of: Uint8Array, from: number, to: number): void {
    this.#room(to - from);
    for (let at = from; at < to; at++) this.#bytes[this.length++] = of[at] ?? 0;
  }

  /** Lower-case hex digits that stand in a text, two a byte. */
  hex(text: Uint8Array, from: number, digits: number): void {
    this.#room(digits / 2);
    const [bytes, start] = [this.#bytes, this.length];
    for (let at = 0; at < digits; at += 2)
      bytes[start + (at >> 1)] = (nibble(text[from + at] ?? 0) << 4) | nibble(text[from + at + 1] ?? 0);
    this.length += digits / 2;
  }

  /** Begins anew, in the room that it has. */
  clear(): void {
    this.length = 0;
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}

/** Digits end in their value, letters in theirs less nine. */
const nibble = (code: number): number => (code & 15) + (code >> 6) * 9;

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Reads what {@link ByteWriter} wrote. Every read checks the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new BytesError('the data ends early');
    return value;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let digits = 0; digits < 8; digits++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
    throw new BytesError('a number is too long');
  }

  double(): number {
    if (this.left < 8) throw new BytesError('the data ends early');
    const value = this.#view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new BytesError('the data ends early');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  hex(length: number): string {
    let digits = '';
    for (const byte of this.bytes(length)) digits += HEX[byte];
    return digits;
  }
}

const encoder = new TextEncoder();
let scratch = new Uint8Array(4096);

/** A text's UTF-8 in a place that the next call overwrites: for what is hashed at once, by the thousand. */
export function passingUtf8(text: string): Uint8Array {
  if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 4);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** How many bytes a text takes in UTF-8, without making them. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes, so two a unit.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
