import { z } from 'zod';
import type { DeskDoing } from './desk.ts';
import type {
  ChatEvent,
  ConversationAct,
  DeskAct,
  FindingFact,
  MessageFact,
  MessageSighting,
  Observation,
  Place,
  ResumedFlow,
  SentAt,
} from './event.ts';
import { HAND_OVER_LIMITS } from './hand-over.ts';

/**
 * The same shapes as `event.ts` for whoever receives them from outside: the background and the readers of log
 * files. Never imported by a content script. Strict: an unknown field is an error. Sizes are capped so that one
 * observation stays far below the 64 KiB at which a browser moves a record to a file of its own.
 */

// Trusted Types forbid `Function`, which zod would otherwise try for speed.
z.config({ jitless: true });

const id = z.string().min(1).max(120);
const name = z.string().max(200);
const key = z.string().min(1).max(400);
const wall = z.number().int().nonnegative();
const mono = z.number().nonnegative();
const count = z.number().int().nonnegative();
/** A console message is far shorter; the store keeps at most `MAX_TEXT` units of it. */
const rawText = z.string().max(20_000);

const level = z.enum(['hint', 'warn', 'block']);
const by = z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']);
const content = z.enum(['text', 'image', 'video', 'voice', 'file', 'product', 'order', 'notice', 'other']);
const seen = z.enum(['live', 'backfill']);

export const placeSchema = z.strictObject({
  console: name,
  shop: name,
  seat: name,
}) satisfies z.ZodType<Place>;

const sentAt = z.union([
  z.strictObject({ precision: z.enum(['second', 'minute']), source: z.enum(['page', 'id']), at: wall }),
  z.strictObject({ precision: z.literal('none'), source: z.literal('observed') }),
]) satisfies z.ZodType<SentAt>;

const finding = z.strictObject({
  rule: id,
  category: id,
  level,
  start: count,
  end: count,
  folds: z.array(id).max(32),
}) satisfies z.ZodType<FindingFact>;

const signals = z.strictObject({
  chars: count,
  class: z.enum(['substantive', 'greeting', 'holding', 'goodbye', 'thanks', 'non-text']),
  greets: z.boolean(),
  closes: z.boolean(),
  script: id.exactOptional(),
  packHash: name,
  signalsVersion: count,
});

const note = z.string().max(2000);
const rules = z.array(id).max(100);
const fields = z
  .record(z.string().max(60), z.string().max(2000))
  .refine((all) => Object.keys(all).length <= 40);

const resumed = z.strictObject({
  startedAt: wall,
  done: z
    .record(id, z.strictObject({ at: wall, choice: id.nullable() }))
    .refine((all) => Object.keys(all).length <= HAND_OVER_LIMITS.nodes),
}) satisfies z.ZodType<ResumedFlow>;

/** A union's members as bare shapes, so that each can be joined with a stamp. */
const conversationActs = {
  'list-seen': { unread: count.nullable(), rowTime: sentAt },
  'conversation-opened': {},
  'conversation-closed': {},
  'conversation-transferred': { to: name.nullable() },
  'finding-raised': { draft: id, finding },
  'finding-fixed': { draft: id, rule: id },
  'finding-overridden': {
    draft: id,
    rule: id,
    reason: z.enum(['false-alarm', 'quoting-buyer', 'platform-allows', 'supervisor-agreed', 'other']),
  },
  'finding-dismissed': { draft: id, rule: id, scope: z.enum(['once', 'conversation', 'shop', 'trainer']) },
  'finding-restored': { draft: id, rule: id },
  'send-held': { draft: id, rules },
  'send-released': { draft: id, outcome: z.enum(['overridden', 'edited', 'abandoned']) },
  'suggestion-shown': { scripts: z.array(id).max(20) },
  'suggestion-inserted': { script: id },
  'suggestion-sent': { script: id, editDistance: count },
  'case-opened': { case: id, category: name, suggested: name.exactOptional() },
  'case-changed': { case: id, fields },
  'case-closed': { case: id, outcome: name },
  'case-reopened': { case: id },
  'case-merged': { case: id, into: id },
  'case-noted': { case: id, text: note },
  'case-contacted': {
    case: id,
    channel: z.enum(['phone', 'sms', 'mail', 'social', 'chat']),
    when: wall,
    result: note,
  },
  'case-attached': { case: id, name, where: z.string().max(500) },
  'case-flow': { case: id, flow: id, variant: id.nullable(), resumed: resumed.exactOptional() },
  'case-node': { case: id, node: id, done: z.boolean(), choice: id.nullable() },
  'case-node-late': { case: id, node: id, due: wall },
  'case-escalated': { case: id, rule: id, to: name },
  'case-handed': { case: id, hand: id, to: name },
  'case-taken': { case: id, hand: id, from: name },
  'promise-made': { promise: id, message: id, due: wall.nullable(), words: note.exactOptional() },
  'promise-kept': { promise: id },
  'promise-missed': { promise: id, due: wall },
  'follow-up-set': {
    followUp: id,
    what: z.enum(['payment', 'callback', 'satisfaction', 'reply', 'other']),
    due: wall,
    case: id.nullable(),
    note: note.exactOptional(),
  },
  'follow-up-moved': { followUp: id, due: wall },
  'follow-up-done': { followUp: id, outcome: z.enum(['done', 'dropped', 'lapsed']) },
  'follow-up-missed': { followUp: id, due: wall },
} satisfies { [K in ConversationAct['kind']]: ShapeOf<Extract<ConversationAct, { kind: K }>> };

const deskActs = {
  'agent-on': {},
  'agent-off': {},
  'agent-away': {},
  'notice-read': { notice: id },
  'checklist-ticked': { list: id, run: id, item: id, done: z.boolean(), found: note.exactOptional() },
  'adapter-healthy': {},
  'adapter-broken': { missing: z.array(name).max(40) },
  'clock-jumped': { byMs: z.number() },
  'log-exported': {
    recipient: name,
    events: count,
    purpose: name.exactOptional(),
    words: z.enum(['redacted', 'full']).exactOptional(),
  },
  'loss-found': { lost: count },
  'log-restored': { log: id, entries: count, head: z.string().regex(/^[0-9a-f]{64}$/) },
  'values-erased': { reason: z.enum(['expired', 'buyer']), values: count, through: count },
} satisfies { [K in DeskAct['kind']]: ShapeOf<Extract<DeskAct, { kind: K }>> };

const DOINGS: ReadonlySet<DeskDoing['kind']> = new Set([
  'case-opened',
  'case-changed',
  'case-closed',
  'case-reopened',
  'case-merged',
  'case-noted',
  'case-contacted',
  'case-attached',
  'case-flow',
  'case-node',
  'case-handed',
  'case-taken',
  'follow-up-set',
  'follow-up-moved',
  'follow-up-done',
  'promise-kept',
]);

type ShapeOf<T> = { [P in Exclude<keyof T, 'kind'>]: z.ZodType<T[P]> };

const stamp = { id, at: wall, mono, bootId: id, place: placeSchema };
const messageKey = z.strictObject({ source: z.enum(['platform', 'fingerprint']), value: key });

type Member = z.ZodObject;

function members(acts: Readonly<Record<string, z.ZodRawShape>>, common: z.ZodRawShape): Member[] {
  return Object.entries(acts).map(([kind, shape]) =>
    z.strictObject({ ...common, kind: z.literal(kind), ...shape }),
  );
}

/** One schema a kind, chosen by `kind` alone, so that an error names the field and not every other member. */
function unionOf<T>(all: readonly Member[]): z.ZodType<T> {
  return z.discriminatedUnion('kind', all as [Member, ...Member[]]) as unknown as z.ZodType<T>;
}

const sighting = {
  key: messageKey,
  by,
  content,
  text: rawText,
  seen,
  sentAt,
} satisfies ShapeOf<MessageSighting>;
const raw = { ...stamp, conversation: key, buyer: name.nullable() };

/** What a content script or a page may report, in raw values. */
export const observationSchema = unionOf<Observation>([
  z.strictObject({ ...raw, kind: z.literal('message-seen'), ...sighting }),
  z.strictObject({ ...raw, kind: z.literal('message-recalled'), key: messageKey }),
  ...members(conversationActs, raw),
  ...members(deskActs, stamp),
]);

/** {@link DeskDoing} of `desk.ts`: what an agent may ask to be kept about cases and follow-ups. */
export const deskDoingSchema = unionOf<DeskDoing>(
  members(
    Object.fromEntries(
      Object.entries(conversationActs).filter(([kind]) => DOINGS.has(kind as DeskDoing['kind'])),
    ),
    {},
  ),
);

const logged = { ...stamp, seq: count, person: name.nullable() };
const inConversation = { ...logged, conversation: id };

const messageFact = {
  by,
  content,
  seen,
  sentAt,
  signals,
  findings: z.array(finding).max(200),
  text: rawText.exactOptional(),
  raw: rawText.exactOptional(),
} satisfies ShapeOf<MessageFact>;

/** What the log holds. */
export const eventSchema = unionOf<ChatEvent>([
  z.strictObject({ ...inConversation, kind: z.literal('message-seen'), ...messageFact }),
  z.strictObject({ ...inConversation, kind: z.literal('message-recalled'), message: id }),
  ...members(conversationActs, inConversation),
  ...members(deskActs, logged),
]);

const KINDS: ReadonlySet<string> = new Set([
  'message-seen',
  'message-recalled',
  ...Object.keys(conversationActs),
  ...Object.keys(deskActs),
]);

/** Whether this version knows events of that kind. A log of a newer version may hold others. */
export const isKnownKind = (kind: unknown): kind is ChatEvent['kind'] =>
  typeof kind === 'string' && KINDS.has(kind);
