import {
  type DayAsk,
  type DayFigures,
  dayFigures,
  LOOK_AHEAD_MS,
  LOOK_BACK_MS,
} from '../../core/figures/day.ts';
import { dayOf, daySpan } from '../../core/figures/days.ts';
import { readChain } from '../log/chain.ts';
import type { LogDb } from '../log/db.ts';
import { eventsOf } from '../log/read.ts';
import type { DayRow, DeskDb, Tick } from './db.ts';

/** What a kept day answers: the same question only. */
const keyOf = (day: string, { person, profiles, general }: DayAsk): string =>
  JSON.stringify([day, person, general.id, profiles.map(({ profile, consoles }) => [profile.id, consoles])]);

export interface Day {
  readonly day: string;
  readonly figures: DayFigures;
  readonly ticks: readonly Tick[];
  /** The log's last entry when it was counted. */
  readonly upTo: number;
}

/** A local day, counted from the log. */
export async function countDay(log: LogDb, day: string, ask: DayAsk): Promise<Day> {
  const span = daySpan(day, ask.timeZone);
  // Before the events: what comes meanwhile is counted again rather than missed.
  const upTo = (await readChain(log))?.n ?? 0;
  // Figures need no words, and what is not opened costs nothing.
  const events = await eventsOf(log, {
    from: span.from - LOOK_BACK_MS,
    to: span.to + LOOK_AHEAD_MS,
    withoutValues: true,
  });
  const ticks = events.flatMap((event): Tick[] => {
    if (event.kind !== 'checklist-ticked' || dayOf(event.at, ask.timeZone) !== day) return [];
    const { list, run, item, done } = event;
    return [{ list, run, item, done }];
  });
  return { day, figures: dayFigures(events, ask, span), ticks, upTo };
}

/** A day as it was last counted, or null. Of a day that goes on it may lack the latest. */
export async function keptDay(desk: DeskDb, day: string, ask: DayAsk): Promise<Day | null> {
  return (await desk.days.get(keyOf(day, ask))) ?? null;
}

/** Local days, each counted from the log unless it is kept; today's is counted unless nothing came since. */
export async function readDays(
  log: LogDb,
  desk: DeskDb,
  days: readonly string[],
  ask: DayAsk,
  now: number,
): Promise<Day[]> {
  const [rows, chain] = await Promise.all([
    desk.days.bulkGet(days.map((day) => keyOf(day, ask))),
    readChain(log),
  ]);
  const known = new Map(rows.flatMap((row) => (row ? [[row.day, row] as const] : [])));
  const today = dayOf(now, ask.timeZone);
  const found: Day[] = [];
  for (const day of days) {
    const kept = known.get(day);
    const holds = kept && (day !== today || kept.upTo === chain?.n);
    found.push(holds ? kept : await countDay(log, day, ask));
  }
  return found;
}

/** Keeps what was counted. */
export async function keepDays(desk: DeskDb, days: readonly Day[], ask: DayAsk): Promise<void> {
  desk.assertWritable();
  await desk.days.bulkPut(
    days.map(
      ({ day, figures, ticks, upTo }): DayRow => ({ key: keyOf(day, ask), day, figures, ticks, upTo }),
    ),
  );
}
