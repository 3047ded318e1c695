import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { adapters } from '../../adapters/registry.ts';
import { scrub } from './scrub.ts';

const CONSOLES = join(import.meta.dirname, '../../adapters/consoles');
const USAGE = `npm run save:page -- NAME SAVED.html [ADDRESS]
  Scrubs a page that a browser saved (no scripts, names, numbers or mail) and keeps it as adapters/consoles/NAME.html.
  Words that the adapter NAME looks for are kept; ADDRESS, where it was, is noted in it. Read the result before you commit it.`;

const { positionals } = parseArgs({ allowPositionals: true });
const [name, file, address] = positionals;
if (!name || !file) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const adapter = adapters.find(({ id }) => id === name);
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  const page = new window.DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/html');
  const html = scrub(page as unknown as Document, adapter, {
    address,
    day: new Date().toISOString().slice(0, 10),
  });
  const where = join(CONSOLES, `${name}.html`);
  writeFileSync(where, html);
  console.log(
    `${where}: ${html.length} characters${adapter ? '' : '; no such adapter yet, so no words were kept'}`,
  );
}
