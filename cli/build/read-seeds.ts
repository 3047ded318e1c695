import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Pack, packHash } from '../../scripts-library/pack.ts';
import { type CompiledRules, compileRules } from '../../scripts-library/screen/compile.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Every YAML file of a folder, in name order. A file holds one value or a list of them. */
export function readFolder(folder: string): unknown[] {
  const files = readdirSync(join(SEEDS, folder))
    .filter((name) => name.endsWith('.yml'))
    .sort();
  return files.flatMap((name) => {
    const value = readYaml(join(SEEDS, folder, name));
    return Array.isArray(value) ? value : [value];
  });
}

/** One YAML file under `seeds/`. */
export const readSeed = (path: string): unknown => readYaml(join(SEEDS, path));

/** The built-in pack as one JSON value: its manifest with all rules and scripts. */
export function readBasePack(): unknown {
  const manifest = readYaml(join(SEEDS, 'packs/base/pack.yml')) as Record<string, unknown>;
  return {
    ...manifest,
    rules: readFolder('packs/base/rules'),
    scripts: readFolder('packs/base/scripts'),
    categories: readYaml(join(SEEDS, 'packs/base/categories.yml')),
  };
}

/** The built-in pack's rules, compiled: that takes most of a second, which no waking background should spend. */
export function readBaseRules(): CompiledRules {
  const pack = readBasePack() as Pack;
  return compileRules(pack.rules, { packHash: packHash(pack) });
}

/** All metric profiles. */
export const readProfiles = (): unknown[] => readFolder('profiles');

/** All rubrics (考核表). */
export const readRubrics = (): unknown[] => readFolder('rubrics');
