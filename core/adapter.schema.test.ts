import { expect, it } from 'vitest';
import { adapters } from '../adapters/registry.ts';
import { adapterSchema } from './adapter.schema.ts';

it.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s is of the form', (_, adapter) => {
  expect(adapterSchema.parse(JSON.parse(JSON.stringify(adapter)))).toEqual(adapter);
});

it.each([
  ['a word of its own', { run: 'alert(1)' }],
  ['a pattern for every host', { matches: ['https://*/*'] }],
  ['no place at all', { matches: [] }],
  ['a reader that is not ours', { zone: 'Mars/Base' }],
])('refuses %s', (_, about) => {
  expect(adapterSchema.safeParse({ ...adapters[0], ...about }).success).toBe(false);
});
