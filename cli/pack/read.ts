import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { completeDraft, openPackFile } from '../../scripts-library/importers/file.ts';
import { readYaml } from '../../scripts-library/importers/yaml.ts';
import { issue, type PackIssue } from '../../scripts-library/pack-issue.ts';
import { type Found, readPackValue } from '../../scripts-library/read-pack.ts';
import { readBasePack } from '../build/read-seeds.ts';
import { UsageError } from '../verb.ts';

/** What a call may fill into a draft. */
export interface Draft {
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** The highest version that is out already; 0 for none. */
  readonly highest?: number;
}

/** `YYYY-MM-DD` on this machine's calendar. */
export const today = (): string => new Date().toLocaleDateString('en-CA');

/** The lists of a pack that a folder of YAML files may hold, each under its own name: `scripts/*.yml`, `facts.yml`. */
const LISTS = new Set(
  'rules scripts facts products notices categories profiles rubrics forms flows shifts adapters drills tests'.split(
    ' ',
  ),
);

/**
 * A pack out of a file of any kind that we read, out of a folder of YAML (`pack.yml` and a file or folder a list), or
 * the built-in one (`base`).
 *
 * @throws {UsageError} for a path that can't be read
 */
export async function readAnyPack(path: string, draft: Draft = {}): Promise<Found> {
  if (path === 'base') return readPackValue(readBasePack());
  const { highest = 0, ...named } = draft;
  const options = { day: today(), name: basename(path), ...named, highest: () => highest };
  try {
    if ((await stat(path)).isDirectory()) {
      const folder = await readFolder(path);
      return folder.ok
        ? readPackValue(await completeDraft(folder.value, options))
        : { ok: false, errors: folder.errors };
    }
    return await openPackFile(new Uint8Array(await readFile(path)), options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`cannot read ${path}: ${error.message}`);
  }
}

type Folder =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly errors: readonly PackIssue[] };

async function readFolder(folder: string): Promise<Folder> {
  const value: Record<string, unknown> = {};
  const errors: PackIssue[] = [];
  const take = async (file: string): Promise<unknown> => {
    const read = readYaml(await readFile(join(folder, file), 'utf8'));
    if (read.ok) return read.value;
    errors.push(...read.errors.map((one) => ({ ...one, path: file })));
    return undefined;
  };
  const isYaml = (name: string) => /\.ya?ml$/u.test(name);
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const list = entry.name.replace(/\.ya?ml$/u, '');
    if (entry.isDirectory() && LISTS.has(list)) {
      const names = (await readdir(join(folder, list))).filter(isYaml).sort();
      const parts = await Promise.all(names.map((name) => take(join(list, name))));
      value[list] = [...((value[list] as unknown[] | undefined) ?? []), ...parts.flat()];
    } else if (isYaml(entry.name) && LISTS.has(list)) value[list] = [await take(entry.name)].flat();
    else if (/^pack\.ya?ml$/u.test(entry.name)) Object.assign(value, await take(entry.name));
    else if (isYaml(entry.name)) errors.push(issue('E_UNKNOWN_FIELD', entry.name, entry.name));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}
