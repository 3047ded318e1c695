import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Who may import whom: the table of DESIGN.md §2. A folder may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  adapters: ['core'],
  'scripts-library': ['core'],
  messaging: ['core', 'scripts-library'],
  storage: ['core', 'scripts-library'],
  components: ['core', 'scripts-library'],
  entrypoints: ['core', 'adapters', 'scripts-library', 'messaging', 'storage', 'components'],
  cli: ['core', 'adapters', 'scripts-library', 'storage'],
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((hit) =>
    relative(ROOT, resolve(ROOT, file, '..', hit[1]!)),
  );
}

describe.each(Object.keys(ALLOWED))('%s', (folder) => {
  it('imports only what its layer may', () => {
    const wrong = sources(folder)
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .flatMap((file) => importsOf(file).map((target) => ({ file, target, top: target.split(sep)[0]! })))
      .filter(({ top }) => top !== folder && top in ALLOWED && !ALLOWED[folder]!.includes(top))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});

it('has no folder for leftovers', () => {
  const leftovers = ['utils', 'helpers', 'types', 'common'];
  const found = readdirSync(ROOT, { withFileTypes: true }).filter(
    (e) => e.isDirectory() && leftovers.includes(e.name),
  );
  expect(found.map((e) => e.name)).toEqual([]);
});

/** What runs in a browser knows no Node: its types are there for the command line, so the compiler can't tell. */
const IN_THE_BROWSER = [
  'core',
  'adapters',
  'scripts-library',
  'messaging',
  'storage',
  'components',
  'entrypoints',
];

it.each(IN_THE_BROWSER)('%s needs nothing of Node', (folder) => {
  const wrong = sources(folder)
    .filter((file) => !/\.(?:test|fixture)\.tsx?$|for-tests\.ts$/.test(file))
    .filter((file) => /\bprocess\.|from 'node:|\bBuffer\b/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(wrong).toEqual([]);
});
