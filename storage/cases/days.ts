import { type DayAsk, type DayFigures, dayFigures } from '../../core/figures/day.ts';
import type { LogDb } from '../log/db.ts';
import { eventsBetween } from '../queries.ts';
import type { DeskDb } from './db.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** `YYYY-MM-DD` on this machine's calendar. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A local day's half-open span of wall time. */
export function daySpan(day: string): { readonly from: number; readonly to: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return {
    from: new Date(year, month - 1, date).getTime(),
    to: new Date(year, month - 1, date + 1).getTime(),
  };
}

/** The local days from one to another, both inside, oldest first. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = daySpan(from).from; localDay(at) <= to; at = daySpan(localDay(at)).to)
    days.push(localDay(at));
  return days;
}

/** The `count` local days that end with the day of `now`, oldest first. */
export function lastDays(now: number, count: number): string[] {
  const date = new Date(now);
  const first = new Date(date.getFullYear(), date.getMonth(), date.getDate() - count + 1);
  return daysFrom(localDay(first.getTime()), localDay(now));
}

/** What a kept day answers: the same question only. */
const keyOf = (day: string, { person, profiles, general }: DayAsk): string =>
  JSON.stringify([day, person, general.id, profiles.map(({ id }) => id)]);

export interface Day {
  readonly day: string;
  readonly figures: DayFigures;
  /** Whether it was just counted, so that its writer may keep it. */
  readonly fresh: boolean;
}

/** The figures of local days, each counted from the log unless it is kept. Today's are always counted. */
export async function readDays(
  log: LogDb,
  desk: DeskDb,
  days: readonly string[],
  ask: DayAsk,
  now: number,
): Promise<Day[]> {
  const rows = await desk.days.bulkGet(days.map((day) => keyOf(day, ask)));
  const known = new Map(rows.flatMap((row) => (row ? [[row.day, row.figures] as const] : [])));
  const today = localDay(now);
  const found: Day[] = [];
  for (const day of days) {
    const kept = day === today ? undefined : known.get(day);
    if (kept) found.push({ day, figures: kept, fresh: false });
    else {
      const { from, to } = daySpan(day);
      found.push({ day, figures: dayFigures(await eventsBetween(log, from, to), ask), fresh: day !== today });
    }
  }
  return found;
}

/** Keeps what was just counted of days that are over. */
export async function keepDays(desk: DeskDb, days: readonly Day[], ask: DayAsk): Promise<void> {
  desk.assertWritable();
  await desk.days.bulkPut(
    days.flatMap(({ day, figures, fresh }) => (fresh ? [{ key: keyOf(day, ask), day, figures }] : [])),
  );
}
