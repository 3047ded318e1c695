import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PRACTICE_CONSOLES } from '../../cli/practice/consoles.ts';
import { requestsIn } from './net-log.ts';

const hosts = PRACTICE_CONSOLES.map(({ host }) => host);
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');
const OF_A_CONSOLE =
  /^https:\/\/[^/]+(\/chat-merchant\/(index\.html)?|\/pc_seller_v2\/main\/workspace|\/assets\/[\w.-]+|\/practice\/(act|changes)(\?\w*)?)(#.*)?$/;

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'counterside-demo-'));
const records = mkdtempSync(join(tmpdir(), 'counterside-network-'));
afterAll(() => {
  for (const one of [folder, records]) rmSync(one, { recursive: true, force: true });
});

/** Runs a program with the runner that `npm start` uses: it compiles functions otherwise than the tests' own. */
function run(
  program: string,
  ...given: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const child = spawn(join(ROOT, 'node_modules/.bin/tsx'), [program, ...given], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

it('plays the whole demo as a user starts it, and leaves its pictures, logs and scorecard', async () => {
  const { code, said } = await run(join(import.meta.dirname, 'demo-run.ts'), folder, records);
  expect({ code, said }).toMatchObject({ code: 0 });
  const files = readdirSync(folder);
  const of = (kind: string) => files.filter((name) => name.endsWith(kind));
  expect([of('.cslog').length, of('.xlsx').length, of('.csv').length]).toEqual([2, 1, 1]);
  expect(of('.png').length).toBe(8);
  for (const name of files) expect(statSync(join(folder, name)).size, name).toBeGreaterThan(500);
});

it('asked the network for nothing in all of that: whatever was asked for, the consoles’ own pages asked', () => {
  const names = readdirSync(records);
  expect(names.length).toBe(3);
  const asked = names.flatMap((name) => requestsIn(readFileSync(join(records, name), 'utf8')));
  const ofPages = asked.filter(({ initiator }) => hosts.includes(hostOf(initiator)));
  // The consoles themselves are in the record, so what is not in it was not asked for.
  expect(new Set(ofPages.map(({ initiator }) => hostOf(initiator))).size).toBe(2);
  expect(asked.filter(({ url, initiator }) => `${url} ${initiator}`.includes('-extension:'))).toEqual([]);
  // A script of ours on a page would ask in the page's name: no address is asked for but those that the page is made of.
  const strange = asked.filter(
    ({ url, initiator }) => initiator !== '' && !(hosts.includes(hostOf(url)) && OF_A_CONSOLE.test(url)),
  );
  expect(strange).toEqual([]);
});
