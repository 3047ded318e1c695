import type { MetricProfile } from '../profile.ts';
import { clockTime, dayEnd, dayNumber, timeOfDay, weekday, zoneOf } from './zone.ts';

/** What a profile says of local time. */
export interface Calendar {
  /** Whether units that began then count. */
  inHours(at: number): boolean;
  /** Number of the profile's day; one day for all where it knows no days. */
  dayOf(at: number): number;
  /** The last moment at which a unit begun then is answered in time. */
  deadline(start: number): number;
}

const DAY = 86_400_000;
const SATURDAY = 5;

/** Reads hours, days and deadlines of a profile. @throws {RangeError} for an unknown time zone */
export function calendarOf(profile: MetricProfile): Calendar {
  const zone = zoneOf(profile.timeZone);
  const { hours, dayBoundary, mondayDeadline } = profile;
  const from = clockTime(hours?.from ?? '00:00');
  const to = clockTime(hours?.to ?? '24:00');
  const boundary = clockTime(dayBoundary?.at ?? '00:00');
  const dayOf = (at: number) => dayNumber(zone.local(at), boundary);

  const weekendDeadline = (start: number): number | null => {
    if (mondayDeadline === undefined) return null;
    const local = zone.local(start);
    const day = weekday(local);
    if (day < SATURDAY) return null;
    return zone.instant(local - timeOfDay(local) + (7 - day) * DAY + clockTime(mondayDeadline));
  };

  return {
    inHours: (at) => {
      if (!hours) return true;
      const time = timeOfDay(zone.local(at));
      return from <= time && time < to;
    },
    dayOf: dayBoundary ? dayOf : () => 0,
    deadline: (start) => {
      if (profile.unit === 'buyer-day' && dayBoundary) {
        const end = zone.instant(dayEnd(dayOf(start), boundary));
        // Without grace the first moment of the next day is too late.
        return dayBoundary.graceSeconds === 0 ? end - 1 : end + dayBoundary.graceSeconds * 1000;
      }
      return weekendDeadline(start) ?? start + profile.targetSeconds * 1000;
    },
  };
}
