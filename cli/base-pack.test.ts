import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePack, scriptsOf } from '../scripts-library/pack.ts';
import { readBasePack } from './build/read-seeds.ts';
import { readTrace, traceGaps, traceOf } from './build/trace.ts';

const parsed = parsePack(readBasePack());

describe('the built-in pack', () => {
  test('is a valid pack', () => expect(parsed.ok ? [] : parsed.errors).toEqual([]));

  const scripts = parsed.ok ? scriptsOf(parsed.pack) : [];

  test('every script names a seed row and carries at least five questions', () => {
    const thin = scripts.filter(({ intents }) => intents.flatMap(({ examples }) => examples).length < 5);
    expect(thin.map(({ id }) => id)).toEqual([]);
    expect(
      scripts.filter(({ source }) => !source.every((row) => /^seed 00[0-4] /u.test(row))).map(({ id }) => id),
    ).toEqual([]);
  });

  test('no question stands twice in one language', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, intents } of scripts) {
      for (const question of intents.flatMap(({ examples }) => examples)) {
        if (seen.has(question)) twice.push(`${question}: ${seen.get(question)} and ${id}`);
        seen.set(question, id);
      }
    }
    expect(twice).toEqual([]);
  });

  test('a script in another language says in Chinese what it says', () => {
    const foreign = scripts.filter(({ language }) => language === 'en');
    expect(foreign.length).toBeGreaterThanOrEqual(40);
    expect(foreign.filter(({ gloss }) => !/\p{Script=Han}/u.test(gloss ?? '')).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('the six tables of seed 000 are all there', () => {
    const rows = new Set(scripts.flatMap(({ source }) => source));
    for (const table of [1, 2, 3, 4, 5, 6]) expect(rows).toContain(`seed 000 附表${table}`);
  });
});

test('seeds/README.md is the trace of what the pack holds', () => {
  const written = readFileSync(join(import.meta.dirname, '../seeds/README.md'), 'utf8');
  expect(written).toBe(traceOf(readBasePack(), readTrace()));
});

test('every section of the manuals is somewhere, and every script names a section', () =>
  expect(traceGaps(readBasePack(), readTrace())).toEqual([]));
