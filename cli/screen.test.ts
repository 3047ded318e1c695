import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run } from './screen.ts';
import { UsageError } from './verb.ts';

// A hang limit only: compiling all rules takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

async function screenLines(args: string[], ...lines: unknown[]) {
  const out: unknown[] = [];
  const err: string[] = [];
  async function* input() {
    for (const line of lines) yield typeof line === 'string' ? line : JSON.stringify(line);
  }
  const status = await run(args, {
    lines: input(),
    out: async (line) => void out.push(JSON.parse(line)),
    err: (line) => void err.push(line),
  });
  return { status, out, err };
}

const PACK = {
  format: 'counterside-pack/1',
  rules: [
    {
      id: 'no-kiss',
      kind: 'phrase',
      category: 'language',
      level: 'warn',
      title: '称呼',
      message: '不用这个称呼。',
      why: '本店不用。',
      phrases: ['宝子'],
      trips: ['宝子'],
      passes: ['宝贝'],
      source: 'test',
      seenOn: '2026-11',
      confidence: 'high',
    },
  ],
};

async function packFile(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'screen-')), 'shop.cspack');
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe('screen', () => {
  it('answers a line for a line, in order, with the match as typed', async () => {
    const { status, out } = await screenLines(
      [],
      { id: 'a', text: '亲，加 我 薇 信' },
      { id: 2, text: '您好，今天发货' },
    );
    expect(status).toBe(0);
    expect(out).toMatchObject([
      {
        id: 'a',
        findings: [{ category: 'diversion', level: 'block', start: 2, end: 9, match: '加 我 薇 信' }],
      },
      { id: 2, findings: [] },
    ]);
  });

  it('heeds speaker and platform', async () => {
    const { out } = await screenLines(
      [],
      { id: 1, text: '加个微信吧', by: 'buyer' },
      { id: 2, text: 'Hello', platform: 'tiktok' },
      { id: 3, text: 'Hello' },
    );
    expect(out).toMatchObject([
      { findings: [{ rule: 'diversion-buyer-asks', level: 'hint' }] },
      { findings: [{ category: 'non-answer' }] },
      { findings: [] },
    ]);
  });

  it('names the line that it cannot read and goes on', async () => {
    const { status, out, err } = await screenLines([], 'nonsense', { id: 1 }, { id: 2, text: '好的' });
    expect(status).toBe(1);
    expect(err).toEqual([expect.stringContaining('line 1'), expect.stringMatching(/line 2.*text/)]);
    expect(out).toEqual([{ id: 2, findings: [] }]);
  });

  it('screens with the packs that it is given, beside the built-in one if that is named', async () => {
    const pack = await packFile(PACK);
    const lines = [{ id: 1, text: '宝子，加我微信' }];
    const rules = async (...args: string[]) =>
      (await screenLines(args, ...lines)).out.flatMap((line) =>
        (line as { findings: { rule: string }[] }).findings.map((f) => f.rule),
      );
    expect(await rules('--pack', pack)).toEqual(['no-kiss']);
    expect(await rules('--pack', 'base', pack)).toEqual(['no-kiss', 'diversion-contact']);
  });

  it.each([
    ['an unknown option', async () => ['--nope']],
    ['no pack', async () => ['--pack']],
    ['a pack that is not there', async () => ['--pack', '/nowhere.cspack']],
    ['a pack with a broken rule', async () => ['--pack', await packFile({ rules: [{ id: 'x' }] })]],
    [
      'a pack with a broken phrase',
      async () => ['--pack', await packFile({ rules: [{ ...PACK.rules[0], phrases: ['{加'] }] })],
    ],
  ])('refuses %s', async (_, args) => {
    await expect(screenLines(await args(), { id: 1, text: 'x' })).rejects.toBeInstanceOf(UsageError);
  });
});
