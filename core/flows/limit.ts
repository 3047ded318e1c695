import { dayEnd, dayNumber, zoneOf } from '../clock/zone.ts';
import { workdayAfter } from '../promises/holidays.ts';
import type { Limit } from './flow.ts';

/**
 * The last moment within a limit that runs from `from` (epoch milliseconds). N working days end at the midnight that
 * closes the N-th working day after the day of `from`; public holidays and the weekend days worked for them are those
 * of `core/promises/holidays.ts`.
 */
export function limitEnd(from: number, limit: Limit, timeZone: string): number {
  if ('minutes' in limit) return from + limit.minutes * 60_000;
  const zone = zoneOf(timeZone);
  const last = workdayAfter(dayNumber(zone.local(from), 0), limit.workdays);
  return zone.instant(dayEnd(last, 0));
}
