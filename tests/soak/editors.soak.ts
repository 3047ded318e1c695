import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tableOf, wholeMatrix } from '../kits/matrix.ts';

it('does in every editor what the table says', async () => {
  const rows = await wholeMatrix(() => undefined);
  const written = readFileSync(join(import.meta.dirname, '../../adapters/README.md'), 'utf8');
  expect(written).toContain(tableOf(rows).split('\n\n')[0]);
});
