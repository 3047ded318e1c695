import type { DutySpan } from '../core/clock/timeline.ts';
import { eventSchema } from '../core/event.schema.ts';
import type { ChatEvent } from '../core/event.ts';
import { readIso, readShortEvent, type ShortEvent } from '../core/short-form.ts';
import { BadLine, checked } from './ndjson.ts';

/** A line of `counterside clock`: an event as the log has it, or its short form. */
export type ClockLine =
  | { readonly form: 'log'; readonly event: ChatEvent }
  | { readonly form: 'short'; readonly event: ShortEvent };

const asEvent = checked(eventSchema);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one line; a log event is known by its `bootId`. @throws {BadLine} */
export function readClockLine(value: unknown): ClockLine {
  if (isRecord(value) && 'bootId' in value) return { form: 'log', event: asEvent(value) };
  const reading = readShortEvent(value);
  if (!reading.ok) throw new BadLine(reading.reason);
  return { form: 'short', event: reading.event };
}

/**
 * Reads one line of a shifts file: `{"person"?,"seat"?,"from","to"}`, times as ISO with offset, `to` not included.
 *
 * @throws {BadLine}
 */
export function readShift(value: unknown): DutySpan {
  if (!isRecord(value)) throw new BadLine('not an object');
  const time = (name: 'from' | 'to'): number => {
    const text = value[name];
    const iso = typeof text === 'string' ? readIso(text) : null;
    if (!iso) throw new BadLine(`"${name}": not an ISO 8601 time with offset`);
    return iso.ms;
  };
  const name = (key: 'person' | 'seat'): string | null => {
    const text = value[key] ?? null;
    if (text !== null && typeof text !== 'string') throw new BadLine(`"${key}": not a text`);
    return text;
  };
  const [from, to] = [time('from'), time('to')];
  if (to <= from) throw new BadLine('"to": not after "from"');
  return { shop: null, seat: name('seat'), person: name('person'), from, to };
}
