import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';

/** What the search for a browser may look at, so that a test can stand in for a machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Debian (or its kin) with the right to install packages. */
  readonly debianRoot: boolean;
  isProgram(path: string): boolean;
  list(folder: string): readonly string[];
  /** Installs Debian packages that are missing; false if that failed. */
  install(packages: readonly string[]): boolean;
  say(line: string): void;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function install(packages: readonly string[]): boolean {
  const missing = packages.filter(
    (name) =>
      !spawnSync('dpkg-query', ['-s', name]).stdout?.toString().includes('Status: install ok installed'),
  );
  if (missing.length === 0) return true;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: 'ignore' }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', ...missing);
}

/** This computer. */
export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  debianRoot: existsSync('/etc/debian_version') && process.getuid?.() === 0,
  isProgram,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  install,
  say: (line) => process.stderr.write(`${line}\n`),
});
