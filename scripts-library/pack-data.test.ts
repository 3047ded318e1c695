import { expect, it } from 'vitest';
import { z } from 'zod';
import { packSchema } from './pack.schema.ts';

// A pack is data: nothing in it is run, fetched or drawn as markup, whatever somebody writes into it.

interface Found {
  readonly path: string;
  readonly type: string;
  readonly open: boolean;
}

/** Every field that a pack may have, with what may stand in it. */
function fieldsOf(
  schema: z.core.JSONSchema.BaseSchema,
  defs = schema.$defs ?? {},
  path = '',
  seen = new Set<string>(),
): Found[] {
  const into = (one: unknown, at: string): Found[] =>
    typeof one === 'object' && one !== null
      ? fieldsOf(one as z.core.JSONSchema.BaseSchema, defs, at, seen)
      : [];
  const { $ref, type, properties, items, additionalProperties, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) {
    if (seen.has($ref)) return [];
    seen.add($ref);
    return into($ref === '#' ? undefined : defs[$ref.replace('#/$defs/', '')], path);
  }
  const own: Found = {
    path,
    type: String(type ?? (schema.const !== undefined || schema.enum ? 'one of some words' : 'choice')),
    open: type === 'object' && additionalProperties === undefined,
  };
  return [
    own,
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => into(one, `${path}/${name}`)),
    ...into(items, `${path}[]`),
    ...into(additionalProperties, `${path}/*`),
    ...[...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].flatMap((one) => into(one, path)),
  ];
}

const fields = fieldsOf(z.toJSONSchema(packSchema, { unrepresentable: 'any', io: 'input' }));

it('has no field for anything that runs, is fetched or is markup', () => {
  expect(fields.length).toBeGreaterThan(100);
  const names = fields.flatMap(({ path }) => path.split('/').at(-1)?.replaceAll('[]', '') ?? []);
  expect(
    names.filter((name) =>
      /^(?:html|markup|url|uri|href|src|link|regexp?|pattern|match|eval|js|javascript|function|expression|formula|template|fetch|import|include|module|style|css)$/i.test(
        name,
      ),
    ),
  ).toEqual([]);
});

it('has no place for fields that nobody knows', () => {
  expect(fields.filter(({ open }) => open).map(({ path }) => path)).toEqual([]);
});
