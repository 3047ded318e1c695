import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { adapters } from '../../adapters/registry.ts';

const CONSOLES = join(import.meta.dirname, '../../adapters/consoles');

/** Who says so and since when is for those who keep an adapter, not for the pages that it reads. */
const PROVENANCE = new Set(['seen', 'sources']);

/** Ships adapters as the plain JSON that they are, without their provenance: a third of their size. */
export function adaptersPlugin(): Plugin {
  return {
    name: 'counterside-adapters',
    load(id) {
      if (dirname(id) !== CONSOLES) return null;
      const adapter = adapters.find((one) => `${one.id}.ts` === basename(id));
      if (!adapter) return null;
      const json = JSON.stringify(adapter, (key, value: unknown) =>
        PROVENANCE.has(key) ? undefined : value,
      );
      return `export default ${json};`;
    },
  };
}
