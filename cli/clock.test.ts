import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { log } from '../core/clock/log.fixture.ts';
import { run } from './clock.ts';
import { hear } from './io.fixture.ts';
import { UsageError } from './verb.ts';

const line = (by: string, time: string, more: object = {}) =>
  JSON.stringify({ conversation: 'c1', by, at: `2026-10-01T${time}+08:00`, ...more });

const clock = (profile: string, input: string[], ...more: string[]) =>
  hear(run, ['--profile', profile, ...more], input);

describe('counterside clock', () => {
  it('gives a line for each wait and the figure last', async () => {
    const said = await clock('taobao-3min-rate', [
      line('buyer', '10:10:15'),
      line('buyer', '10:15:20'),
      line('agent', '10:18:10'),
      line('buyer', '10:18:30'),
      line('agent', '10:19:00'),
    ]);
    expect(said.status).toBe(0);
    expect(said.out.map((text) => JSON.parse(text))).toEqual([
      {
        conversation: 'c1',
        startedAt: '2026-10-01T10:10:15+08:00',
        answeredAt: '2026-10-01T10:18:10+08:00',
        seconds: 475,
        counts: true,
        why: '10:10:15 buyer → 10:18:10 agent = 475 s; 1 more from the buyer meanwhile; due by 10:13:15',
      },
      {
        conversation: 'c1',
        startedAt: '2026-10-01T10:18:30+08:00',
        answeredAt: '2026-10-01T10:19:00+08:00',
        seconds: 30,
        counts: true,
        why: '10:18:30 buyer → 10:19:00 agent = 30 s',
      },
      {
        metrics: { profile: 'taobao-3min-rate', value: 0.5, unit: 'ratio', counted: 2, met: 1, excluded: 0 },
      },
    ]);
  });

  it('says nothing of a ratio where the figure is a mean, and null of nothing', async () => {
    const said = await clock('manual-mean-response', [line('agent', '10:00:00')]);
    expect(said.out).toEqual([
      '{"metrics":{"profile":"manual-mean-response","value":null,"unit":"s","counted":0,"excluded":0}}',
    ]);
  });

  it('gives times back as they were written', async () => {
    const at = '2026-10-01T02:00:00.500Z';
    const said = await clock('manual-mean-response', [
      JSON.stringify({ conversation: 'c1', by: 'buyer', at }),
    ]);
    expect(JSON.parse(said.out[0]!)).toMatchObject({
      startedAt: at,
      answeredAt: null,
      seconds: null,
      counts: false,
    });
  });

  it('reads what kind of text it is', async () => {
    const chat = [
      line('buyer', '10:00:00', { text: 'where is my parcel?' }),
      line('agent', '10:00:20', { text: 'Hello' }),
    ];
    expect((await clock('tiktok-us-24h-rate', chat)).out.at(-1)).toContain('"met":0');
    chat.push(line('agent', '10:05:00', { text: 'It left our warehouse yesterday.' }));
    expect((await clock('tiktok-us-24h-rate', chat)).out.at(-1)).toContain('"met":1');
  });

  it('keeps the order of the input', async () => {
    const chat = ['b', 'a'].flatMap((conversation) => [
      line('buyer', '10:00:00', { conversation }),
      line('agent', '10:00:20', { conversation }),
    ]);
    const said = await clock('manual-mean-response', chat);
    expect(said.out.slice(0, -1).map((text) => JSON.parse(text).conversation)).toEqual(['b', 'a']);
  });

  it('goes on after a bad line and says which', async () => {
    const said = await clock('manual-mean-response', [
      line('buyer', '10:00:00'),
      '{',
      line('shop', '10:00:10'),
      line('agent', '10:00:20'),
    ]);
    expect(said.status).toBe(1);
    expect(said.err).toHaveLength(2);
    expect(said.err[1]).toBe('line 3: "by": not one of buyer, agent, robot, system, unknown');
    expect(JSON.parse(said.out[0]!).seconds).toBe(20);
  });

  it('takes log events, in any order', async () => {
    const events = log(
      { at: '10:00:03', page: '10:00:00' },
      { by: 'agent', at: '10:00:50', page: '10:00:47' },
      { kind: 'on', at: '09:00:00' },
    ).map((event) => JSON.stringify(event));
    const said = await clock('manual-mean-response', events);
    expect(JSON.parse(said.out[0]!)).toMatchObject({
      conversation: 'c1',
      startedAt: '2026-10-01T10:00:00+08:00',
      answeredAt: '2026-10-01T10:00:47+08:00',
      seconds: 47,
    });
    expect(await clock('manual-mean-response', events.reverse())).toEqual(said);
    expect((await clock('manual-mean-response', ['{"bootId":"b"}'])).err[0]).toMatch(/^line 1: /);
  });

  it('takes shifts, by which 京东 knows a left message', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'shifts-')), 'shifts.ndjson');
    writeFileSync(
      file,
      '{"person":"wang","from":"2026-10-01T09:00:00+08:00","to":"2026-10-01T12:00:00+08:00"}\n{"from":1}\n',
    );
    const said = await clock('jd-first-30s-rate', [line('buyer', '12:30:00')], '--shifts', file);
    expect(said.out.at(-1)).toContain('"counted":0,"met":0,"excluded":1');
    expect(said.err).toEqual([`${file}: line 2: "from": not an ISO 8601 time with offset`]);
    expect(said.status).toBe(1);
  });

  it.each([
    ['no profile', []],
    ['an unknown profile', ['--profile', 'nobody']],
    ['an unknown option', ['--profile', 'manual-mean-response', '--until', 'now']],
    ['a missing file', ['--profile', 'manual-mean-response', '/nowhere/at-all']],
  ])('refuses %s', async (_, args) => {
    await expect(hear(run, args)).rejects.toThrow(UsageError);
  });
});
