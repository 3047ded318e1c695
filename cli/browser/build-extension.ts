import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Where the build for Chromium lies. */
export const EXTENSION = join(ROOT, '.output/chrome-mv3');

/** Builds the extension for Chromium; throws with what the build said. */
export function buildExtension(): void {
  console.error('Building the extension …');
  const wxt = join(ROOT, 'node_modules', '.bin', 'wxt');
  const { status, stdout, stderr } = spawnSync(wxt, ['build', '-b', 'chrome'], {
    cwd: ROOT,
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (status === 0 && existsSync(join(EXTENSION, 'manifest.json'))) return;
  throw new Error(`The build failed.\n${stdout ?? ''}${stderr ?? ''}`);
}
