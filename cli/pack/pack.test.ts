import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { goodPack, rule, script } from '../../tests/packs/good-pack.ts';
import { hear } from '../io.fixture.ts';
import { runVerb } from '../verbs.ts';

// A hang limit only: compiling rules takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const pack = (...words: string[]) =>
  hear((args, io) => runVerb(['pack', ...args], io), [...words, '--lang', 'zh']);
async function put(name: string, content: unknown): Promise<string> {
  await writeFile(at(name), typeof content === 'string' ? content : stringify(content));
  return at(name);
}
const only = (said: { out: readonly string[] }) => JSON.parse(said.out[0] ?? 'null');

describe('counterside pack', () => {
  it('builds a folder of YAML, signs it with a new key, and verifies it', async () => {
    const { rules, scripts, facts, ...manifest } = goodPack;
    for (const list of ['src/rules', 'src/scripts']) await mkdir(at(list), { recursive: true });
    await put('src/pack.yml', manifest);
    await put('src/rules/promise.yml', rules);
    await put('src/scripts/wash.yml', scripts);
    await put('src/facts.yml', facts);
    const built = await pack('build', at('src'), '--out', at('cup.cspack'), '--new-key', at('key.pem'));
    expect([built.status, only(built)]).toMatchObject([0, { id: 'cup-shop', version: 7 }]);
    expect((await stat(at('key.pem'))).mode & 0o077).toBe(0);
    const verified = await pack('verify', at('cup.cspack'));
    expect(only(verified)).toMatchObject({
      signed: true,
      fingerprint: expect.stringMatching(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/),
    });
    expect(built.err.join()).toContain(only(verified).fingerprint);
    const again = await pack('build', at('src'), '--out', at('again.cspack'), '--key', at('key.pem'));
    expect(again.status).toBe(0);
    expect(await readFile(at('again.cspack'), 'utf8')).toBe(await readFile(at('cup.cspack'), 'utf8'));
  });

  it('builds no pack that fails its own example or test, or whose script trips its own rule', async () => {
    const cases = [
      [{ ...goodPack, rules: [{ ...rule, trips: ['没有的话'] }], tests: [] }, 'E_RULE_EXAMPLE'],
      [{ ...goodPack, scripts: [{ ...script, body: '再送您一个' }] }, 'E_SCRIPT_TRIPS'],
      [{ ...goodPack, tests: [{ kind: 'screen', text: '再送您一个', rules: [] }] }, 'E_TEST'],
    ] as const;
    for (const [content, code] of cases) {
      const said = await pack('build', await put('bad.yml', content), '--out', at('never.cspack'));
      expect([said.status, said.err.join()]).toEqual([1, expect.stringContaining(code)]);
      await expect(stat(at('never.cspack'))).rejects.toThrow('ENOENT');
    }
  });

  it('makes a notice of four lines a pack, and the next one a higher version', async () => {
    const file = await put(
      'today.yml',
      'id: today\nnotices:\n  - { id: out, title: 蓝色缺货, body: 明天中午前发不出, mustRead: true }\n',
    );
    const first = only(await pack('build', file, '--out', at('today.cspack')));
    const second = only(await pack('build', file, '--out', at('today.cspack')));
    expect(second.version).toBe(first.version + 1);
  });

  it('turns 千牛’s quick phrases into YAML that lints, and back into the same pack', async () => {
    const csv = await put(
      'qn.csv',
      '快捷短语编码,快捷短语,快捷短语分组\nwash,"亲，[产品名称]可以机洗\n[材质，如纯棉]",售前\n,今天发出,物流\n',
    );
    expect((await pack('import', csv, '--id', 'qn', '--out', at('qn.yml'))).status).toBe(0);
    const yaml = await readFile(at('qn.yml'), 'utf8');
    expect(yaml).toContain('{{商品}}可以机洗');
    expect(yaml).toContain('{{fill.材质}}');
    const lint = await pack('lint', at('qn.yml'));
    expect([lint.status, only(lint)]).toMatchObject([0, { scripts: 2, sound: true }]);
    expect(lint.err.every((line) => line.includes('W_FEW_EXAMPLES'))).toBe(true);
  });

  it('names each fault with file, place, code, sentence and remedy, in the language asked for', async () => {
    const file = await put('odd.json', '{"format":"counterside-pack/1",\n "id":"a","id":"b"}');
    const zh = await pack('lint', file);
    expect([zh.status, zh.err]).toEqual([
      1,
      [`${file}:第 2 行第 11 列：E_DUPLICATE_KEY 同一处写了两次“id”。请只保留一个`],
    ]);
    const en = await hear((args, io) => runVerb(['pack', ...args], io), ['lint', file, '--lang', 'en']);
    expect(en.err).toEqual([
      `${file}:line 2:11: E_DUPLICATE_KEY “id” stands twice in one place. Keep only one of them`,
    ]);
  });

  it('answers 2 to wrong usage, and 1 to a pack that is not signed', async () => {
    expect((await pack('build')).status).toBe(2);
    expect((await pack('lint', at('none.yml'))).status).toBe(2);
    expect((await pack('sign', await put('plain.yml', goodPack))).status).toBe(2);
    const plain = await pack('verify', at('plain.yml'));
    expect([plain.status, only(plain)]).toMatchObject([1, { signed: false }]);
    const schema = await hear((args, io) => runVerb(['pack', ...args], io), ['schema']);
    expect(JSON.parse(schema.out.join('\n'))).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
