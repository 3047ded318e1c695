import { z } from 'zod';
import { adapterSchema } from '../core/adapter.schema.ts';
import { layoutSchema, settingsSchema } from '../core/desk.schema.ts';
import { deskDoingSchema, observationSchema, placeSchema } from '../core/event.schema.ts';
import { rosterSchema } from '../core/shifts/roster.schema.ts';
import { CONSENTS } from '../scripts-library/pack-issue.ts';
import { PACK_LIMITS } from '../scripts-library/pack-limits.ts';
import { type Call, type Calls, PANEL_PARTS } from './contract.ts';
import { MAX_LEFT } from './left-behind.ts';

/** What each call may ask, checked where it lands: strict and capped, since a page's script may have forged it. */

const console = z.string().min(1).max(60);
const part = z.enum(PANEL_PARTS);
const short = z.string().max(200);
const text = z.string().max(20_000);
const conversation = z.string().min(1).max(400);
const conversationOf = z.strictObject({ place: placeSchema, conversation });
const turns = z
  .array(z.strictObject({ by: z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']), text }))
  .max(200);
/** One question carries at most this many observations, as the outbox sends them. */
const MAX_OBSERVATIONS = 500;

export const asks = {
  'adapter.mine': z.null(),
  'adapter.save': z.strictObject({ adapter: adapterSchema }),
  'adapter.drop': z.strictObject({ id: console }),
  'chat.look': z.null(),
  'chat.point': z.strictObject({ tab: z.number().int().nullable() }),
  'health.tell': z.strictObject({ health: z.enum(['fine', 'broken']) }),
  begin: z.strictObject({
    console,
    boot: z.string().regex(/^[0-9a-f]{16}$/),
    bring: z.array(part).max(PANEL_PARTS.length),
  }),
  hello: z.strictObject({ console }),
  append: z.strictObject({ observations: z.array(observationSchema).max(MAX_OBSERVATIONS) }),
  'left.take': z.strictObject({ left: z.array(z.string().max(MAX_LEFT)).max(20) }),
  'part.load': z.strictObject({ part }),
  suggest: z.strictObject({
    place: placeSchema,
    turns,
    query: short.exactOptional(),
    slots: z.record(z.string().max(60), text),
    sent: z.array(text).max(500),
  }),
  'proposal.keep': z.strictObject({
    id: z.string().min(1).max(100),
    home: conversationOf,
    asked: z.string().max(400),
    text: z.string().min(1).max(4_000),
  }),
  'proposal.drop': z.strictObject({ id: z.string().min(1).max(100), home: conversationOf.nullable() }),
  'proposal.restore': z.strictObject({
    row: z.strictObject({
      id: z.string().min(1).max(100),
      at: z.number().int().nonnegative(),
      console,
      person: short.nullable(),
      conversation: z.string().max(200),
      asked: z.string().max(1_000),
      text: z.string().min(1).max(8_000),
    }),
  }),
  'layout.save': z.strictObject({ console, layout: layoutSchema }),
  today: z.strictObject({ console }),
  'desk.catalogue': z.null(),
  'desk.card': z.strictObject({ place: placeSchema, conversation }),
  'desk.act': z.strictObject({
    id: z.string().min(1).max(100),
    home: z.strictObject({ place: placeSchema, conversation, buyer: short.nullable() }).nullable(),
    // A case that is taken over comes in one act, with all of its notes and follow-ups.
    acts: z.array(deskDoingSchema).min(1).max(128),
  }),
  'case.suggest': z.strictObject({ place: placeSchema, turns }),
  'buyer.save': z.strictObject({
    place: placeSchema,
    conversation,
    tags: z.array(z.string().trim().min(1).max(20)).max(12),
    note: z.string().max(1000),
  }),
  'desk.days': z.strictObject({
    days: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(400),
    person: short.nullable(),
  }),
  'checklist.tick': z.strictObject({
    id: z.string().min(1).max(100),
    list: z.string().min(1).max(60),
    run: z.string().min(1).max(100),
    item: z.string().min(1).max(60),
    done: z.boolean(),
    found: z.string().max(2000),
  }),
  'roster.save': z.strictObject({ roster: rosterSchema.nullable() }),
  'turn.judge': z.strictObject({
    place: placeSchema,
    replies: z.array(z.string().max(4_000)).min(1).max(60),
    earlier: z.array(z.string().max(4_000)).max(60),
    welcomed: z.boolean(),
  }),
  'rule.quiet': z.strictObject({ place: placeSchema, rule: z.string().min(1).max(120), quiet: z.boolean() }),
  'packs.install': z.strictObject({
    file: z.string().max(PACK_LIMITS.bytes),
    consents: z.array(z.enum(CONSENTS)).max(CONSENTS.length),
  }),
  'packs.use': z.strictObject({ pack: z.string().max(64), hash: z.string().max(64) }),
  'packs.remove': z.strictObject({ pack: z.string().max(64) }),
  'packs.item': z.strictObject({ pack: z.string().max(64), item: z.string().max(120), on: z.boolean() }),
  'page.open': z.strictObject({ page: z.enum(['desk', 'manual', 'supervisor', 'options']) }),
  'log.seal': z.null(),
  'loss.read': z.null(),
  'buyer.erase': z.strictObject({ buyer: z.string().trim().min(1).max(200) }),
  'settings.save': settingsSchema.partial(),
  'person.set': z.strictObject({ person: z.string().trim().min(1).max(60).nullable() }),
} satisfies { [C in Call]: z.ZodType<Calls[C]['ask']> };

export const isCall = (name: unknown): name is Call => typeof name === 'string' && Object.hasOwn(asks, name);
