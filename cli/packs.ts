import { readFile } from 'node:fs/promises';
import { type Pack, parsePack } from '../scripts-library/pack.ts';
import { readBasePack } from './build/read-seeds.ts';
import { UsageError } from './verb.ts';

/** A pack file, or the built-in pack (`base`). @throws {UsageError} for one that can't be read or isn't sound */
export async function readPack(name: string): Promise<Pack> {
  let value: unknown;
  try {
    value = name === 'base' ? readBasePack() : JSON.parse(await readFile(name, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `cannot read pack ${name}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const result = parsePack(value);
  if (result.ok) return result.pack;
  const [first] = result.errors;
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
