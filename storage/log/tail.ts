import type { ChatEvent } from '../../core/event.ts';
import { utf8Length } from '../../core/evidence/bytes.ts';
import { HASH_BYTES } from '../../core/evidence/chain.ts';
import { classOf, type Entry, eventOf, type PrivateClass, type Values } from '../../core/evidence/private.ts';
import type { Span, TailRow } from './db.ts';

/** Browsers keep a record above 64 KiB in a file of its own, which can go missing. */
const ROW_BYTES = 56 * 1024;

/** An event on its way into the tail. */
export interface Linked {
  readonly event: ChatEvent;
  /** The canonical text of its entry, as it was hashed. */
  readonly text: string;
  /** The chain's value after it. */
  readonly hash: Uint8Array;
  readonly values: Values | null;
}

/** An entry's private values of one class. */
export type Held = readonly [n: number, at: number, values: Values];
/** Private values by class, in the order of their entries. */
export type HeldByClass = { readonly [K in PrivateClass]?: readonly Held[] };

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
  const hashes = new Uint8Array(linked.length * HASH_BYTES);
  const held: { [K in PrivateClass]?: Held[] } = {};
  linked.forEach(({ event, hash, values }, at) => {
    hashes.set(hash, at * HASH_BYTES);
    for (const [kept, own] of byClass(event.kind, values)) {
      held[kept] ??= [];
      held[kept].push([n + at, event.at, own]);
    }
  });
  return {
    n,
    count: linked.length,
    ...spanOf(linked.map(({ event }) => event)),
    entries: utf8(linked.map(({ text }) => text).join('\n')),
    hashes,
    values: linked.some(({ values }) => values) ? utf8(JSON.stringify(held satisfies HeldByClass)) : null,
  };
}

function byClass(kind: ChatEvent['kind'], values: Values | null): Map<PrivateClass, Values> {
  const classes = new Map<PrivateClass, Values>();
  for (const field in values) {
    const kept = classOf(kind, field);
    if (kept) classes.set(kept, { ...classes.get(kept), [field]: values[field] });
  }
  return classes;
}

/** When events were, and in which conversations. */
export function spanOf(events: readonly ChatEvent[]): Span {
  let from = Infinity;
  let to = 0;
  const conversations = new Set<string>();
  for (const event of events) {
    from = Math.min(from, event.at);
    to = Math.max(to, event.at);
    conversations.add('conversation' in event ? event.conversation : '');
  }
  return { from, to, conversations: [...conversations] };
}

/** The canonical texts in a row. They hold no newline: JSON writes it as an escape. */
export const textsIn = ({ entries }: TailRow): string[] => textOf(entries).split('\n');

/** The chain's value after each entry of a row. */
export const hashesIn = ({ count, hashes }: TailRow): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));

export const heldIn = ({ values }: TailRow): HeldByClass =>
  values ? (JSON.parse(textOf(values)) as HeldByClass) : {};

/** An event of the tail with its number. */
export interface TailEvent {
  readonly n: number;
  readonly event: ChatEvent;
}

/** The events of a row, in order, with the values that are still held. */
export function eventsIn(row: TailRow): TailEvent[] {
  const values = new Map<number, Values>();
  for (const held of Object.values(heldIn(row)))
    for (const [n, , own] of held) values.set(n, { ...values.get(n), ...own });
  const entries = JSON.parse(`[${textsIn(row).join(',')}]`) as Entry[];
  return entries.map((entry, at) => ({
    n: row.n + at,
    event: eventOf(entry, values.get(row.n + at) ?? null),
  }));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);
