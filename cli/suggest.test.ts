import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './suggest.ts';
import { UsageError } from './verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'suggest-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, rows: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
};

interface Answer {
  readonly id: unknown;
  readonly suggestions: readonly {
    readonly script: string;
    readonly title: string;
    readonly score: number;
    readonly why: string;
  }[];
}

async function ask(
  args: string[],
  queries: readonly (object | string)[],
): Promise<{ status: number; answers: Answer[]; errors: string[] }> {
  const answers: Answer[] = [];
  const errors: string[] = [];
  async function* lines(): AsyncGenerator<string> {
    for (const query of queries) yield typeof query === 'string' ? query : JSON.stringify(query);
  }
  const status = await run(args, {
    lines: lines(),
    out: async (line) => void answers.push(JSON.parse(line) as Answer),
    err: (line) => void errors.push(line),
  });
  return { status, answers, errors };
}
const says = (text: string): object[] => [{ by: 'buyer', text }];

describe('counterside suggest', () => {
  test('ranks the built-in pack, in input order, and stays silent on nothing', async () => {
    const { status, answers } = await ask(
      ['--top', '2'],
      [
        { id: 'a', conversation: says('显示签收了可是我没收到') },
        { id: 2, conversation: says('嗯') },
      ],
    );
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 2]);
    expect(answers[0]?.suggestions[0]).toMatchObject({
      script: 'signed-not-received',
      title: '显示签收却没收到',
    });
    expect(answers[0]?.suggestions.length).toBeLessThanOrEqual(2);
    expect(answers[1]?.suggestions).toEqual([]);
  });

  test('--library alone is ranked, and --history teaches it', async () => {
    const library = file('library', [
      { id: 7, text: '第一个仓库出的货' },
      { id: 8, title: '换灯泡', text: '换个新的就好' },
    ]);
    const history = file('history', [{ conversation: [{ by: 'unknown', text: '屋里黑' }], script: 7 }]);
    const { answers } = await ask(
      ['--library', library, '--history', history],
      [
        { id: 1, conversation: says('屋里黑') },
        { id: 2, conversation: says('灯泡') },
      ],
    );
    expect(answers.map(({ suggestions }) => suggestions[0]?.script)).toEqual(['7', '8']);
  });

  test('--candidates ranks what the line brings', async () => {
    const { answers } = await ask(
      ['--candidates'],
      [
        {
          id: 1,
          conversation: says('怎么退货'),
          candidates: [
            { id: 'x', text: '颜色有三种' },
            { id: 'y', text: '在订单里申请退货' },
          ],
        },
      ],
    );
    expect(answers[0]?.suggestions[0]?.script).toBe('y');
  });

  test('a bad line is named and skipped; wrong usage is a usage error', async () => {
    const { status, answers, errors } = await ask([], ['{', { id: 1, conversation: says('在吗') }]);
    expect([status, answers.length]).toEqual([1, 1]);
    expect(errors[0]).toContain('line 1');
    await expect(ask(['--nope'], [])).rejects.toThrow(UsageError);
    await expect(ask(['--top', '0'], [])).rejects.toThrow(UsageError);
    await expect(ask(['--pack', join(folder, 'none')], [])).rejects.toThrow(UsageError);
  });
});
