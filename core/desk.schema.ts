import { z } from 'zod';
import { CHORD } from './chord.ts';
import type { PanelLayout, Settings } from './desk.ts';

/** {@link Settings} wherever they land: from a page, from the database. */
export const settingsSchema = z.strictObject({
  language: z.enum(['auto', 'zh-CN', 'en']),
  salutation: z.string().max(10),
  keepText: z.boolean(),
  keepRaw: z.boolean(),
  holdAt: z.enum(['hint', 'warn', 'block', 'never']),
  waiterKey: z.string().regex(CHORD),
}) satisfies z.ZodType<Settings>;

/** {@link PanelLayout}, in CSS pixels. */
export const layoutSchema = z.strictObject({
  side: z.enum(['right', 'left', 'free']),
  x: z.number(),
  y: z.number(),
  width: z.number().positive().max(2000),
  collapsed: z.boolean(),
}) satisfies z.ZodType<PanelLayout>;
