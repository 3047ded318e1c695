import { dayNumber, zoneOf } from '../clock/zone.ts';

const DAY = 86_400_000;

const named = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
const numbered = (day: string): number => Date.parse(day) / DAY;

/** `YYYY-MM-DD` on the calendar of a zone. */
export const dayOf = (at: number, timeZone: string): string =>
  named(dayNumber(zoneOf(timeZone).local(at), 0));

/** A day's half-open span of wall time. */
export function daySpan(day: string, timeZone: string): { readonly from: number; readonly to: number } {
  const zone = zoneOf(timeZone);
  const local = Date.parse(day);
  return { from: zone.instant(local), to: zone.instant(local + DAY) };
}

/** The days from one to another, both inside, oldest first. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, numbered(to) - numbered(from) + 1) }, (_, at) =>
    named(numbered(from) + at),
  );

/** The `count` days that end with a day, oldest first. */
export const daysUpTo = (last: string, count: number): string[] =>
  daysFrom(named(numbered(last) - count + 1), last);
