import { timeOfDay, weekday, zoneOf } from '../clock/zone.ts';
import type { Limit } from './flow.ts';

const DAY = 86_400_000;
const SATURDAY = 5;

/**
 * The last moment within a limit that runs from `from` (epoch milliseconds). N working days end at the midnight that
 * closes the N-th Monday-to-Friday after the day of `from`; public holidays are not known.
 */
export function limitEnd(from: number, limit: Limit, timeZone: string): number {
  if ('minutes' in limit) return from + limit.minutes * 60_000;
  const zone = zoneOf(timeZone);
  const local = zone.local(from);
  let day = local - timeOfDay(local);
  for (let left = limit.workdays; left > 0; ) {
    day += DAY;
    if (weekday(day) < SATURDAY) left -= 1;
  }
  return zone.instant(day + DAY);
}
