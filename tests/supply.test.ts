import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

// What we take from others: few things, each exactly the one that was looked at.

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

const wanted = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().default(false),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
      optional: z.boolean().default(false),
      peer: z.boolean().default(false),
    }),
  ),
});

/** Twelve are what we allow ourselves. The thirteenth is the polyfill, by which both browsers have one API. */
const SHIPPED = {
  '@noble/hashes':
    'SHA-256 in one step, where the browser’s own needs a turn of the event loop for each entry',
  '@tanstack/virtual-core': 'lists of which only what is seen has elements',
  dexie: 'IndexedDB with transactions that can be read',
  'hyparquet-writer': 'Parquet for analysts',
  lucide: 'icons',
  papaparse: 'CSV as people’s programs write it',
  'pinyin-pro': 'search by the sound of Chinese words',
  preact: 'pages and panel',
  'read-excel-file': 'XLSX that a supervisor reads in',
  uplot: 'charts',
  'webextension-polyfill': 'one API for both browsers',
  yaml: 'packs as people write them',
  zod: 'whatever comes from outside is checked',
};

it('ships thirteen libraries, each for something', () => {
  expect(Object.keys(wanted.parse(read('package.json')).dependencies).sort()).toEqual(
    Object.keys(SHIPPED).sort(),
  );
});

it('takes every library in one version only', () => {
  const { dependencies, devDependencies } = wanted.parse(read('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

it.each(['package-lock.json', 'tests/kits/package-lock.json'])(
  'knows each package of %s by its content',
  (name) => {
    const packages = Object.entries(lock.parse(read(name)).packages).filter(
      ([path, { link }]) => path !== '' && !link,
    );
    expect(packages.length).toBeGreaterThan(500);
    expect(
      packages
        .filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
        .map(([path]) => path),
    ).toEqual([]);
    // From no git repository and no address of its own.
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  },
);
