import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { completeDraft } from '../scripts-library/importers/file.ts';
import type { Pack } from '../scripts-library/pack.ts';
import { type Found, readPackValue } from '../scripts-library/read-pack.ts';
import { parseStrictJson } from '../scripts-library/strict-json.ts';
import { readAnyPack, today } from './pack/read.ts';
import { UsageError } from './verb.ts';

/** JSON that holds a pack's lists and no manifest, such as rules to try out; null for any other file. */
async function readBare(name: string): Promise<Found | null> {
  if (!/\.(?:cspack|json)$/u.test(name)) return null;
  const text = await readFile(name, 'utf8').catch(() => '');
  const json = parseStrictJson(text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || 'id' in json.value) return null;
  const { rules, scripts } = json.value as Record<string, unknown>;
  const lists = { ...(rules === undefined ? {} : { rules }), ...(scripts === undefined ? {} : { scripts }) };
  return readPackValue(await completeDraft(lists, { name: basename(name), day: today(), highest: () => 0 }));
}

/**
 * A pack named on a command line that works with packs rather than on them.
 *
 * @throws {UsageError} naming the first thing that is wrong with it
 */
export async function readPack(name: string): Promise<Pack> {
  const found = (await readBare(name)) ?? (await readAnyPack(name));
  if (found.ok) return found.pack;
  const [first] = found.errors;
  throw new UsageError(`pack ${name}: ${first?.code} ${first?.path}: ${first?.message}`);
}

/** `--pack a b` means both: a name that looks like a pack and follows one belongs to the same option. */
export function gatherPacks(args: readonly string[]): string[] {
  let inPacks = false;
  return args.flatMap((arg, at) => {
    const more = inPacks && args[at - 1] !== '--pack' && /(?:^base|\.cspack)$/.test(arg);
    inPacks = arg === '--pack' || (inPacks && (args[at - 1] === '--pack' || more));
    return more ? ['--pack', arg] : [arg];
  });
}
