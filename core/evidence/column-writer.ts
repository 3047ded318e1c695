import { ByteWriter } from './bytes.ts';
import {
  COUNTED_PREFIX,
  type ColumnHead,
  type ColumnKind,
  type ColumnMode,
  isHexKind,
  zigzag,
} from './column.ts';
import type { Scanner } from './scan.ts';

/** After so many values a column of ids that hardly repeat gives up its dictionary. */
const TRIAL = 64;
const LARGEST_DELTA = 2 ** 51;

/** One column being written: figures, or pieces of the text that is being packed. */
export class ColumnWriter {
  readonly kind: ColumnKind;
  readonly #scanner: Scanner;
  readonly #numbers: number[] = [];
  /** Where each distinct piece first stood; without a dictionary, each value. */
  #from: number[] = [];
  #to: number[] = [];
  /** The latest piece of a hash, and for each piece the one before it that has the same. Null without a dictionary. */
  #byHash: Map<number, number> | null = new Map();
  readonly #sameHash: number[] = [];
  /** So many hex digits is every further value, which is kept as it comes; 0 as long as that may change. */
  plainDigits = 0;

  constructor(kind: ColumnKind, scanner: Scanner) {
    this.kind = kind;
    this.#scanner = scanner;
  }

  /** Takes what the scanner has read, a value of this column's kind. Gives its place in the dictionary, for {@link again}; −1 where there is none. */
  push(): number {
    const { kind } = this;
    const { number, from, to } = this.#scanner;
    if (kind === 'number') this.#numbers.push(number);
    else if (kind === 'counted') this.#numbers.push(this.#place(from, from + COUNTED_PREFIX), number);
    else if (this.plainDigits > 0) this.#from.push(from);
    else return this.#pushPlace(this.#place(from, to));
    return -1;
  }

  /** Pushes a value by its place. False, and nothing pushed, once the column has no dictionary any more. */
  again(place: number): boolean {
    if (this.plainDigits > 0) return false;
    this.#pushPlace(place);
    return true;
  }

  #pushPlace(place: number): number {
    this.#numbers.push(place);
    const tried = isHexKind(this.kind) && this.#numbers.length === TRIAL;
    if (!tried || this.#from.length <= TRIAL * 0.9) return place;
    this.#byHash = null;
    this.plainDigits = this.kind === 'hex16' ? 32 : 40;
    const first = this.#from;
    this.#from = this.#numbers.map((at) => first[at] ?? 0);
    return -1;
  }

  #place(from: number, to: number): number {
    const { hash } = this.#scanner;
    const latest = this.#byHash?.get(hash) ?? -1;
    for (let at = latest; at >= 0; at = this.#sameHash[at] ?? -1) {
      const start = this.#from[at] ?? 0;
      const isLong = (this.#to[at] ?? 0) - start === to - from;
      if (isLong && this.#scanner.isSame(start, from, to - from)) return at;
    }
    const place = this.#from.push(from) - 1;
    this.#to.push(to);
    this.#sameHash.push(latest);
    this.#byHash?.set(hash, place);
    return place;
  }

  /** The distinct values, as texts: all read at once, as a list. */
  #words(): string[] {
    list.clear();
    this.#from.forEach((from, at) => {
      list.byte(at === 0 ? OPEN : COMMA);
      list.byte(QUOTE);
      list.piece(this.#scanner.bytes, from, this.#to[at] ?? from);
      list.byte(QUOTE);
    });
    if (list.length === 0) return [];
    list.byte(CLOSE);
    return JSON.parse(decoder.decode(list.done())) as string[];
  }

  /** Writes figures to `packed`, which will be deflated, and what no packing shrinks to `raw`. */
  write(packed: ByteWriter, raw: ByteWriter): ColumnHead {
    const { kind } = this;
    const count = this.#numbers.length;
    if (kind === 'number') return { kind, mode: writeNumbers(this.#numbers, packed), count, words: [] };
    if (kind === 'counted') {
      for (let at = 0; at < count; at += 2) packed.varint(this.#numbers[at] ?? 0);
      let before = 0;
      for (let at = 1; at < count; at += 2) {
        const value = this.#numbers[at] ?? 0;
        packed.varint(zigzag(value - before));
        before = value;
      }
      return { kind, mode: 'dictionary', count: count / 2, words: this.#words() };
    }
    if (this.plainDigits > 0) {
      for (const from of this.#from) raw.hex(this.#scanner.bytes, from, this.plainDigits);
      return { kind, mode: 'each', count: this.#from.length, words: [] };
    }
    const words = this.#words();
    if (words.length === count) return { kind, mode: 'each', count, words };
    if (words.length > 1) for (const at of this.#numbers) packed.varint(at);
    return { kind, mode: 'dictionary', count, words };
  }
}

const decoder = new TextDecoder();
const list = new ByteWriter();
const QUOTE = 34;
const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;

/** Roughly the bytes that a number takes. */
const cost = (value: number): number => (value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : 6);

function writeNumbers(numbers: readonly number[], packed: ByteWriter): ColumnMode {
  let before = 0;
  let asDelta = 0;
  let asWhole = 0;
  let doubles = false;
  for (const value of numbers) {
    doubles ||= !Number.isSafeInteger(value) || Math.abs(value) > LARGEST_DELTA;
    asDelta += cost(zigzag(value - before));
    asWhole += cost(zigzag(value));
    before = value;
  }
  if (doubles) {
    for (const value of numbers) packed.double(value);
    return 'double';
  }
  if (asWhole <= asDelta) {
    for (const value of numbers) packed.varint(zigzag(value));
    return 'whole';
  }
  before = 0;
  for (const value of numbers) {
    packed.varint(zigzag(value - before));
    before = value;
  }
  return 'delta';
}
