import { z } from 'zod';
import { profileSchema } from '../core/profile.schema.ts';
import { rubricSchema } from '../core/rubric.schema.ts';
import type { Pack } from './pack.ts';
import { PACK_FORMAT, PACK_LIMITS } from './pack-limits.ts';
import {
  type Carried,
  type Category,
  CLASSES,
  type Fact,
  type Notice,
  type PackTest,
  type Product,
} from './pack-sections.ts';
import { ruleSchema } from './rule.schema.ts';
import { type Branch, type Intent, type Script, STAGES, type SupersededAdvice } from './script.ts';

// Our pages may not make functions of text, which zod would otherwise try for speed.
z.config({ jitless: true });

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u, 'lower-case letters, digits and single hyphens or dots')
  .max(64);
/** What a person names: letters of any script, digits, hyphens. */
const name = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,20}$/u, 'up to 20 letters, digits, hyphens')
  .max(20);
const day = z.iso.date();
const moment = z.union([day, z.string().regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/u)]);
const line = z.string().trim().min(1).max(200);
const body = z.string().trim().min(1).max(PACK_LIMITS.body);
const sources = z.array(line).min(1).max(40);
const platforms = z.array(id).max(60);
const valid = { effective: moment.exactOptional(), expiry: moment.exactOptional() };

const intent = z.strictObject({
  name: line,
  examples: z.array(z.string().trim().min(1).max(PACK_LIMITS.example)).max(PACK_LIMITS.examples),
}) satisfies z.ZodType<Intent>;
const branch = z.strictObject({ when: line, script: id }) satisfies z.ZodType<Branch>;

const script = z.strictObject({
  kind: z.undefined().optional(),
  id,
  title: line,
  language: z.enum(['zh-CN', 'en']).exactOptional(),
  code: z
    .string()
    .regex(/^\S{1,20}$/u, 'up to 20 characters without a space')
    .exactOptional(),
  tags: z.array(z.string().trim().min(1).max(20)).max(12).exactOptional(),
  stage: z.enum(STAGES),
  intents: z.array(intent).min(1).max(20),
  body,
  variants: z.array(body).max(10).exactOptional(),
  branches: z.array(branch).max(10).exactOptional(),
  holding: z.boolean().exactOptional(),
  platforms: platforms.exactOptional(),
  effective: day.exactOptional(),
  expiry: day.exactOptional(),
  owner: line.exactOptional(),
  reviewBy: day.exactOptional(),
  gloss: z.string().trim().min(1).max(400).exactOptional(),
  note: z.string().trim().min(1).max(400).exactOptional(),
  pictures: z.array(line).max(9).exactOptional(),
  source: sources,
}) satisfies z.ZodType<Script>;

const superseded = z.strictObject({
  kind: z.literal('superseded'),
  id,
  title: line,
  source: sources,
  reason: z.string().trim().min(1).max(600),
  basis: z.string().trim().min(1).max(400),
  confidence: z.enum(['high', 'medium', 'low']),
  instead: z.array(id).min(1).max(20),
}) satisfies z.ZodType<SupersededAdvice>;

const fact = z.strictObject({
  id: name,
  value: line,
  source: line.exactOptional(),
  note: line.exactOptional(),
  ...valid,
}) satisfies z.ZodType<Fact>;

const product = z.strictObject({
  id,
  title: line,
  items: z
    .array(z.strictObject({ platform: id.exactOptional(), shop: line.exactOptional(), item: line }))
    .max(60),
  names: z.array(line).max(40).exactOptional(),
  attributes: z.record(name, z.string().trim().min(1).max(600)),
  questions: z
    .array(z.strictObject({ ask: line, answer: z.string().trim().min(1).max(600) }))
    .max(60)
    .exactOptional(),
  faults: z
    .array(z.strictObject({ sign: line, help: z.string().trim().min(1).max(600) }))
    .max(60)
    .exactOptional(),
  scripts: z.array(id).max(60).exactOptional(),
  ...valid,
}) satisfies z.ZodType<Product>;

const notice = z.strictObject({
  id,
  title: line,
  body: z.string().trim().min(1).max(1000),
  mustRead: z.boolean().exactOptional(),
  platforms: platforms.exactOptional(),
  ...valid,
}) satisfies z.ZodType<Notice>;

const category: z.ZodType<Category> = z.lazy(() =>
  z.union([
    z.strictObject({
      id,
      title: line,
      class: z.enum(CLASSES),
      examples: z.array(line).max(PACK_LIMITS.examples).exactOptional(),
    }),
    z.strictObject({ id, title: line, children: z.array(category).min(1).max(60) }),
  ]),
);

const test = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('screen'),
    text: body,
    by: z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']).exactOptional(),
    platform: id.exactOptional(),
    asked: body.exactOptional(),
    rules: z.array(id).max(20),
  }),
  z.strictObject({
    kind: z.literal('suggest'),
    buyer: z.array(line).min(1).max(10),
    script: id,
    within: z.int().min(1).max(10).exactOptional(),
  }),
]) satisfies z.ZodType<PackTest>;

const carried = z.looseObject({ id }) satisfies z.ZodType<Carried>;
const carriedList = z.array(carried).max(200).exactOptional();
const signedOff = z.strictObject({ by: line, on: day }).exactOptional();

/** A pack as it travels, without its signature: strict, every list and text capped. */
export const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id,
  version: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  title: line,
  publisher: line,
  layer: z.enum(['base', 'category', 'shop']).exactOptional(),
  platforms,
  effective: day,
  expiry: day.exactOptional(),
  minAppVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/u)
    .exactOptional(),
  license: line,
  prepared: signedOff,
  reviewed: signedOff,
  approved: signedOff,
  rules: z.array(ruleSchema).max(PACK_LIMITS.rules),
  scripts: z.array(z.discriminatedUnion('kind', [script, superseded])).max(PACK_LIMITS.scripts),
  facts: z.array(fact).max(2000).exactOptional(),
  products: z.array(product).max(5000).exactOptional(),
  notices: z.array(notice).max(200).exactOptional(),
  categories: z.array(category).max(60).exactOptional(),
  profiles: z.array(profileSchema).max(100).exactOptional(),
  rubrics: z.array(rubricSchema).max(100).exactOptional(),
  forms: carriedList,
  flows: carriedList,
  shifts: carriedList,
  adapters: carriedList,
  drills: carriedList,
  tests: z.array(test).max(2000).exactOptional(),
}) satisfies z.ZodType<Pack>;

const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/u, 'an Ed25519 public key in base64url');

/** The last field of a signed pack: over the canonical JSON of everything else. */
export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  key: publicKey,
  value: z.string().regex(/^[A-Za-z0-9_-]{86}$/u, 'an Ed25519 signature in base64url'),
});

/** The format for editors and other programs: JSON Schema 2020-12 of a `.cspack`. */
export function packJsonSchema(): unknown {
  const signed = packSchema.extend({ signature: signatureSchema.exactOptional() });
  return {
    title: PACK_FORMAT,
    ...z.toJSONSchema(signed, { unrepresentable: 'any', io: 'input' }),
  };
}
