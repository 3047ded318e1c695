import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../rule.schema.ts';
import type { Clues } from '../rule.ts';
import { type CompiledRule, compileRules } from './compile.ts';
import type { Hit } from './hit.ts';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { HIT, NEAR, packMeaning, UNLESS } from './meaning.ts';
import { engineOf, reader, rule } from './rules.for-tests.ts';
import { screen } from './scan.ts';
import { weigh } from './weigh.ts';

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

const PLAIN = { index: 0, group: 0, reversed: false, weak: false };
const compiled: CompiledRule = { id: 'r', category: 'diversion', level: 'warn', by: ['agent'] };
interface More {
  readonly enough?: number;
  readonly within?: number;
  readonly text?: string;
  readonly near?: readonly number[];
  readonly exceptNegated?: true;
}

/** `weigh` alone, on hits laid into twenty-four characters that mean nothing. */
describe('weighing', () => {
  const TEXT = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
  const read = reader();
  const words = loadLanguage(LANGUAGE);
  const hit: Hit = { meaning: packMeaning({ ...PLAIN, role: HIT }), from: 10, to: 12, folds: 0 };
  const sign = (group: number, from: number, to: number, role = NEAR): Hit => ({
    meaning: packMeaning({ ...PLAIN, role, group }),
    from,
    to,
    folds: 0,
  });
  const weighed = (points: readonly number[], signs: readonly Hit[], more: More = {}): string[] | null => {
    const { enough = 2, within = 8, text = TEXT, ...part } = more;
    const clues = { within, enough, points };
    const rule = { ...compiled, ...part, clues } satisfies CompiledRule;
    return weigh(rule, hit, signs, read(text), words)?.map(({ from, to }) => `${from}-${to}`) ?? null;
  };

  it('counts what stands near and nothing else', () => {
    expect(weighed([2], [sign(0, 4, 6)])).toEqual(['4-6']);
    expect(weighed([2], [sign(0, 4, 6, UNLESS)])).toBeNull();
    expect(weighed([2], [sign(0, 4, 6, HIT)])).toBeNull();
  });

  it('leaves the conditions before the signs alone', () => {
    const near = { near: [5, 5] };
    expect(weighed([2], [sign(0, 4, 6), sign(1, 13, 15)], near)).toBeNull();
    expect(weighed([2, 3], [sign(1, 4, 6), sign(2, 13, 15)], near)).toEqual(['13-15']);
  });

  it('reaches as far as it says', () => {
    expect(weighed([2], [sign(0, 14, 16)], { within: 2 })).toEqual(['14-16']);
    expect(weighed([2], [sign(0, 15, 17)], { within: 2 })).toBeNull();
    expect(weighed([2], [sign(0, 6, 8)], { within: 2 })).toEqual(['6-8']);
    expect(weighed([2], [sign(0, 5, 7)], { within: 2 })).toBeNull();
  });

  it('does not count what is denied against a sentence, where the rule says so', () => {
    const text = `甲乙不能${TEXT.slice(4)}`;
    expect(weighed([2], [sign(0, 4, 6)], { text })).toEqual(['4-6']);
    expect(weighed([2], [sign(0, 4, 6)], { text, exceptNegated: true })).toBeNull();
    expect(weighed([2], [sign(0, 4, 6)], { exceptNegated: true })).toEqual(['4-6']);
    // What speaks for the sentence does so denied too.
    expect(weighed([3, -2], [sign(0, 13, 15), sign(1, 4, 6)], { text, exceptNegated: true })).toBeNull();
  });

  it('takes the heaviest first, then the longest, then the nearest', () => {
    // The heavier takes the characters.
    expect(weighed([1, 2], [sign(0, 4, 7), sign(1, 6, 8)])).toEqual(['6-8']);
    expect(weighed([2, 2], [sign(0, 4, 6), sign(1, 5, 8)])).toEqual(['5-8']);
    expect(weighed([2, 2], [sign(0, 5, 8), sign(1, 4, 6)])).toEqual(['5-8']);
    expect(weighed([2], [sign(0, 4, 6), sign(0, 13, 15)])).toEqual(['13-15']);
    expect(weighed([2], [sign(0, 13, 15), sign(0, 4, 6)])).toEqual(['13-15']);
    expect(weighed([2], [sign(0, 7, 9), sign(0, 16, 18)])).toEqual(['7-9']);
    expect(weighed([2], [sign(0, 16, 18), sign(0, 7, 9)])).toEqual(['7-9']);
  });

  it('takes what touches the hit, and nothing that shares a character with it', () => {
    expect(weighed([2], [sign(0, 8, 10)])).toEqual(['8-10']);
    expect(weighed([2], [sign(0, 12, 14)])).toEqual(['12-14']);
    expect(weighed([2], [sign(0, 8, 11)])).toBeNull();
    expect(weighed([2], [sign(0, 11, 14)])).toBeNull();
    // What speaks for the sentence may lie anywhere.
    expect(weighed([3, -2], [sign(0, 4, 6), sign(1, 10, 12)])).toBeNull();
    expect(weighed([3, -2], [sign(0, 4, 6), sign(1, 4, 6)])).toBeNull();
  });

  it('drops a word in a longer one of the opposite meaning', () => {
    expect(weighed([3, -1], [sign(0, 5, 7), sign(1, 4, 7)])).toBeNull();
    expect(weighed([3, -1], [sign(0, 4, 6), sign(1, 4, 7)])).toBeNull();
    expect(weighed([3, -3], [sign(0, 4, 7), sign(1, 5, 7)])).toEqual(['4-7']);
    // The same characters, some of them, and others: each says what it says.
    expect(weighed([3, -1], [sign(0, 4, 7), sign(1, 4, 7)])).toEqual(['4-7']);
    expect(weighed([3, -1], [sign(0, 4, 6), sign(1, 5, 8)])).toEqual(['4-6']);
    expect(weighed([3, -1], [sign(0, 6, 8), sign(1, 4, 7)])).toEqual(['6-8']);
    expect(weighed([3, -1], [sign(0, 4, 6), sign(1, 13, 16)])).toEqual(['4-6']);
    // One of three that holds it is enough, and one of the same meaning drops nothing.
    expect(weighed([3, -1, -1], [sign(0, 5, 7), sign(1, 4, 7), sign(2, 13, 15)])).toBeNull();
    expect(weighed([1, 1], [sign(0, 5, 7), sign(1, 4, 7), sign(0, 14, 16)])).toEqual(['4-7', '14-16']);
  });
});
