import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { ruleSchema } from './rule.schema.ts';
import type { Rule } from './rule.ts';
import { type Branch, type Intent, type Script, STAGES, type SupersededAdvice } from './script.ts';
import { slotProblems } from './slots.ts';

export const PACK_FORMAT = 'counterside-pack/1';

/** What a pack may hold at most (facts: reliability, import limits). */
export const PACK_LIMITS = { scripts: 2000, body: 4000, examples: 200, example: 200 } as const;

/** Everything that a team owns and hands out, in one file. */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly publisher: string;
  /** Consoles that it is meant for; empty means all. */
  readonly platforms: readonly string[];
  readonly effective: string;
  readonly expiry?: string;
  readonly minAppVersion?: string;
  readonly license: string;
  readonly rules: readonly Rule[];
  readonly scripts: readonly (Script | SupersededAdvice)[];
}

/** One thing that is wrong with a pack: a stable code, the place in it, and what to do. */
export interface PackError {
  readonly code:
    | 'E_SCHEMA'
    | 'E_UNKNOWN_FIELD'
    | 'E_NEWER_FORMAT'
    | 'E_DUPLICATE_ID'
    | 'E_REFERENCE'
    | 'E_SLOT_SYNTAX'
    | 'E_SLOT_UNKNOWN';
  readonly path: string;
  readonly message: string;
}

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u, 'lower-case letters, digits and single hyphens or dots')
  .max(64);
const day = z.iso.date();
const line = z.string().trim().min(1).max(200);
const body = z.string().trim().min(1).max(PACK_LIMITS.body);
const sources = z.array(line).min(1);

const intent: z.ZodType<Intent> = z.strictObject({
  name: line,
  examples: z.array(z.string().trim().min(1).max(PACK_LIMITS.example)).max(PACK_LIMITS.examples),
});
const branch: z.ZodType<Branch> = z.strictObject({ when: line, script: id });

const scriptSchema = z.strictObject({
  kind: z.undefined().optional(),
  id,
  title: line,
  language: z.enum(['zh-CN', 'en']).exactOptional(),
  stage: z.enum(STAGES),
  intents: z.array(intent).min(1),
  body,
  variants: z.array(body).max(10).exactOptional(),
  branches: z.array(branch).max(10).exactOptional(),
  holding: z.boolean().exactOptional(),
  platforms: z.array(id).exactOptional(),
  effective: day.exactOptional(),
  expiry: day.exactOptional(),
  owner: line.exactOptional(),
  reviewBy: day.exactOptional(),
  note: z.string().trim().min(1).max(400).exactOptional(),
  source: sources,
});

const supersededSchema = z.strictObject({
  kind: z.literal('superseded'),
  id,
  title: line,
  source: sources,
  reason: z.string().trim().min(1).max(600),
  basis: z.string().trim().min(1).max(400),
  confidence: z.enum(['high', 'medium', 'low']),
  instead: z.array(id).min(1),
});

const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id,
  version: z.int().min(1),
  title: line,
  publisher: line,
  platforms: z.array(id),
  effective: day,
  expiry: day.exactOptional(),
  minAppVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/u)
    .exactOptional(),
  license: line,
  rules: z.array(ruleSchema).max(5000),
  scripts: z.array(z.discriminatedUnion('kind', [scriptSchema, supersededSchema])).max(PACK_LIMITS.scripts),
});

export type PackResult =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly errors: readonly PackError[] };

/** Checks a pack's JSON value strictly: shape first, then what a shape cannot say. At most 50 errors. */
export function parsePack(json: unknown): PackResult {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  const newer = typeof format === 'string' && /^counterside-pack\/(?!1$)\d+$/u.test(format);
  if (newer) {
    return {
      ok: false,
      errors: [{ code: 'E_NEWER_FORMAT', path: 'format', message: `this app reads ${PACK_FORMAT}` }],
    };
  }
  const result = packSchema.safeParse(json);
  const errors = result.success ? meaningErrors(result.data) : result.error.issues.map(shapeError);
  if (!result.success || errors.length > 0) return { ok: false, errors: errors.slice(0, 50) };
  return { ok: true, pack: result.data };
}

/** The scripts that may be offered at all: superseded advice is not among them. */
export const scriptsOf = (pack: Pack): readonly Script[] =>
  pack.scripts.filter((entry) => entry.kind === undefined);

/** SHA-256 (hex) over the pack's canonical JSON: same content, same hash, whatever the order of its fields. */
export const packHash = (pack: Pack): string => bytesToHex(sha256(utf8ToBytes(canonical(pack))));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

function shapeError(issue: z.core.$ZodIssue): PackError {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return { code: 'E_UNKNOWN_FIELD', path, message: `unknown field ${issue.keys.join(', ').slice(0, 80)}` };
  }
  return { code: 'E_SCHEMA', path, message: issue.message.slice(0, 200) };
}

/** Ids are unique even folded, references point at scripts, slots can be filled. */
function meaningErrors(pack: Pack): PackError[] {
  const errors: PackError[] = [];
  const seen = new Map<string, string>();
  for (const [list, entries] of [
    ['rules', pack.rules],
    ['scripts', pack.scripts],
  ] as const) {
    for (const [index, entry] of entries.entries()) {
      const path = `${list}.${index}.id`;
      const key = entry.id.normalize('NFKC').toLowerCase();
      const first = seen.get(key);
      if (first === undefined) seen.set(key, path);
      else errors.push({ code: 'E_DUPLICATE_ID', path, message: `${entry.id} is also at ${first}` });
    }
  }
  const ids = new Set(scriptsOf(pack).map((script) => script.id));
  for (const [index, entry] of pack.scripts.entries()) {
    const targets =
      entry.kind === 'superseded' ? entry.instead : (entry.branches ?? []).map((each) => each.script);
    for (const target of targets) {
      if (!ids.has(target) || target === entry.id) {
        errors.push({
          code: 'E_REFERENCE',
          path: `scripts.${index}`,
          message: `${entry.id} points at ${target}`,
        });
      }
    }
    for (const text of entry.kind === 'superseded' ? [] : [entry.body, ...(entry.variants ?? [])]) {
      for (const { code, shown } of slotProblems(text))
        errors.push({ code, path: `scripts.${index}`, message: `${entry.id}: ${shown}` });
    }
  }
  return errors;
}
