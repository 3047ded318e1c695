import { rosterSchema } from '../../core/shifts/roster.schema.ts';
import type { Roster } from '../../core/shifts/roster.ts';
import type { DeskDb } from './db.ts';

export const ROSTER = 'roster';

/** The roster that was read in, or null; one that makes no sense is none. */
export async function readRoster(desk: DeskDb): Promise<Roster | null> {
  const read = rosterSchema.safeParse((await desk.values.get(ROSTER))?.value);
  return read.success ? read.data : null;
}

/** Keeps a roster in place of the one before; null forgets it. Kept days knew the other one: they are counted anew. */
export async function saveRoster(desk: DeskDb, roster: Roster | null): Promise<void> {
  desk.assertWritable();
  const value = roster === null ? null : rosterSchema.parse(roster);
  await desk.transaction('rw!', desk.values, desk.days, () =>
    Promise.all([desk.values.put({ key: ROSTER, value }), desk.days.clear()]),
  );
}
