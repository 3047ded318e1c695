import { expect, test } from 'vitest';
import { readBasePack } from '../cli/build/read-seeds.ts';
import { lintPack } from './lint.ts';
import { parsePack } from './pack.ts';

const parsed = parsePack(readBasePack());

// Compiling and screening everything takes seconds on a busy machine.
test('the built-in pack is valid and passes its own lint', { timeout: 30_000 }, () => {
  expect(parsed.ok ? [] : parsed.errors).toEqual([]);
  expect(parsed.ok ? lintPack(parsed.pack) : []).toEqual([]);
});

test('names a script that trips a rule, thin examples and a question asked twice', () => {
  if (!parsed.ok) throw new Error('the built-in pack should parse');
  const script = {
    id: 'x',
    title: 't',
    stage: 'pre-sale' as const,
    intents: [{ name: 'n', examples: ['加个微信'] }],
    body: '加我微信 abc12345',
    source: ['s'],
  };
  const rules = parsed.pack.rules.filter(({ category }) => category === 'diversion');
  const codes = lintPack({
    ...parsed.pack,
    rules,
    scripts: [script, { ...script, id: 'y', body: '好的' }],
  }).map(({ code, path }) => `${code} ${path}`);
  expect(codes).toContain('E_SCRIPT_TRIPS scripts/x');
  expect(codes).toContain('W_FEW_EXAMPLES scripts/x');
  expect(codes).toContain('W_SAME_QUESTION scripts/y');
});
