import type { ChatEvent } from '../../core/event.ts';
import { utf8Length } from '../../core/evidence/bytes.ts';
import { type Entry, eventOf, type Values } from '../../core/evidence/private.ts';
import type { TailRow } from './db.ts';

/** Browsers keep a record above 64 KiB in a file of its own, which can go missing. */
const ROW_BYTES = 56 * 1024;
export const HASH_BYTES = 32;

/** An entry on its way into the tail. */
export interface Linked {
  readonly at: number;
  /** Its canonical text, as it was hashed. */
  readonly text: string;
  /** The chain's value after it. */
  readonly hash: Uint8Array;
  readonly values: Values | null;
}

/** An entry as the tail holds it. */
export interface TailEntry {
  readonly n: number;
  readonly entry: Entry;
  readonly hash: Uint8Array;
  readonly values: Values | null;
}

/** Rows for entries of which the first has number `n`. */
export function tailRows(n: number, linked: readonly Linked[]): TailRow[] {
  const rows: TailRow[] = [];
  let from = 0;
  let size = 0;
  linked.forEach(({ text, values }, at) => {
    const bytes = utf8Length(text) + HASH_BYTES + (values ? utf8Length(JSON.stringify(values)) : 0);
    if (at > from && size + bytes > ROW_BYTES) {
      rows.push(rowOf(n + from, linked.slice(from, at)));
      from = at;
      size = 0;
    }
    size += bytes;
  });
  if (from < linked.length) rows.push(rowOf(n + from, linked.slice(from)));
  return rows;
}

function rowOf(n: number, linked: readonly Linked[]): TailRow {
  const times = linked.map(({ at }) => at);
  const hashes = new Uint8Array(linked.length * HASH_BYTES);
  linked.forEach(({ hash }, at) => {
    hashes.set(hash, at * HASH_BYTES);
  });
  const values = linked.flatMap((one, at): [number, Values][] => (one.values ? [[n + at, one.values]] : []));
  return {
    n,
    count: linked.length,
    from: Math.min(...times),
    to: Math.max(...times),
    entries: utf8(`[${linked.map(({ text }) => text).join(',')}]`),
    hashes,
    values: values.length === 0 ? null : utf8(JSON.stringify(Object.fromEntries(values))),
  };
}

/** What a row holds, in order. */
export function entriesOf(row: TailRow): TailEntry[] {
  const entries = JSON.parse(textOf(row.entries)) as Entry[];
  const values = row.values ? (JSON.parse(textOf(row.values)) as Record<string, Values>) : {};
  return entries.map((entry, at) => ({
    n: row.n + at,
    entry,
    hash: row.hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    values: values[row.n + at] ?? null,
  }));
}

export const eventIn = ({ entry, values }: TailEntry): ChatEvent => eventOf(entry, values);

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
