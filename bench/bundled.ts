import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * A module bundled into `folder` and loaded from there, as it ships: what the runner adds to each module would be
 * measured too. The folder must be where the module's own packages are found.
 */
export async function bundled<Module>(file: string, folder: string): Promise<Module> {
  const outfile = join(folder, basename(file).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as Module;
}
