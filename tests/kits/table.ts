import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableOf, troubles, wholeMatrix } from './matrix.ts';

/**
 * `npm run table:editors`: tries every editor in both browsers with the built extension and writes what it saw into
 * adapters/README.md, between two marks. Nobody fills a cell by hand.
 */
const FILE = join(import.meta.dirname, '../../adapters/README.md');
const BEGIN = '<!-- editors: written by npm run table:editors -->';
const END = '<!-- end of editors -->';
const HEAD = `# Adapters\n\n## Editors\n\n${BEGIN}\n${END}\n`;

const rows = await wholeMatrix((row) => {
  const wrong = troubles([row]);
  console.log(`${row.browser} ${row.editor}: ${wrong.length === 0 ? 'all' : wrong.join('; ')}`);
});
const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
const text = before.includes(BEGIN) ? before : `${before.trimEnd()}\n\n## Editors\n\n${BEGIN}\n${END}\n`;
const [head = '', rest = ''] = text.split(BEGIN);
const tail = rest.slice(rest.indexOf(END));
writeFileSync(FILE, `${head}${BEGIN}\n\n${tableOf(rows)}\n\n${tail}`);
