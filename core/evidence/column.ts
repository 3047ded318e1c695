import { ByteReader, BytesError } from './bytes.ts';

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

/** A counted id is so many hex digits, a minus, and a number. */
export const COUNTED_PREFIX = 16;

/** Texts of so many hex digits, and nothing else, are ids and commitments. */
export const HEX_KINDS: ReadonlyMap<number, ColumnKind> = new Map([
  [32, 'hex16'],
  [40, 'hex20'],
]);

export const isHexKind = (kind: ColumnKind): boolean => kind === 'hex16' || kind === 'hex20';

export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

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
    const steps = new Float64Array(count);
    for (let at = 0; at < count; at++) steps[at] = unzigzag(packed.varint());
    return laterWords(() => {
      let before = 0;
      return Array.from(prefix, (of, at) => {
        before += steps[at] ?? 0;
        return `${word(words, of)}-${before}`;
      });
    });
  }
  if (mode === 'each') {
    const bytes = kind === 'hex16' ? 16 : 20;
    if (isHexKind(kind) && words.length === 0) {
      const ids = new ByteReader(raw.bytes(count * bytes));
      return laterWords(() => Array.from({ length: count }, () => ids.hex(bytes)));
    }
    if (words.length !== count) throw new BytesError('a column of another length');
    return { numbers: null, words, index: null };
  }
  const index = new Uint32Array(count);
  if (words.length > 1) for (let at = 0; at < count; at++) index[at] = packed.varint();
  for (const of of index) word(words, of);
  return { numbers: null, words, index };
}

/** Ids as texts, made when somebody asks for them: who adds up times and kinds never does. */
function laterWords(make: () => string[]): ColumnValues {
  let made: string[] | undefined;
  return {
    numbers: null,
    index: null,
    get words() {
      made ??= make();
      return made;
    },
  };
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
