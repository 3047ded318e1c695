import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Adapter } from '../../adapters/define.ts';
import { adapters, isOnHostOf } from '../../adapters/registry.ts';
import { buildExtension, EXTENSION } from '../browser/build-extension.ts';
import { probe } from '../probe/probe.ts';
import { bareAdapter, provenanceOf, registered, sourceOf } from './files.ts';

const ROOT = join(import.meta.dirname, '../..');
const USAGE = `npm run new:console -- NAME URL [--bare]
  Begins an adapter for the chat at URL: opens it in a real browser and writes down what is found there (with --bare, or
  where nothing is found, the empty form), its provenance, a practice page and its place in the registry.`;

/** What is found at the address, under its own name; null if there is no chat to be found. */
async function found(name: string, url: string): Promise<Adapter | null> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) buildExtension();
  const { adapter } = await probe(url, { extension: EXTENSION });
  return adapter && { ...adapter, id: name };
}

/** Writes a file that must not be there yet, and says so. */
function write(path: string, text: string): void {
  writeFileSync(join(ROOT, path), text, { flag: 'wx' });
  console.log(`  ${path}`);
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { bare: { type: 'boolean' } },
  });
  const [name, url] = positionals;
  if (!name || !url || !/^[a-z][a-z0-9-]*$/.test(name) || !/^https?:\/\//.test(url)) {
    console.error(USAGE);
    return 2;
  }
  const taken = adapters.find((one) => one.id === name || isOnHostOf(one, url));
  if (taken) {
    console.error(
      `${taken.label} (${taken.id}) is already read there: change adapters/consoles/${taken.id}.ts`,
    );
    return 1;
  }
  const adapter = (values.bare ? null : await found(name, url)) ?? bareAdapter(name, url);
  const { hostname, pathname } = new URL(url);
  console.log('Written:');
  write(`adapters/consoles/${name}.ts`, sourceOf(adapter));
  write(
    `adapters/consoles/${name}.provenance.ts`,
    provenanceOf(adapter, new Date().toISOString().slice(0, 7)),
  );
  mkdirSync(join(ROOT, 'seeds/consoles', name), { recursive: true });
  // A page to begin with: another console's, whose templates say what each part is for.
  const model = join(ROOT, 'seeds/consoles');
  write(`seeds/consoles/${name}/index.html`, readFileSync(join(model, 'jingdong/index.html'), 'utf8'));
  const telling = JSON.parse(readFileSync(join(model, 'jingdong/console.json'), 'utf8')) as object;
  const description = { ...telling, host: hostname, path: pathname };
  write(`seeds/consoles/${name}/console.json`, `${JSON.stringify(description, null, 2)}\n`);
  const registry = join(ROOT, 'adapters/registry.ts');
  writeFileSync(registry, registered(readFileSync(registry, 'utf8'), name));
  console.log(
    `  adapters/registry.ts\nNext: npm run save:page -- ${name} SAVED.html ${url}, then adapters/README.md.`,
  );
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
