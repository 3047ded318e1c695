import { z } from 'zod';
import type { Field, FieldType, Form } from './form.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const title = z.string().min(1).max(60);
const max = z.number().int().positive().max(2000);
const option = z.strictObject({ id, title, titleEn: title });

const type = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), max }),
  z.strictObject({ kind: z.literal('personal'), what: z.enum(['name', 'contact', 'address']), max }),
  z.strictObject({ kind: z.literal('code') }),
  z.strictObject({ kind: z.literal('choice'), options: z.array(option).min(2) }),
  z.strictObject({ kind: z.literal('money') }),
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.literal('day') }),
  z.strictObject({ kind: z.literal('moment') }),
]) satisfies z.ZodType<FieldType>;

export const fieldSchema = z.strictObject({ id, title, titleEn: title, type }) satisfies z.ZodType<Field>;

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** A form wherever it comes from: its ids are its own, and what it asks for is among its fields. */
export const formSchema = z
  .strictObject({
    id,
    title,
    titleEn: title,
    categories: z.array(z.string()),
    quick: z.array(id).min(1).max(3),
    complete: z.array(id),
    fields: z.array(fieldSchema).min(1).max(36),
  })
  .refine(({ fields }) => unique(fields.map((field) => field.id)), 'a field stands twice')
  .refine(({ fields }) => unique(fields.map((field) => field.title)), 'two columns have one name')
  .refine(
    ({ fields, quick, complete }) =>
      [...quick, ...complete].every((wanted) => fields.some((field) => field.id === wanted)),
    'asks for a field that it does not have',
  ) satisfies z.ZodType<Form>;
