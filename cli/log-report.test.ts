import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { log } from '../core/clock/log.fixture.ts';
import { hear } from './io.fixture.ts';
import { saveLog } from './log-file.fixture.ts';
import { run } from './log-report.ts';
import { UsageError } from './verb.ts';

let path = '';
beforeAll(async () => {
  path = await saveLog(
    'reported',
    log(
      { at: '10:00:00', page: '10:00:00', id: 'asked' },
      { by: 'agent', at: '10:00:40', page: '10:00:40', id: 'said', level: 'warn' },
    ),
  );
});

describe('counterside log report', () => {
  it('prints rows', async () => {
    const said = await hear(run, [path, '--rows', 'turn', '--format', 'ndjson']);
    expect(said).toMatchObject({ status: 0, err: [] });
    const [about, row] = said.out
      .join('\n')
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(about.logs).toMatchObject([
      { file: path, events: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(row).toMatchObject({ conversation: 'c1', seconds_low: 40, log_head: about.logs[0].head });
  });

  it('writes a file, and beside a CSV what its columns mean', async () => {
    const out = `${path}.csv`;
    const said = await hear(run, [
      path,
      '--rows',
      'finding',
      '--format',
      'csv',
      '--lang',
      'en',
      '--out',
      out,
    ]);
    const { files, rows, heads } = JSON.parse(said.out[0]!);
    expect([files, rows]).toEqual([[out, `${out}.dictionary.csv`], 1]);
    expect(readFileSync(out, 'utf8')).toContain(heads[0]);
    expect(readFileSync(files[1], 'utf8')).toContain('not the evidence');
  });

  it('writes nothing out of a broken log', async () => {
    const out = `${path}.html`;
    const said = await hear(run, [
      path,
      import.meta.filename,
      '--rows',
      'case',
      '--format',
      'html',
      '--out',
      out,
    ]);
    expect([said.status, said.out, existsSync(out)]).toEqual([1, [], false]);
    expect(said.err[0]).toContain('E_NOT_LOG');
  });

  it.each([
    ['no file', []],
    ['other rows', ['x', '--rows', 'day', '--format', 'csv']],
    ['no format', ['x', '--rows', 'turn']],
    ['a workbook on standard output', ['x', '--rows', 'turn', '--format', 'xlsx']],
    ['another profile', ['x', '--rows', 'turn', '--format', 'csv', '--profile', 'none']],
  ])('refuses %s', async (_, args) => {
    await expect(hear(run, args)).rejects.toThrow(UsageError);
  });
});
