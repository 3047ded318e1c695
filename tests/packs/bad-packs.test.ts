import { describe, expect, it } from 'vitest';
import { openPackFile } from '../../scripts-library/importers/file.ts';
import { isError, sayIssue } from '../../scripts-library/pack-issue.ts';
import { badFiles } from './bad-packs.ts';
import { goodPack } from './good-pack.ts';

const DAY = '2026-11-22';
const open = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
  openPackFile(bytes, { name, day: DAY, highest: () => 0 });

const files = await badFiles();

it('is a corpus of at least 70', () => expect(files.length).toBeGreaterThanOrEqual(70));

describe.each(files)('$what', ({ bytes, name, code, ok }) => {
  it(`is ${ok ? 'let in with' : 'kept out by'} ${code}`, async () => {
    const found = await open(bytes, name);
    const issues = found.ok ? found.notes : found.errors;
    expect(issues.map((one) => one.code)).toContain(code);
    expect(found.ok).toBe(ok);
    for (const one of issues) {
      expect(isError(one)).toBe(!ok);
      expect([...one.message].length).toBeLessThanOrEqual(120);
      expect(one.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      for (const language of ['zh-CN', 'en'] as const)
        for (const words of Object.values(sayIssue(one, language))) expect(words).not.toMatch(/^$|\{…\}/u);
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

it('says where: each prefix of a good file is no JSON, at a line and column', async () => {
  const text = JSON.stringify(goodPack, null, 1);
  for (let end = 1; end < text.length; end += 7) {
    const found = await open(new TextEncoder().encode(text.slice(0, end)), 'a.cspack');
    if (found.ok) throw new Error(`${end} characters passed for a pack`);
    expect(found.errors[0]).toMatchObject({ code: 'E_NOT_JSON' });
    expect(found.errors[0]?.line).toBeGreaterThan(0);
  }
});

it('names what is nearest to a misspelt field, and no more than 50 faults', async () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const typo = await open(bytes({ ...goodPack, scirpts: [] }), 'a.cspack');
  expect(typo.ok ? '' : typo.errors[0]?.message).toBe('scirpts → scripts?');
  const worse = { ...goodPack, scripts: Array.from({ length: 80 }, () => ({})) };
  const found = await open(bytes(worse), 'a.cspack');
  expect(found.ok ? [] : found.errors).toHaveLength(50);
  expect(found.ok ? '' : found.errors.at(-1)?.message).toMatch(/\(\+\d+\)$/u);
});

it('keeps a character whole where two blocks of a long file meet', async () => {
  const body = '保温杯'.repeat(1300);
  const scripts = Array.from({ length: 30 }, (_, n) => ({ ...goodPack.scripts[0], id: `s-${n}`, body }));
  const found = await open(new TextEncoder().encode(JSON.stringify({ ...goodPack, scripts })), 'a.cspack');
  expect(found.ok && JSON.stringify(found.pack).includes('\ufffd')).toBe(false);
  expect(found.ok && found.pack.scripts.length).toBe(30);
});
