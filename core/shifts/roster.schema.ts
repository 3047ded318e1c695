import { z } from 'zod';
import type { Roster } from './roster.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const person = z.string().trim().min(1).max(60);
const title = z.string().min(1).max(40);
const shiftId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);
const span = { from: clock, to: clock };

export const shiftSchema = z.strictObject({
  id: shiftId,
  title,
  titleEn: title,
  ...span,
  kind: z.enum(['day', 'half-day', 'evening', 'other']),
  pauses: z.array(z.strictObject(span)).max(4),
}) satisfies z.ZodType<Roster['shifts'][number]>;

/** A roster wherever it lands. A year of a team of fifty stays below the caps. */
export const rosterSchema = z
  .strictObject({
    shifts: z.array(shiftSchema).max(20),
    days: z.array(z.strictObject({ person, day, shifts: z.array(shiftId).max(4) })).max(20_000),
    seats: z.array(z.strictObject({ person, seat: person, from: day })).max(500),
  })
  .refine(
    ({ shifts, days }) =>
      days.every((one) => one.shifts.every((id) => shifts.some((shift) => shift.id === id))),
    'a day names a shift that there is not',
  ) satisfies z.ZodType<Roster>;
