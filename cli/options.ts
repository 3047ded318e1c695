import { parseArgs } from 'node:util';
import { UsageError } from './verb.ts';

/** Options that take a value, each at most once, and the files after them. @throws {UsageError} for any other */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): { readonly options: { readonly [name in Name]?: string }; readonly files: readonly string[] } {
  const known = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
    const options: { [name in Name]?: string } = {};
    for (const name of names) {
      const value = values[name];
      if (typeof value === 'string') options[name] = value;
    }
    return { options, files: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
