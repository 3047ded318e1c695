import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { UNREAD } from '../../adapters/unread.ts';
import { BUILT } from './built.ts';

// What we hand out is what the sources make, and nothing in it runs words or knows an address that it need not know.

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'counterside-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const filesIn = (at: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();

/** Ends with what the build said if it failed. */
function buildAgain(browser: string): Promise<string | null> {
  // A build takes its mode from these.
  const { NODE_ENV: _, VITEST: _v, ...env } = process.env;
  const program = join(import.meta.dirname, 'build-again.ts');
  const child = spawn(join(ROOT, 'node_modules/.bin/tsx'), [program, browser, folder], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? null : said));
  });
}

it('builds to the same bytes once more', async () => {
  expect(await buildAgain('chrome')).toBe(null);
  const again = join(folder, 'chrome-mv3');
  expect(filesIn(again)).toEqual(filesIn(BUILT.chrome));
  // Where this fails though nothing changed between the builds, something of a machine or a moment got in.
  const other = filesIn(again).filter(
    (name) => !readFileSync(join(again, name)).equals(readFileSync(join(BUILT.chrome, name))),
  );
  expect(other).toEqual([]);
});

/** A schema library's way to find out whether it may compile; we tell it not to before it asks (`jitless`). */
const PROBES = [/try\{return Function\(``\),!0\}catch\{return!1\}/g, /compile\(\)\{let \w+=Function,/g];
const RUNS = /(?<![\w$])eval\s*\(|new Function\b|(?<![\w$.])Function\s*\(|[=,(:?]\s*Function\s*[,;)\]]/g;

/** Names and words of standards and libraries that no one fetches. */
const NAMES = [
  ...['http://www.w3.org/', 'http://schemas.openxmlformats.org/', 'https://json-schema.org/'],
  ...['http://json-schema.org/', 'http://purl.oclc.org/ooxml/'],
  // In what a library says of its own errors, and where another tries whether something can be an address.
  ...['https://tinyurl.com/y2uuvskb', 'http://bit.ly/2kdckMn', 'http://[${'],
];

/** Where a profile's rule was read, shown to whoever asks. */
const SOURCES = readdirSync(join(ROOT, 'seeds/profiles')).flatMap(
  (name) => readFileSync(join(ROOT, 'seeds/profiles', name), 'utf8').match(/https?:\/\/[^\s'"<>]+/g) ?? [],
);

const MATCHES = [
  ...adapters.flatMap(({ matches, excludes = [] }) => [...matches, ...excludes]),
  ...UNREAD.flatMap(({ matches }) => matches),
];

/** Whether an address of the bundle stands for a console's; `${…}` is where its top-level domain is put in. */
function isConsole(address: string): boolean {
  const parts = address.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const form = new RegExp(`^${parts.join('[\\w.-]+')}`);
  return MATCHES.some((match) => form.test(match));
}

describe.each(Object.entries(BUILT))('the %s build', (_, built) => {
  const texts = filesIn(built)
    .filter((name) => /\.(js|html|css|json)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(built, name), 'utf8') }));

  it('makes no code of words', () => {
    const found = texts.flatMap(({ name, text }) =>
      [...PROBES.reduce((left, probe) => left.replaceAll(probe, ''), text).matchAll(RUNS)].map(
        ({ 0: what }) => `${name}: ${what}`,
      ),
    );
    expect(texts.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it('knows no address but consoles’, its rules’ sources and names', () => {
    const found = texts.flatMap(({ name, text }) =>
      (text.match(/\b(?:https?|wss?|ftp):\/\/[^\s'"`<>\\)*]+/g) ?? [])
        .filter((address) => /:\/\/[\w$[]/.test(address))
        .filter((address) => !NAMES.some((one) => address.startsWith(one)))
        .filter((address) => !(isConsole(address) || SOURCES.includes(address)))
        .map((address) => `${name}: ${address}`),
    );
    expect(SOURCES.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });
});
