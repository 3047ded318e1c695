import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { holesToSlots } from './importers/holes.ts';
import type { Pack } from './pack.ts';
import { PACK_LIMITS } from './pack-limits.ts';
import type { Script } from './script.ts';

/** The pack of this machine that holds what was proposed here and accepted. */
export const ADOPTED = 'adopted';

/** A proposal as whoever judges it leaves it. */
export interface AdoptedScript {
  readonly title: string;
  readonly text: string;
  /** A question that it answers; empty for none. */
  readonly asked: string;
}

/** What was cut for being personal becomes a hole: the next agent fills it in. */
const holes = (text: string): string => holesToSlots(text.replace(/⟦([^⟧]*)⟧/gu, '[$1]'));
const withoutCuts = (text: string): string => text.replace(/⟦[^⟧]*⟧/gu, ' ').trim();

function scriptOf({ title, text, asked }: AdoptedScript, day: string): Script {
  const body = holes(text.trim());
  const question = withoutCuts(asked).slice(0, PACK_LIMITS.example);
  const name = (title.trim() || withoutCuts(text)).slice(0, 60);
  return {
    id: `own-${bytesToHex(sha256(utf8ToBytes(body))).slice(0, 10)}`,
    title: name,
    stage: 'in-sale',
    intents: [{ name, examples: question === '' ? [] : [question] }],
    body,
    source: [`proposal ${day}`],
  };
}

/**
 * The next version of the pack of adopted scripts, with one more; the same words again replace themselves. `version`:
 * above every one that was installed under its name. `day` is today.
 */
export function adopt(
  before: Pack | null,
  script: AdoptedScript,
  { version, day, title, publisher }: { version: number; day: string; title: string; publisher: string },
): Pack {
  const added = scriptOf(script, day);
  return {
    format: 'counterside-pack/1',
    id: ADOPTED,
    title,
    publisher,
    license: 'proprietary',
    platforms: [],
    effective: day,
    rules: [],
    ...before,
    version,
    scripts: [...(before?.scripts ?? []).filter(({ id }) => id !== added.id), added],
  };
}
