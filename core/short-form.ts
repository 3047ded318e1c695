import type { By } from './event.ts';

/** A chat event in its shortest written form, times as ISO 8601 with an offset. */
export interface ShortEvent {
  readonly conversation: string;
  readonly kind: 'message' | 'transfer' | 'session-start' | 'session-end';
  readonly by: By;
  /** As written. */
  readonly at: string;
  readonly ms: number;
  readonly precision: 'second' | 'minute';
  readonly text?: string;
  readonly id?: string;
  readonly to?: string;
  readonly seat?: string;
  readonly person?: string;
}

export type ShortReading =
  | { readonly ok: true; readonly event: ShortEvent }
  | { readonly ok: false; readonly reason: string };

const SENDERS: readonly unknown[] = ['buyer', 'agent', 'robot', 'system', 'unknown'] satisfies By[];
const KINDS: readonly unknown[] = [
  'message',
  'transfer',
  'session-start',
  'session-end',
] satisfies ShortEvent['kind'][];
const isSender = (value: unknown): value is By => SENDERS.includes(value);
const isKind = (value: unknown): value is ShortEvent['kind'] => KINDS.includes(value);

const TEXTS = ['text', 'id', 'to', 'seat', 'person'] as const;
type Texts = { [name in (typeof TEXTS)[number]]?: string };

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)$/;

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * Milliseconds of an ISO 8601 time with offset, or null for anything else, such as the 30th of February. A time
 * without seconds says its minute and no more.
 */
export function readIso(
  text: string,
): { readonly ms: number; readonly precision: 'second' | 'minute' } | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1, 6).map(Number);
  const second = Number(found[6] ?? 0);
  const zone = offsetMinutes(found[8] ?? 'Z');
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(local);
  const real = back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  if (!real || hour > 23 || minute > 59 || second > 59 || Math.abs(zone) > 24 * 60) return null;
  const fraction = Math.round(Number(`0.${found[7] ?? 0}`) * 1000);
  return { ms: local + fraction - zone * 60_000, precision: found[6] === undefined ? 'minute' : 'second' };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const no = (reason: string): ShortReading => ({ ok: false, reason });

/** The optional texts of a line, or the name of the one that is none. A numbered id is an id. */
function textsOf(record: Record<string, unknown>): Texts | (typeof TEXTS)[number] {
  const texts: Texts = {};
  for (const name of TEXTS) {
    const value = record[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' && !(name === 'id' && typeof value === 'number')) return name;
    texts[name] = String(value);
  }
  return texts;
}

/** Reads one parsed line of the short form; the reason names the field that is wrong. */
export function readShortEvent(value: unknown): ShortReading {
  if (!isRecord(value)) return no('not an object');
  const { conversation, at, by, kind = 'message' } = value;
  if (typeof conversation !== 'string' || conversation === '') return no('"conversation": not a name');
  if (!isKind(kind)) return no(`"kind": not one of ${KINDS.join(', ')}`);
  const sender = by === undefined && kind !== 'message' ? 'system' : by;
  if (!isSender(sender)) return no(`"by": not one of ${SENDERS.join(', ')}`);
  const time = typeof at === 'string' ? readIso(at) : null;
  if (typeof at !== 'string' || !time) return no('"at": not an ISO 8601 time with offset');
  const texts = textsOf(value);
  if (typeof texts === 'string') return no(`"${texts}": not a text`);
  return { ok: true, event: { conversation, kind, by: sender, at, ...time, ...texts } };
}
