import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'counterside-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program with the runner that `npm start` uses: it compiles functions otherwise than the tests' own. */
function run(
  program: string,
  argument: string,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const child = spawn(join(ROOT, 'node_modules/.bin/tsx'), [program, argument], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

it('plays the whole demo as a user starts it, and leaves its pictures, logs and scorecard', async () => {
  const { code, said } = await run(join(import.meta.dirname, 'demo-run.ts'), folder);
  expect({ code, said }).toMatchObject({ code: 0 });
  const files = readdirSync(folder);
  const of = (kind: string) => files.filter((name) => name.endsWith(kind));
  expect([of('.cslog').length, of('.xlsx').length, of('.csv').length]).toEqual([2, 1, 1]);
  expect(of('.png').length).toBe(8);
  for (const name of files) expect(statSync(join(folder, name)).size, name).toBeGreaterThan(500);
});
