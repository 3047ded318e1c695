import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hear } from './io.fixture.ts';
import { runVerb } from './verbs.ts';

const HANG_MS = 60_000;
const start = (...args: string[]) =>
  spawn('node', ['--import', 'tsx', join(import.meta.dirname, 'main.ts'), ...args]);

describe('runVerb', () => {
  it.each([
    ['no verb', []],
    ['an unknown verb', ['dance']],
    ['half a verb', ['log']],
    ['wrong usage of a verb', ['clock', '--profile', 'nobody']],
  ])('answers 2 to %s, with usage on standard error alone', async (_, args) => {
    const said = await hear(runVerb, args);
    expect(said).toMatchObject({ status: 2, out: [] });
    expect(said.err.join('\n')).toContain('counterside clock --profile ID');
  });
});

describe('the command', () => {
  it(
    'reads standard input and exits 1 after a bad line',
    async () => {
      const child = start('clock', '--profile', 'manual-mean-response');
      child.stdin.end('{"conversation":"c","by":"buyer","at":"2026-10-01T10:00:00+08:00"}\nbad\n');
      const [out, err] = await Promise.all(
        [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray()),
      );
      expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
      expect(out!.join('').trim().split('\n')).toHaveLength(2);
      expect(err!.join('')).toMatch(/line 2: not JSON/);
    },
    HANG_MS,
  );

  it(
    'ends without a word when nobody reads on',
    async () => {
      const child = start('clock', '--profile', 'pdd-5min-rate');
      child.stdout.once('data', () => child.stdout.destroy());
      const errors = child.stderr.setEncoding('utf8').toArray();
      const line = (i: number) => `{"conversation":"c${i}","by":"buyer","at":"2026-10-01T10:00:00+08:00"}\n`;
      child.stdin.end(Array.from({ length: 20_000 }, (_, i) => line(i)).join(''));
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect((await errors).join('')).toBe('');
    },
    HANG_MS,
  );
});
