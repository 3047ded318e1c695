import { type ByteReader, BytesError, type ByteWriter } from './bytes.ts';

/**
 * A column holds one field of many entries. Which kind it is follows from the value alone, so that ids, commitments
 * and a sender's counted ids each get the form that costs least.
 */
export const COLUMN_KINDS = ['number', 'text', 'hex16', 'hex20', 'counted'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** How a column is written: whole numbers as differences or as they are, doubles, a dictionary, or each for itself. */
export type ColumnMode = 'delta' | 'whole' | 'double' | 'dictionary' | 'each';

export interface ColumnHead {
  readonly kind: ColumnKind;
  readonly mode: ColumnMode;
  readonly count: number;
  /** The distinct values of a dictionary, the prefixes of counted ids, or texts each for itself. */
  readonly words: readonly string[];
}

const isHex = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || (code > 57 && (code < 97 || code > 102))) return false;
  }
  return true;
};

const COUNTED = /^[0-9a-f]{16}-(?:0|[1-9]\d{0,9})$/;

/** The kind of column that a leaf goes into. */
export function kindOf(value: string | number): ColumnKind {
  if (typeof value === 'number') return 'number';
  switch (value.length) {
    case 32:
      return isHex(value) ? 'hex16' : 'text';
    case 40:
      return isHex(value) ? 'hex20' : 'text';
    default:
      return value.charCodeAt(16) === 45 && COUNTED.test(value) ? 'counted' : 'text';
  }
}

const isHexKind = (kind: ColumnKind): boolean => kind === 'hex16' || kind === 'hex20';
/** After so many values a column of ids that hardly repeat gives up its dictionary. */
const TRIAL = 64;
const LARGEST_DELTA = 2 ** 51;

/** One column being written. */
export class ColumnWriter {
  readonly kind: ColumnKind;
  readonly #numbers: number[] = [];
  readonly #words: string[] = [];
  #index: Map<string, number> | null = new Map();
  #word: string | undefined;
  #at = 0;

  constructor(kind: ColumnKind) {
    this.kind = kind;
  }

  /** Gives the value's place in the dictionary, for {@link again}; −1 where there is none. */
  push(value: string | number): number {
    if (typeof value === 'number') this.#numbers.push(value);
    else if (this.kind === 'counted')
      this.#numbers.push(this.#place(value.slice(0, 16)), Number(value.slice(17)));
    else if (this.#index === null) this.#words.push(value);
    else return this.#pushPlace(this.#place(value));
    return -1;
  }

  /** Pushes a value by its place. False, and nothing pushed, once the column has no dictionary any more. */
  again(place: number): boolean {
    if (place < 0 || this.#index === null) return false;
    this.#pushPlace(place);
    return true;
  }

  #pushPlace(place: number): number {
    this.#numbers.push(place);
    const tried = isHexKind(this.kind) && this.#numbers.length === TRIAL;
    if (!tried || this.#words.length <= TRIAL * 0.9) return place;
    this.#index = null;
    const words = this.#words.slice();
    this.#words.length = 0;
    for (const at of this.#numbers) this.#words.push(words[at] ?? '');
    return -1;
  }

  #place(word: string): number {
    // What stands in a column mostly stands there again in the next entry.
    if (word === this.#word) return this.#at;
    const known = this.#index?.get(word);
    this.#word = word;
    this.#at = known ?? this.#words.push(word) - 1;
    if (known === undefined) this.#index?.set(word, this.#at);
    return this.#at;
  }

  /** Writes figures to `packed`, which will be deflated, and what no packing shrinks to `raw`. */
  write(packed: ByteWriter, raw: ByteWriter): ColumnHead {
    const { kind } = this;
    if (kind === 'number') {
      const mode = writeNumbers(this.#numbers, packed);
      return { kind, mode, count: this.#numbers.length, words: [] };
    }
    if (kind === 'counted') {
      const count = this.#numbers.length / 2;
      for (let at = 0; at < count; at++) packed.varint(this.#numbers[2 * at] ?? 0);
      let before = 0;
      for (let at = 0; at < count; at++) {
        const value = this.#numbers[2 * at + 1] ?? 0;
        packed.varint(zigzag(value - before));
        before = value;
      }
      return { kind, mode: 'dictionary', count, words: this.#words };
    }
    if (this.#index === null) {
      for (const word of this.#words) raw.hex(word);
      return { kind, mode: 'each', count: this.#words.length, words: [] };
    }
    if (this.#words.length === this.#numbers.length)
      return { kind, mode: 'each', count: this.#words.length, words: this.#words };
    if (this.#words.length > 1) for (const at of this.#numbers) packed.varint(at);
    return { kind, mode: 'dictionary', count: this.#numbers.length, words: this.#words };
  }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
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

/** One column read back. `next` gives each value as JSON text, in order. */
export interface ColumnReader {
  readonly count: number;
  next(): string;
}

/** Values of a column: figures, or an index into words; for readers that count instead of looking at entries. */
export interface ColumnValues {
  readonly numbers: Float64Array | null;
  readonly words: readonly string[];
  readonly index: Uint32Array | null;
}

/** @throws {BytesError} for a column that {@link ColumnWriter} can't have written */
export function readColumn(head: ColumnHead, packed: ByteReader, raw: ByteReader): ColumnValues {
  const { kind, mode, count, words } = head;
  if (kind === 'number') return { numbers: readNumbers(mode, count, packed), words, index: null };
  if (kind === 'counted') {
    const prefix = new Uint32Array(count);
    for (let at = 0; at < count; at++) prefix[at] = packed.varint();
    let before = 0;
    const ids = Array.from(prefix, (of) => {
      before += unzigzag(packed.varint());
      return `${word(words, of)}-${before}`;
    });
    return { numbers: null, words: ids, index: null };
  }
  if (mode === 'each') {
    const bytes = kind === 'hex16' ? 16 : 20;
    const each =
      isHexKind(kind) && words.length === 0 ? Array.from({ length: count }, () => raw.hex(bytes)) : words;
    if (each.length !== count) throw new BytesError('a column of another length');
    return { numbers: null, words: each, index: null };
  }
  const index = new Uint32Array(count);
  if (words.length > 1) for (let at = 0; at < count; at++) index[at] = packed.varint();
  for (const of of index) word(words, of);
  return { numbers: null, words, index };
}

function word(words: readonly string[], at: number): string {
  const found = words[at];
  if (found === undefined) throw new BytesError('no such word');
  return found;
}

function readNumbers(mode: ColumnMode, count: number, packed: ByteReader): Float64Array {
  const numbers = new Float64Array(count);
  let before = 0;
  for (let at = 0; at < count; at++) {
    if (mode === 'double') numbers[at] = packed.double();
    else {
      const value = unzigzag(packed.varint());
      before = mode === 'delta' ? before + value : value;
      numbers[at] = before;
    }
  }
  return numbers;
}

/** Walks a column's values as JSON texts. A dictionary's word is made JSON once. */
export function jsonOf({ numbers, words, index }: ColumnValues): ColumnReader {
  let at = 0;
  const end = (): never => {
    throw new BytesError('a column is too short');
  };
  if (numbers)
    return {
      count: numbers.length,
      next: () => (at < numbers.length ? JSON.stringify(numbers[at++]) : end()),
    };
  if (index === null)
    return { count: words.length, next: () => (at < words.length ? JSON.stringify(words[at++]) : end()) };
  const texts = words.map((each) => JSON.stringify(each));
  return {
    count: index.length,
    next: () => (at < index.length ? (texts[index[at++] ?? 0] ?? end()) : end()),
  };
}
