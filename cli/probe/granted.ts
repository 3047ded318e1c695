import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  readonly host_permissions?: readonly string[];
  readonly [other: string]: unknown;
}

/** The manifest with these hosts granted up front; nothing else of it changes. */
export function grant<M extends Manifest>(manifest: M, hosts: readonly string[]): M {
  return { ...manifest, host_permissions: [...new Set([...(manifest.host_permissions ?? []), ...hosts])] };
}

/** A build that may read these hosts without anyone being asked, in a folder of its own. */
export interface Granted {
  readonly folder: string;
  remove(): void;
}

/** Copies the built extension with hosts granted up front and, for a look from inside, scripts that nothing loads by itself. */
export function grantedBuild(
  extension: string,
  hosts: readonly string[],
  scripts: Readonly<Record<string, string>> = {},
): Granted {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-granted-'));
  cpSync(extension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(grant(JSON.parse(readFileSync(path, 'utf8')), hosts)));
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(folder, name), code);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
