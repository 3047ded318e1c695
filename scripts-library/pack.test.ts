import { describe, expect, test } from 'vitest';
import { packHash, parsePack, scriptsOf } from './pack.ts';
import type { PackIssueCode } from './pack-issue.ts';

const script = {
  id: 'a',
  title: '发货',
  stage: 'pre-sale',
  intents: [{ name: '发货', examples: ['啥时候发'] }],
  body: '{{称呼|亲}}，今天发',
  source: ['seed 000 附表4'],
};
const pack = {
  format: 'counterside-pack/1',
  id: 'demo',
  version: 1,
  title: '演示',
  publisher: 'p',
  platforms: [],
  effective: '2026-01-01',
  license: 'x',
  rules: [],
  scripts: [script],
};
const errorsOf = (json: unknown): PackIssueCode[] => {
  const result = parsePack(json);
  return result.ok ? [] : result.errors.map(({ code }) => code);
};

describe('parsePack', () => {
  test('takes a good pack', () => {
    const result = parsePack(pack);
    expect(result.ok && scriptsOf(result.pack).map(({ id }) => id)).toEqual(['a']);
  });

  test.each([
    ['unknown field', { ...pack, scirpts: [] }, 'E_UNKNOWN_FIELD'],
    ['newer format', { ...pack, format: 'counterside-pack/2' }, 'E_NEWER_FORMAT'],
    ['no object', [], 'E_SCHEMA'],
    ['same id in other case', { ...pack, scripts: [script, { ...script, id: 'A' }] }, 'E_SCHEMA'],
    ['same id twice', { ...pack, scripts: [script, script] }, 'E_DUPLICATE_ID'],
    [
      'branch into nothing',
      { ...pack, scripts: [{ ...script, branches: [{ when: '一致', script: 'zz' }] }] },
      'E_REFERENCE',
    ],
    [
      'branch into itself',
      { ...pack, scripts: [{ ...script, branches: [{ when: '一致', script: 'a' }] }] },
      'E_REFERENCE',
    ],
    ['unknown slot', { ...pack, scripts: [{ ...script, body: '{{__proto__}}' }] }, 'E_SLOT_UNKNOWN'],
    ['open slot', { ...pack, scripts: [{ ...script, variants: ['{{称呼'] }] }, 'E_SLOT_SYNTAX'],
    ['no day', { ...pack, effective: '2026-02-30' }, 'E_SCHEMA'],
    ['empty body', { ...pack, scripts: [{ ...script, body: '  ' }] }, 'E_SCHEMA'],
  ] as const)('refuses %s', (_, json, code) => expect(errorsOf(json)).toContain(code));

  test('superseded advice is kept and never a script', () => {
    const old = {
      kind: 'superseded',
      id: 'old',
      title: '劝改评',
      source: ['s'],
      reason: 'r',
      basis: 'b',
      confidence: 'high',
      instead: ['a'],
    };
    const result = parsePack({ ...pack, scripts: [script, old] });
    expect(result.ok && result.pack.scripts.length).toBe(2);
    expect(result.ok && scriptsOf(result.pack).length).toBe(1);
    expect(errorsOf({ ...pack, scripts: [script, { ...old, instead: ['old'] }] })).toEqual(['E_REFERENCE']);
  });

  test('the hash follows content, not field order', () => {
    const reordered = parsePack({ ...Object.fromEntries(Object.entries(pack).reverse()) });
    const changed = parsePack({ ...pack, version: 2 });
    const first = parsePack(pack);
    if (!first.ok || !reordered.ok || !changed.ok) throw new Error('packs should parse');
    expect(packHash(reordered.pack)).toBe(packHash(first.pack));
    expect(packHash(changed.pack)).not.toBe(packHash(first.pack));
  });
});
