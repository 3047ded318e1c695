import { zoneOf } from '../core/clock/zone.ts';

const MINUTE = 60_000;

/** An instant as ISO 8601 with the offset of a zone: 2026-10-01T10:10:15+08:00; milliseconds where there are any. */
export function isoIn(at: number, timeZone: string): string {
  return isoAt(at, zoneOf(timeZone).local(at) - at);
}

/** The same with an offset from UTC in milliseconds. */
export function isoAt(at: number, offsetMs: number): string {
  const text = new Date(at + offsetMs).toISOString().slice(0, -1);
  const offset = Math.round(offsetMs / MINUTE);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const pair = (n: number) => String(n).padStart(2, '0');
  return `${text.replace(/\.000$/, '')}${offset < 0 ? '-' : '+'}${pair(hours)}:${pair(minutes)}`;
}
