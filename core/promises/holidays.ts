import { dayNumber, weekday } from '../clock/zone.ts';

const DAY = 86_400_000;

/**
 * Public holidays of mainland China and the weekend days worked in exchange, as the State Council announces them a
 * year ahead (国务院办公厅关于部分节假日安排的通知). `from` to `to`, both inside. A year that is not here has Mondays
 * to Fridays.
 */
const OFF: readonly (readonly [from: string, to: string])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORKED: ReadonlySet<number> = new Set(
  [
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ].map(dayOfDate),
);
const FREE: ReadonlySet<number> = new Set(
  OFF.flatMap(([from, to]) => {
    const first = dayOfDate(from);
    return Array.from({ length: dayOfDate(to) - first + 1 }, (_, at) => first + at);
  }),
);

function dayOfDate(date: string): number {
  return dayNumber(Date.parse(`${date}T00:00:00Z`), 0);
}

/** Whether people work on a day, given by its number since 1970 on the local calendar. */
export function isWorkday(day: number): boolean {
  if (WORKED.has(day)) return true;
  return !FREE.has(day) && weekday(day * DAY) < 5;
}

/** The `count`-th working day after a day; the day itself is not counted. */
export function workdayAfter(day: number, count: number): number {
  let found = day;
  for (let left = count; left > 0; ) {
    found += 1;
    if (isWorkday(found)) left -= 1;
  }
  return found;
}
