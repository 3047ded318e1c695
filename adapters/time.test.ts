import { describe, expect, it } from 'vitest';
import type { TimeFormat } from './define.ts';
import { parseEpoch, parseTime } from './time.ts';

const ALL: readonly TimeFormat[] = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'relative'];
const beijing = (text: string) => Date.parse(`${text}+08:00`);
/** A Tuesday. */
const NOW = beijing('2026-09-08T09:00:00');
const zone = 'Asia/Shanghai';

const shown = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
const read = (text: string, above: number | null = null, now = NOW) => {
  const time = parseTime(text, ALL, { zone, now, above });
  return time && `${shown(time.at)} ${time.precision} ${time.format}`;
};

describe('times as pages write them', () => {
  it.each([
    ['2026年09月08日 17:30:17', '2026-09-08T17:30:17 second YYYY-MM-DD'],
    ['2026/9/8 07:05', '2026-09-08T07:05:00 minute YYYY-MM-DD'],
    ['2-22 18:55:20', '2026-02-22T18:55:20 second MM-DD'],
    ['12-31 23:59', '2025-12-31T23:59:00 minute MM-DD'],
    ['9月8日 08:00', '2026-09-08T08:00:00 minute MM-DD'],
    ['昨天 20:11', '2026-09-07T20:11:00 minute 昨天'],
    ['前天 00:00:01', '2026-09-06T00:00:01 second 昨天'],
    ['今天 08:59', '2026-09-08T08:59:00 minute 昨天'],
    ['星期一 10:00', '2026-09-07T10:00:00 minute 星期X'],
    ['周二 10:00', '2026-09-01T10:00:00 minute 星期X'],
    ['星期天 10:00', '2026-09-06T10:00:00 minute 星期X'],
    ['08:59:59', '2026-09-08T08:59:59 second HH:mm'],
    ['9:04', '2026-09-08T09:04:00 minute HH:mm'],
    ['9:06', '2026-09-07T09:06:00 minute HH:mm'],
    ['客服小林 08:12:30', '2026-09-08T08:12:30 second HH:mm'],
    ['12秒', '2026-09-08T08:59:48 second relative'],
    ['已等待3分钟', '2026-09-08T08:57:00 minute relative'],
    ['2小时前', '2026-09-08T07:00:00 minute relative'],
    ['刚刚', '2026-09-08T09:00:00 minute relative'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['', '你好', '25:00', '10:61', '8:5', '10:30:5', '尺码3:40以上', '10:30到', '分钟'])(
    'no time: %s',
    (text) => expect(read(text)).toBeNull(),
  );

  it('takes only the formats asked for', () => {
    expect(parseTime('昨天 20:11', ['HH:mm'], { zone, now: NOW })).toBeNull();
    expect(parseTime('3分钟', ['HH:mm'], { zone, now: NOW })).toBeNull();
  });

  it('takes nothing beside the time where the text must be nothing else', () => {
    expect(parseTime('小林 08:12', ALL, { zone, now: NOW }, true)).toBeNull();
    expect(parseTime('08:12', ALL, { zone, now: NOW }, true)?.precision).toBe('minute');
  });

  it('goes on from the time above, over midnight', () => {
    expect(read('08:12:30', beijing('2026-09-05T08:00:00'))).toBe('2026-09-05T08:12:30 second HH:mm');
    expect(read('00:05', beijing('2026-09-05T23:50:00'))).toBe('2026-09-06T00:05:00 minute HH:mm');
    expect(read('08:00', beijing('2026-09-08T08:00:40'))).toBe('2026-09-08T08:00:00 minute HH:mm');
  });

  it('means yesterday just after midnight', () => {
    expect(read('23:58', null, beijing('2026-09-08T00:02:00'))).toBe('2026-09-07T23:58:00 minute HH:mm');
  });
});

it.each([
  ['1788859817120', 1788859817120],
  ['1788859817', 1788859817000],
  ['178885981712', null],
  ['9788859817120', null],
  ['1000000000000', null],
  ['7400000000000000001', null],
  ['12a', null],
])('epoch in an id: %s', (text, expected) => expect(parseEpoch(text, NOW + 86_400_000)).toBe(expected));
