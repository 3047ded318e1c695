import { ByteReader, BytesError } from './bytes.ts';
import { COLUMN_KINDS, type ColumnReader, type ColumnValues, jsonOf, readColumn } from './column.ts';
import type { SegmentHead, Shape } from './encode.ts';

/** A segment's packed part is never larger when inflated; a file that says otherwise is refused. */
export const MAX_PACKED = 4 * 1024 * 1024;
export const MAX_ENTRIES = 5_000;

export interface Decoded {
  readonly count: number;
  /** The canonical text of each entry, in order. */
  texts(): string[];
  /** Values by path, as far as they are needed: each entry's value, or undefined where it has none. */
  values(path: string): (string | number | undefined)[];
}

/**
 * Opens what `encode` made. Anything else fails with {@link BytesError}, in bounded time and memory.
 *
 * @throws {BytesError}
 */
export function decode(packed: Uint8Array, raw: Uint8Array): Decoded {
  const reader = new ByteReader(packed);
  const count = reader.varint();
  if (count > MAX_ENTRIES) throw new BytesError('too many entries');
  const head = readHead(reader.bytes(reader.varint()));
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const shape = reader.varint();
    if (head.shapes[shape] === undefined) throw new BytesError('no such shape');
    order[at] = shape;
  }
  const rawReader = new ByteReader(raw);
  const columns = head.columns.map((column) => readColumn(column, reader, rawReader));
  if (reader.left > 0 || rawReader.left > 0) throw new BytesError('data is left over');
  return {
    count,
    texts: () => textsOf(head.shapes, order, columns),
    values: (path) => valuesAt(path, head, order, columns),
  };
}

function textsOf(shapes: readonly Shape[], order: Uint32Array, columns: readonly ColumnValues[]): string[] {
  const readers = columns.map(jsonOf);
  const plans = shapes.map(({ fragments, columns: used }) => ({
    fragments,
    readers: used.map((column) => readers[column]).filter((one): one is ColumnReader => one !== undefined),
  }));
  return Array.from(order, (shape) => {
    const plan = plans[shape];
    if (!plan) throw new BytesError('no such shape');
    let text = plan.fragments[0] ?? '';
    for (let at = 0; at < plan.readers.length; at++)
      text += (plan.readers[at] as ColumnReader).next() + (plan.fragments[at + 1] ?? '');
    return text;
  });
}

function valuesAt(
  path: string,
  { shapes, columns: heads }: SegmentHead,
  order: Uint32Array,
  columns: readonly ColumnValues[],
): (string | number | undefined)[] {
  const at = new Uint32Array(columns.length);
  const used = shapes.map(({ columns: all }) => all.filter((column) => heads[column]?.path === path));
  return Array.from(order, (shape) => {
    let value: string | number | undefined;
    for (const column of used[shape] ?? []) {
      const held = columns[column];
      const n = at[column] ?? 0;
      at[column] = n + 1;
      value ??= held?.numbers ? held.numbers[n] : held?.words[held.index ? (held.index[n] ?? 0) : n];
    }
    return value;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readHead(bytes: Uint8Array): SegmentHead {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BytesError('no segment head', { cause });
  }
  if (!isRecord(value) || !Array.isArray(value.columns) || !Array.isArray(value.shapes))
    throw new BytesError('no segment head');
  const { columns, shapes } = value;
  for (const column of columns)
    if (
      !isRecord(column) ||
      !(COLUMN_KINDS as readonly unknown[]).includes(column.kind) ||
      !['delta', 'whole', 'double', 'dictionary', 'each'].includes(String(column.mode)) ||
      typeof column.path !== 'string' ||
      !isCount(column.count) ||
      column.count > MAX_PACKED ||
      !isTexts(column.words)
    )
      throw new BytesError('no column head');
  for (const shape of shapes)
    if (
      !isRecord(shape) ||
      !isTexts(shape.fragments) ||
      !Array.isArray(shape.columns) ||
      shape.fragments.length !== shape.columns.length + 1 ||
      !shape.columns.every((column) => isCount(column) && column < columns.length)
    )
      throw new BytesError('no shape');
  return value as unknown as SegmentHead;
}
