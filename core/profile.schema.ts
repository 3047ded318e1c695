import { z } from 'zod';
import type { MetricProfile } from './profile.ts';

/** The shape of a profile as it comes from a file. Never imported by a content script. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'not a time of day');
const seconds = z.number().positive();

function knownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const profileSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    label: z.string().min(1),
    labelEn: z.string().min(1),
    unit: z.enum(['turn', 'message', 'session', 'conversation', 'buyer-day']),
    startsAt: z.enum(['first-unanswered', 'each-message', 'first-message', 'handover']),
    answeredBy: z.array(z.enum(['agent', 'robot'])).min(1),
    minimumSubstance: z.enum(['any', 'not-greeting', 'substantive']),
    measure: z.enum(['mean', 'share-within', 'share-left']),
    targetSeconds: seconds,
    capSeconds: seconds.exactOptional(),
    unanswered: z.enum(['beside', 'cap', 'missed']),
    timeZone: z.string().refine(knownZone, 'not a time zone'),
    hours: z
      .strictObject({
        from: clockTime,
        to: clockTime,
        judgedBy: z.enum(['unit-start', 'session-start']),
      })
      .refine(({ from, to }) => from < to, 'hours end before they begin')
      .exactOptional(),
    dayBoundary: z.strictObject({ at: clockTime, graceSeconds: z.number().nonnegative() }).exactOptional(),
    sessionGapSeconds: seconds.exactOptional(),
    restartSeconds: seconds.exactOptional(),
    turnsBySeat: z.boolean().exactOptional(),
    mondayDeadline: clockTime.exactOptional(),
    windowDays: z.number().positive().exactOptional(),
    latestQuarterWeight: z.number().min(0).max(1).exactOptional(),
    tooFew: z.strictObject({ units: z.number().int().positive(), value: z.number() }).exactOptional(),
    excludes: z.array(z.enum(['seller-initiated', 'robot-resolved', 'offline'])).exactOptional(),
    goodbyeExempt: z.boolean(),
    source: z.string().min(1),
    seenOn: z.string().regex(/^\d{4}-\d{2}$/),
    confidence: z.enum(['high', 'medium', 'low']),
    note: z.string().exactOptional(),
  })
  .refine(
    ({ unit, dayBoundary }) => unit !== 'buyer-day' || dayBoundary !== undefined,
    'a buyer-day needs a dayBoundary',
  )
  .refine(
    ({ unanswered, capSeconds }) => unanswered !== 'cap' || capSeconds !== undefined,
    'a cap needs capSeconds',
  )
  .refine(
    ({ measure, unanswered }) =>
      measure === 'share-within' ? unanswered !== 'cap' : unanswered !== 'missed',
    'only a share within a time has missed units, and it has no capped ones',
  )
  .refine(
    ({ measure, unanswered, excludes = [] }) =>
      measure !== 'share-left' || (unanswered === 'beside' && !excludes.includes('offline')),
    'what counts left messages leaves none of them out',
  )
  .refine(
    ({ unit, startsAt }) => (unit === 'message') === (startsAt === 'each-message'),
    'each message starts a clock where messages are the unit, and only there',
  ) satisfies z.ZodType<MetricProfile>;
