import { afterEach, describe, expect, it } from 'vitest';
import { say, speak } from '../i18n/say.ts';
import { day, spanOf } from './days.ts';
import { count, decimal, duration, moment, percent, span } from './format.ts';

afterEach(() => {
  speak('zh-CN');
});

describe('durations', () => {
  it.each([
    [0, '0 秒'],
    [4.25, '4.3 秒'],
    [9.96, '10 秒'],
    [28.4, '28 秒'],
    [60, '1 分钟'],
    [71.4, '71 秒'],
    [180, '3 分钟'],
    [185, '3 分 05 秒'],
    [3599.6, '1 小时 00 分'],
    [3840, '1 小时 04 分'],
  ])('%d s is %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

it('writes figures without noise', () => {
  expect([count(18_204), decimal(94.25), decimal(30), percent(0.9715)]).toEqual([
    '18,204',
    '94.3',
    '30',
    '97.2 %',
  ]);
});

it('names a half-open span by its first and last day', () => {
  const from = Date.parse('2025-11-03T00:00:00+08:00');
  const to = Date.parse('2025-11-09T00:00:00+08:00');
  expect(span(from, to)).toBe('11月3日 – 11月8日');
  expect(span(from, from + 1)).toBe('11月3日');
  expect(moment(from + 1000)).toBe('11-03 00:00:01');
});

it('takes days as they are where the consoles count', () => {
  const { from, to } = spanOf({ from: '2025-11-03', to: '2025-11-04' });
  expect([from, to].map((at) => new Date(at).toISOString())).toEqual([
    '2025-11-02T16:00:00.000Z',
    '2025-11-04T16:00:00.000Z',
  ]);
  expect([day(from), day(to - 1)]).toEqual(['2025-11-03', '2025-11-04']);
});

it('agrees with its number in English', () => {
  speak('en');
  expect(say('sup.turns', { n: 1 })).toBe('1 turn');
  expect(say('sup.turns', { n: '1,204' })).toBe('1,204 turns');
});
