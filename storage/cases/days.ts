import { type DayAsk, type DayFigures, dayFigures } from '../../core/figures/day.ts';
import { dayOf, daySpan } from '../../core/figures/days.ts';
import type { LogDb } from '../log/db.ts';
import { eventsBetween } from '../queries.ts';
import type { DeskDb } from './db.ts';

/** What a kept day answers: the same question only. */
const keyOf = (day: string, { person, profiles, general }: DayAsk): string =>
  JSON.stringify([day, person, general.id, profiles.map(({ profile, consoles }) => [profile.id, consoles])]);

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
  const today = dayOf(now, ask.timeZone);
  const found: Day[] = [];
  for (const day of days) {
    const kept = day === today ? undefined : known.get(day);
    if (kept) found.push({ day, figures: kept, fresh: false });
    else {
      const { from, to } = daySpan(day, ask.timeZone);
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
