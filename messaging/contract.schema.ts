import { z } from 'zod';
import type { PanelLayout, Settings } from '../core/desk.ts';
import { observationSchema, placeSchema } from '../core/event.schema.ts';
import type { Call, Calls } from './contract.ts';

/** What each call may ask, checked where it lands: strict and capped, since a page's script may have forged it. */

const console = z.string().min(1).max(60);
const short = z.string().max(200);
const text = z.string().max(20_000);
/** One question carries at most this many observations, as the outbox sends them. */
const MAX_OBSERVATIONS = 200;

const layout = z.strictObject({
  side: z.enum(['right', 'left', 'free']),
  x: z.number(),
  y: z.number(),
  width: z.number().positive().max(2000),
  collapsed: z.boolean(),
}) satisfies z.ZodType<PanelLayout>;

const settings = z.strictObject({
  language: z.enum(['auto', 'zh-CN', 'en']).exactOptional(),
  salutation: z.string().max(10).exactOptional(),
  keepText: z.boolean().exactOptional(),
  holdAt: z.enum(['hint', 'warn', 'block', 'never']).exactOptional(),
}) satisfies z.ZodType<Partial<Settings>>;

export const asks = {
  hello: z.strictObject({ console }),
  append: z.strictObject({ observations: z.array(observationSchema).max(MAX_OBSERVATIONS) }),
  'panel.load': z.null(),
  suggest: z.strictObject({
    place: placeSchema,
    turns: z
      .array(z.strictObject({ by: z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']), text }))
      .max(200),
    query: short.exactOptional(),
    slots: z.record(z.string().max(60), text),
    sent: z.array(text).max(500),
  }),
  'layout.save': z.strictObject({ console, layout }),
  today: z.strictObject({ console }),
  'case.find': z.strictObject({ place: placeSchema, conversation: z.string().min(1).max(400) }),
  'rule.quiet': z.strictObject({ place: placeSchema, rule: z.string().min(1).max(120), quiet: z.boolean() }),
  'page.open': z.strictObject({ page: z.enum(['desk', 'supervisor', 'options']) }),
  'settings.save': settings,
  'person.set': z.strictObject({ person: z.string().trim().min(1).max(60).nullable() }),
} satisfies { [C in Call]: z.ZodType<Calls[C]['ask']> };

export const isCall = (name: unknown): name is Call => typeof name === 'string' && Object.hasOwn(asks, name);
