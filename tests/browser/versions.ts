import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from './built.ts';

export interface Versioned {
  readonly folder: string;
  /** Gives the build in the folder another version, as a newer release has. */
  become(version: string): void;
  remove(): void;
}

/** A copy of the built extension whose version can change while a browser runs it. */
export function versioned(browser: keyof typeof BUILT): Versioned {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-version-'));
  cpSync(BUILT[browser], folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  return {
    folder,
    become: (version) =>
      writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version })),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
