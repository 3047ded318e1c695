import { z } from 'zod';
import { HAND_OVER_FORMAT, HAND_OVER_LIMITS, type HandedFlow, type HandOver } from './hand-over.ts';

z.config({ jitless: true });

/** The last moment that a `Date` can show. */
const moment = z.number().int().nonnegative().max(8_640_000_000_000_000);
const id = z.string().min(1).max(120);
const name = z.string().max(200);
const note = z.string().max(HAND_OVER_LIMITS.note);

const flow = z.strictObject({
  flow: id,
  variant: id.nullable(),
  title: name,
  startedAt: moment,
  done: z
    .array(
      z.strictObject({ node: id, title: name, at: moment, person: name.nullable(), choice: id.nullable() }),
    )
    .max(HAND_OVER_LIMITS.nodes),
  next: z.strictObject({ node: id, title: name, due: moment.nullable() }).nullable(),
}) satisfies z.ZodType<HandedFlow>;

/** {@link HandOver} as somebody else's file brings it. Strict: an unknown field is an error. */
export const handOverSchema = z.strictObject({
  format: z.literal(HAND_OVER_FORMAT),
  hand: id,
  at: moment,
  from: name,
  to: name,
  case: z.strictObject({
    id,
    conversation: id,
    category: id,
    urgency: z.enum(['normal', 'urgent']),
    status: z.enum(['open', 'late']),
    owner: name.nullable(),
    openedAt: moment,
    form: id.nullable(),
    fields: z
      .record(z.string().min(1).max(60), z.string().min(1).max(2000))
      .refine((all) => Object.keys(all).length <= 38),
  }),
  flow: flow.nullable(),
  followUps: z
    .array(
      z.strictObject({
        what: z.enum(['payment', 'callback', 'satisfaction', 'reply', 'other', 'promise']),
        due: moment.nullable(),
        note,
      }),
    )
    .max(HAND_OVER_LIMITS.followUps),
  notes: z
    .array(z.strictObject({ at: moment, person: name.nullable(), text: note }))
    .max(HAND_OVER_LIMITS.notes),
}) satisfies z.ZodType<HandOver>;
