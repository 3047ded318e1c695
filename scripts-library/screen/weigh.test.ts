import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../rule.schema.ts';
import type { Clues } from '../rule.ts';
import { compileRules } from './compile.ts';
import { engineOf, rule } from './rules.for-tests.ts';
import { screen } from './scan.ts';

const CLUES: Clues = {
  within: 10,
  enough: 3,
  signs: [
    { points: 2, phrases: ['便宜', '少收'] },
    { points: 1, phrases: ['视频', '扫一扫', '便宜卖'] },
    { points: 2, phrases: ['不方便'] },
    { points: -2, phrases: ['快递', '安装视频', '扫一扫'] },
  ],
};

const found = (text: string, part: Partial<Clues> = {}): string[] =>
  screen(engineOf(rule({ id: 'r', phrases: ['留个号'], clues: { ...CLUES, ...part } })), text, {
    by: 'agent',
  }).map(({ start, end }) => text.slice(start, end));

describe('signs', () => {
  it.each([
    ['alone the hit says little', '留个号', []],
    ['one sign is not enough', '留个号，便宜', []],
    ['two are, and are shown', '留个号，便宜，发视频给您', ['留个号，便宜，发视频']],
    ['before the hit as after it', '这里不方便，您留个号，便宜', ['不方便，您留个号，便宜']],
    ['one said twice counts once', '留个号，便宜，少收您钱', []],
    ['what speaks for the sentence is taken off', '留个号，便宜，视频，快递', []],
    ['out of reach they do not count', '留个号，便宜，我们这里每天都要直播到很晚的，视频', []],
    ['the end of a sentence is farther', '留个号。便宜。不方便', []],
    ['a word in a longer one of the opposite meaning says nothing', '留个号，便宜，看安装视频', []],
    ['no two take the same characters', '留个号，便宜卖', []],
    ['a sign in the hit itself is none', '便宜，扫一扫', []],
  ])('%s: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it('that weigh the same leave the longest word standing', () => {
    const signs = [
      { points: 2, phrases: ['单独给', '少收'] },
      { points: 2, phrases: ['单独给您发'] },
    ];
    expect(found('留个号，单独给您发，少收十块', { signs, enough: 4 })).toEqual(['留个号，单独给您发，少收']);
  });

  it('come beside what must stand near', () => {
    const engine = engineOf(
      rule({ id: 'r', phrases: ['留个号'], near: [{ phrases: ['老板'], within: 4 }], clues: CLUES }),
    );
    const alarms = (text: string): number => screen(engine, text, { by: 'agent' }).length;
    expect(alarms('老板，留个号，不方便，便宜')).toBe(1);
    expect(alarms('您留个号，不方便，便宜')).toBe(0);
    expect(alarms('老板，留个号')).toBe(0);
  });

  it('may begin anywhere in a rule without phrases, and the one that begins counts', () => {
    const engine = engineOf(
      rule({
        id: 'r',
        clues: {
          within: 10,
          enough: 3,
          signs: [
            { points: 2, phrases: ['不方便', '说不了'] },
            { points: 1, phrases: ['便宜'] },
            { points: -1, phrases: ['快递'] },
          ],
        },
      }),
    );
    const spans = (text: string): string[] =>
      screen(engine, text, { by: 'agent' }).map(({ start, end }) => text.slice(start, end));
    expect(spans('这里不方便，便宜给您')).toEqual(['不方便，便宜']);
    expect(spans('便宜给您，这里不方便')).toEqual(['便宜给您，这里不方便']);
    expect(spans('这里不方便，也说不了')).toEqual([]);
    expect(spans('便宜')).toEqual([]);
    expect(spans('快递不方便，便宜')).toEqual([]);
    expect(spans('快递，快递')).toEqual([]);
  });

  it('travel as what each weighs', () => {
    const { rules } = compileRules([rule({ id: 'r', phrases: ['号'], clues: CLUES })], { packHash: 't' });
    expect(rules[0]?.clues).toEqual({ within: 10, enough: 3, points: [2, 1, 2, -2] });
  });

  it('are at most sixteen with the conditions beside them', () => {
    const sign = { points: 1, phrases: ['a'] };
    const of = (count: number) =>
      ruleSchema.safeParse(
        rule({
          id: 'r',
          phrases: ['b'],
          near: [{ phrases: ['c'], within: 1 }],
          clues: { within: 1, enough: 1, signs: Array.from({ length: count }, () => sign) },
        }),
      ).success;
    expect([of(15), of(16)]).toEqual([true, false]);
  });
});
