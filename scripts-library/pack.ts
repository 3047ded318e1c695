import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../core/canonical.ts';
import type { MetricProfile } from '../core/profile.ts';
import type { Rubric } from '../core/rubric.ts';
import { packSchema } from './pack.schema.ts';
import { isError, issue, type PackIssue } from './pack-issue.ts';
import { PACK_LIMITS } from './pack-limits.ts';
import { meaningIssues } from './pack-meaning.ts';
import type { Carried, Category, Fact, Notice, PackTest, Product, SignedOff } from './pack-sections.ts';
import { shapeIssues } from './pack-shape.ts';
import { textIssues } from './pack-text.ts';
import type { Rule } from './rule.ts';
import type { Script, SupersededAdvice } from './script.ts';

/** From the general to the particular: what a later layer says stands over what an earlier one said. */
export const LAYERS = ['base', 'category', 'shop'] as const;
export type Layer = (typeof LAYERS)[number];

/** Everything that a team owns and hands out, in one file. */
export interface Pack {
  readonly format: 'counterside-pack/1';
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly publisher: string;
  /** Where it stands among the packs of a machine; `shop` unless told. */
  readonly layer?: Layer;
  /** Consoles that it is meant for; empty means all. */
  readonly platforms: readonly string[];
  readonly effective: string;
  readonly expiry?: string;
  readonly minAppVersion?: string;
  readonly license: string;
  /** 编制, 审核, 批准. */
  readonly prepared?: SignedOff | undefined;
  readonly reviewed?: SignedOff | undefined;
  readonly approved?: SignedOff | undefined;
  readonly rules: readonly Rule[];
  readonly scripts: readonly (Script | SupersededAdvice)[];
  readonly facts?: readonly Fact[];
  readonly products?: readonly Product[];
  readonly notices?: readonly Notice[];
  readonly categories?: readonly Category[];
  readonly profiles?: readonly MetricProfile[];
  readonly rubrics?: readonly Rubric[];
  readonly forms?: readonly Carried[];
  readonly flows?: readonly Carried[];
  readonly shifts?: readonly Carried[];
  readonly adapters?: readonly Carried[];
  readonly drills?: readonly Carried[];
  readonly tests?: readonly PackTest[];
}

export type PackResult =
  | { readonly ok: true; readonly pack: Pack; readonly notes: readonly PackIssue[] }
  | { readonly ok: false; readonly errors: readonly PackIssue[] };

/**
 * Checks a pack's JSON value strictly: texts and keys first, then its shape, then what a shape cannot say. At most
 * 50 errors, the last of them naming how many more there are. `notes` are warnings and news about a good pack.
 */
export function parsePack(json: unknown): PackResult {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (
    typeof format === 'string' &&
    /^counterside-pack\/(?!1$)[2-9]\d*$|^counterside-pack\/1\d+$/u.test(format)
  )
    return { ok: false, errors: [issue('E_NEWER_FORMAT', 'format')] };
  const texts = textIssues(json);
  const unreadable = texts.filter(isError);
  if (unreadable.length > 0) return { ok: false, errors: capped(unreadable) };
  const result = packSchema.safeParse(json);
  if (!result.success) return { ok: false, errors: capped(shapeIssues(result.error.issues, json)) };
  const found = meaningIssues(result.data, scriptsOf(result.data));
  const errors = found.filter(isError);
  if (errors.length > 0) return { ok: false, errors: capped(errors) };
  return { ok: true, pack: result.data, notes: capped([...texts, ...found]) };
}

function capped(all: readonly PackIssue[]): PackIssue[] {
  const { issues } = PACK_LIMITS;
  if (all.length <= issues) return [...all];
  const last = all[issues - 1];
  const more = all.length - issues;
  return [...all.slice(0, issues - 1), ...(last ? [{ ...last, message: `${last.message} (+${more})` }] : [])];
}

/** The scripts that may be offered at all: superseded advice is not among them. */
export const scriptsOf = (pack: Pack): readonly Script[] =>
  pack.scripts.filter((entry) => entry.kind === undefined);

/** SHA-256 (hex) over the pack's canonical JSON: same content, same hash, whatever the order of its fields. */
export const packHash = (pack: Pack): string => bytesToHex(sha256(utf8ToBytes(canonical(pack))));
