import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../canonical.ts';
import type { ChatEvent } from '../event.ts';
import { passingUtf8 } from './bytes.ts';
import { type HmacKey, hmac, hmacKey } from './sha256.ts';

/** How long a private value is kept: words as typed, redacted words, what a case says. */
export const PRIVATE_CLASSES = ['raw', 'text', 'case'] as const;
export type PrivateClass = (typeof PRIVATE_CLASSES)[number];

interface PrivateField {
  readonly class: PrivateClass;
  /** What readers get once the value is gone; undefined leaves the field out. */
  readonly gone: unknown;
}

/**
 * The fields that hold words of people. They never enter a sealed segment: the entry holds a commitment in their
 * place, and the value lives in the private store until its class's time is over or its buyer is erased. A new kind of event with words in it
 * needs a line here.
 */
const PRIVATE_FIELDS: { readonly [K in ChatEvent['kind']]?: Readonly<Record<string, PrivateField>> } = {
  'message-seen': { text: { class: 'text', gone: undefined }, raw: { class: 'raw', gone: undefined } },
  'case-changed': { fields: { class: 'case', gone: {} } },
  'case-closed': { outcome: { class: 'case', gone: '' } },
  'case-noted': { text: { class: 'case', gone: '' } },
  'case-contacted': { result: { class: 'case', gone: '' } },
  'case-attached': { name: { class: 'case', gone: '' }, where: { class: 'case', gone: '' } },
  'promise-made': { words: { class: 'text', gone: undefined } },
  'follow-up-set': { note: { class: 'case', gone: undefined } },
  'checklist-ticked': { found: { class: 'case', gone: undefined } },
};

/** Values by field name. */
export type Values = Readonly<Record<string, unknown>>;

/** An event as the chain holds it: private fields replaced by commitments (40 hex digits each). */
export type Entry = Readonly<Record<string, unknown>> & {
  readonly sealed?: Readonly<Record<string, string>>;
};

export const classOf = (kind: ChatEvent['kind'], field: string): PrivateClass | null =>
  PRIVATE_FIELDS[kind]?.[field]?.class ?? null;

/** The private values that an event holds; null for most events. */
export function privateOf(event: Pick<ChatEvent, 'kind'>): Values | null {
  const fields = PRIVATE_FIELDS[event.kind];
  if (!fields) return null;
  let held: Record<string, unknown> | null = null;
  for (const field in fields)
    if (Object.hasOwn(event, field)) {
      held ??= {};
      held[field] = (event as Record<string, unknown>)[field];
    }
  return held;
}

/**
 * HMAC-SHA-256(key, event id ‖ field ‖ value), cut to 20 bytes, as hex. Without the key nobody can try values until one fits; the
 * key goes with the values.
 */
export function commitment(key: Uint8Array, id: string, field: string, value: unknown): string {
  const taken = keys.get(key) ?? hmacKey(key);
  keys.set(key, taken);
  return bytesToHex(hmac(taken, passingUtf8(JSON.stringify([id, field, canonical(value)])))).slice(0, 40);
}

/** A conversation's key serves for many values. */
const keys = new WeakMap<Uint8Array, HmacKey>();

/** The entry of an event whose private values have these commitments. */
export function entryOf(event: ChatEvent, sealed: Readonly<Record<string, string>> | null): Entry {
  const all = event as unknown as Entry;
  if (!sealed) return all;
  const open: Record<string, unknown> = {};
  for (const field in all) if (!Object.hasOwn(sealed, field)) open[field] = all[field];
  open.sealed = sealed;
  return open;
}

/** The event of an entry, with the values that are still held; what is gone reads as nothing. */
export function eventOf(entry: Entry, values: Values | null): ChatEvent {
  const { sealed, ...open } = entry;
  if (!sealed) return open as unknown as ChatEvent;
  const fields = PRIVATE_FIELDS[open.kind as ChatEvent['kind']];
  const back: Record<string, unknown> = {};
  for (const field of Object.keys(sealed)) {
    const value = values && Object.hasOwn(values, field) ? values[field] : fields?.[field]?.gone;
    if (value !== undefined) back[field] = value;
  }
  return { ...open, ...back } as unknown as ChatEvent;
}

/** Where a value's key is kept: one for each conversation and class, so that erasing a buyer takes keys and values. */
export const keyName = (
  event: { readonly id: string; readonly conversation?: string },
  kept: PrivateClass,
): [string, PrivateClass] => [event.conversation ?? '', kept];
