import { z } from 'zod';
import type { Rubric } from './rubric.ts';

const name = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const input = z.strictObject({ id, label: name, labelEn: name });
const positive = z.number().positive();

const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), figure: z.enum(['response-seconds', 'response-share']) }),
  z.strictObject({ kind: z.literal('rate'), part: input, whole: input, ifNone: z.number().min(0).max(100) }),
  z.strictObject({ kind: z.literal('count'), count: input }),
]);

const scoring = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('steps'),
    better: z.enum(['lower', 'higher']),
    target: z.number().nonnegative(),
    step: positive,
    deduct: z.number().nonnegative(),
    zeroBeyond: z.number().nonnegative().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('each'), deduct: z.number().nonnegative() }),
]);

/** The shape of a rubric as it comes from a file. */
export const rubricSchema = z
  .strictObject({
    id,
    label: name,
    labelEn: name,
    profile: id,
    criteria: z
      .array(z.strictObject({ id, label: name, labelEn: name, weight: positive, measure, scoring }))
      .min(1),
    source: name,
    seenOn: z.string().regex(/^\d{4}-\d{2}$/),
    note: z.string().exactOptional(),
  })
  .refine(
    ({ criteria }) => new Set(criteria.map((each) => each.id)).size === criteria.length,
    'two criteria of one id',
  ) satisfies z.ZodType<Rubric>;
