import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Adapter, Provenance } from '../../adapters/define.ts';
import { adapters } from '../../adapters/registry.ts';
import { adapterSchema } from '../../core/adapter.schema.ts';
import { bareAdapter, placesOf, provenanceOf, registered, sourceOf } from './files.ts';

/** The value that a written file exports. */
const exported = (source: string): unknown =>
  new Function(`return ${/export default ([\s\S]*?) (?:as const )?satisfies/.exec(source)![1]}`)();

it('begins with a form that is an adapter', () => {
  const bare = bareAdapter('lantern', 'https://desk.lantern.example/inbox/');
  expect(adapterSchema.parse(bare)).toEqual(bare);
  expect(bare.matches).toEqual(['https://desk.lantern.example/inbox/*']);
});

it.each(adapters.map((adapter) => [adapter.id, adapter] as const))('writes %s as it is', (id, adapter) => {
  expect(exported(sourceOf(adapter))).toEqual(JSON.parse(JSON.stringify(adapter)) as Adapter);
  const { seen } = exported(provenanceOf(adapter, '2026-11')) as Provenance;
  expect(Object.keys(seen)).toEqual(placesOf(adapter));
  expect(id).toBe(adapter.id);
});

it('puts a console into the registry, once', () => {
  const registry = readFileSync(join(import.meta.dirname, '../../adapters/registry.ts'), 'utf8');
  const more = registered(registry, 'lantern-market');
  expect(more).toContain("import lanternMarket from './consoles/lantern-market.ts';\n");
  expect(more.match(/lanternMarket/g)).toHaveLength(2);
  expect(more.length - registry.length).toBeLessThan(90);
});
