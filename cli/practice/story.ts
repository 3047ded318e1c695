import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const CHATS = join(import.meta.dirname, '../../seeds/chats');
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** `1h2m`, `90s`, `400ms` in milliseconds; null for anything else. */
export function milliseconds(text: string): number | null {
  if (!/^(\d+(ms|h|m|s))+$/.test(text)) return null;
  return [...text.matchAll(/(\d+)(ms|h|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS],
    0,
  );
}

const duration = z.string().transform((text, context) => {
  const value = milliseconds(text);
  if (value === null) context.addIssue(`not a duration such as 90s or 1h2m: ${text}`);
  return value ?? 0;
});
const span = z.tuple([duration, duration]);

/** What a message holds: words, a picture (its label), a product card or an order card (its number). */
export const content = z.union([
  z.strictObject({ text: z.string().min(1) }),
  z.strictObject({ image: z.string().min(1) }),
  z.strictObject({ item: z.strictObject({ id: z.string(), title: z.string(), price: z.string() }) }),
  z.strictObject({ order: z.string() }),
]);

const line = z.strictObject({
  by: z.enum(['buyer', 'agent', 'robot', 'system']).default('buyer'),
  /** How the console draws it, for robot and system rows: see `variant` of a practice message. */
  variant: z.string().default(''),
  say: content,
});

const answer = z.strictObject({
  /** The agent's message holds one of these; no words: any message that no other answer fits. */
  when: z.array(z.string().min(1)).default([]),
  within: span.default([3_000, 6_000]),
  say: z.array(content).min(1),
});

const buyer = z.strictObject({
  uid: z.string().regex(/^[\w-]+$/),
  name: z.string(),
  order: z.string().nullable().default(null),
  item: z.strictObject({ id: z.string(), title: z.string(), price: z.string() }).nullable().default(null),
  /** What was said before the console opened, oldest first. */
  history: z.array(line.extend({ ago: duration })).default([]),
  /** What the buyer writes by itself, counted from the start of the play. */
  writes: z.array(line.extend({ after: duration })).default([]),
  /** What the buyer answers to the agent; each answer is used once, in this order. */
  answers: z.array(answer).default([]),
});

const story = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  /** An adapter's id, or `any`: then every console can play it. */
  console: z.string().regex(/^[a-z-]+$/),
  shop: z.string(),
  seat: z.string(),
  /** Seeds every random choice: the same seed plays the same story. */
  seed: z.number().int(),
  /** The conversation that is open when the page loads. */
  opens: z.string().nullable(),
  /** Quiet old conversations that only fill the list. */
  crowd: z.number().int().min(0).default(0),
  buyers: z.array(buyer),
});

export type Story = z.infer<typeof story>;
export type Buyer = Story['buyers'][number];
export type Content = z.infer<typeof content>;

/** Reads one seeded story; throws with the file and the place of what is wrong. */
export function parseStory(text: string, name: string): Story {
  const result = story.safeParse(parse(text));
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${name}: ${wrong.join('; ')}`);
}

/** The stories under seeds/chats that a console can play, by name. */
export function readStories(console: string): ReadonlyMap<string, Story> {
  const files = readdirSync(CHATS).filter((name) => name.endsWith('.yml'));
  const stories = files.sort().map((file) => parseStory(readFileSync(join(CHATS, file), 'utf8'), file));
  const own = stories.filter((one) => one.console === console || one.console === 'any');
  return new Map(own.map((one) => [one.name, { ...one, console }]));
}
