import { z } from 'zod';
import type { Category, Fold, Rule } from './rule.ts';
import { FOLDS } from './screen/folds.ts';

const CATEGORIES = [
  'taboo',
  'diversion',
  'review',
  'absolute',
  'promise',
  'pii',
  'abuse',
  'spam',
  'payment',
  'efficacy',
  'refund',
  'non-answer',
  'language',
] as const satisfies readonly Category[];

const text = z.string().trim().min(1);
const phrases = z.array(text).min(1);

/** The engine tells so many conditions of one rule apart (meaning.ts). */
const MOST_CONDITIONS = 16;

/** A rule as a pack holds it; for receivers (background, CLI, workshop), never for the content script. */
const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  kind: z.enum(['phrase', 'substitution', 'required', 'pii', 'repeat', 'promise', 'non-answer']),
  category: z.enum(CATEGORIES),
  level: z.enum(['hint', 'warn', 'block']),
  title: text,
  message: text,
  why: text,
  clause: text.exactOptional(),
  penalty: text.exactOptional(),
  phrases: phrases.exactOptional(),
  shapes: z
    .array(z.enum(['mobile', 'id-card', 'bank-card', 'email', 'account', 'handle']))
    .min(1)
    .exactOptional(),
  near: z
    .array(z.strictObject({ phrases, within: z.number().int().positive() }))
    .min(1)
    .max(7)
    .exactOptional(),
  clues: z
    .strictObject({
      within: z.number().int().positive(),
      enough: z.number().int().positive(),
      signs: z
        .array(z.strictObject({ points: z.number().int().min(-9).max(9), phrases }))
        .min(1)
        .max(MOST_CONDITIONS),
    })
    .exactOptional(),
  unless: phrases.exactOptional(),
  notAfter: phrases.exactOptional(),
  notBefore: phrases.exactOptional(),
  disguised: z.boolean().exactOptional(),
  whole: z.boolean().exactOptional(),
  replacement: text.exactOptional(),
  scope: z
    .strictObject({
      by: z
        .array(z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']))
        .min(1)
        .exactOptional(),
      platforms: phrases.exactOptional(),
      stages: phrases.exactOptional(),
      asked: phrases.exactOptional(),
      exceptNegated: z.boolean().exactOptional(),
      exceptOwnPlatform: z.boolean().exactOptional(),
    })
    .exactOptional(),
  withoutFolds: z.array(z.enum(FOLDS as [Fold, ...Fold[]])).exactOptional(),
  trips: phrases,
  passes: phrases,
  source: text,
  seenOn: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'a month or a day, such as 2026-11'),
  confidence: z.enum(['high', 'medium', 'low']),
});

export const ruleSchema = shape.refine(
  ({ near = [], clues }) => near.length + (clues?.signs.length ?? 0) <= MOST_CONDITIONS,
  { message: `near and clues together: at most ${MOST_CONDITIONS}` },
) satisfies z.ZodType<Rule>;
