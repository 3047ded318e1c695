import { z } from 'zod';
import type { Authority, EscalationRule } from './authority.ts';
import { type Flow, type FlowNode, type Limit, ROLES } from './flow.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const title = z.string().min(1).max(60);
const words = z.string().min(1).max(400);
const role = z.enum(ROLES);
const positive = z.number().int().positive();

export const limitSchema = z.union([
  z.strictObject({ minutes: positive.max(100_000) }),
  z.strictObject({ workdays: positive.max(60) }),
]) satisfies z.ZodType<Limit>;

const node = z.strictObject({
  id,
  title,
  titleEn: title,
  does: words,
  role,
  limit: limitSchema.exactOptional(),
  needs: z.array(id).exactOptional(),
  choices: z
    .array(z.strictObject({ id, title, titleEn: title, skips: z.array(id) }))
    .min(2)
    .exactOptional(),
}) satisfies z.ZodType<FlowNode>;

export const flowSchema = z
  .strictObject({
    id,
    title,
    titleEn: title,
    scope: z.enum(['case', 'desk']),
    categories: z.array(z.string()),
    variants: z.array(z.strictObject({ id, title, titleEn: title, cause: words, handling: words })),
    nodes: z.array(node).min(1).max(40),
  })
  .refine(({ nodes }) => new Set(nodes.map((one) => one.id)).size === nodes.length, 'a node stands twice')
  .refine(
    ({ nodes }) => nodes.every((one, at) => skipsLater(nodes, one, at)),
    'skips what is not later',
  ) satisfies z.ZodType<Flow>;

/** A choice may leave out only what comes after it: what was done stays done. */
function skipsLater(nodes: readonly FlowNode[], { choices }: FlowNode, at: number): boolean {
  const later = new Set(nodes.slice(at + 1).map((one) => one.id));
  return (choices ?? []).every(({ skips }) => skips.every((skipped) => later.has(skipped)));
}

export const authoritySchema = z
  .strictObject({
    ranks: z
      .array(z.strictObject({ role, title, titleEn: title, upTo: z.number().nonnegative().nullable() }))
      .min(1),
  })
  .refine(
    ({ ranks }) =>
      ranks.every(({ upTo }, at) => at === 0 || (upTo ?? Infinity) > (ranks[at - 1]?.upTo ?? Infinity)),
    'ranks must rise',
  ) satisfies z.ZodType<Authority>;

export const escalationRuleSchema = z.strictObject({
  id,
  title,
  titleEn: title,
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('beyond-authority') }),
    z.strictObject({ kind: z.literal('node-late'), minutes: positive }),
    z.strictObject({ kind: z.literal('open-for'), minutes: positive }),
    z.strictObject({ kind: z.literal('contacts'), atLeast: positive }),
    z.strictObject({
      kind: z.literal('category'),
      categories: z.array(z.string()).min(1),
      urgency: z.enum(['urgent', 'any']),
    }),
  ]),
  to: role,
}) satisfies z.ZodType<EscalationRule>;
