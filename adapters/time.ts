import type { SentAt } from '../core/event.ts';
import type { TimeFormat, Zone } from './define.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far a page's clock may run ahead of ours before a time without a date means yesterday. */
const AHEAD = 5 * MINUTE;
/** No console's message is older than this: a number below it is no time. */
const FIRST = Date.UTC(2012, 0, 1);

/** Minutes east of UTC. China keeps no summer time. */
const OFFSET: Readonly<Record<Zone, number>> = { 'Asia/Shanghai': 480 };

const RELATIVE = /(?:^|\D)(\d{1,4})\s*(秒|分钟|小时)|(刚刚|现在)/;
const SECONDS: Readonly<Record<string, number>> = { 秒: 1, 分钟: 60, 小时: 3_600 };
const CLOCK =
  /(?:^|\s)(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{1,2})[-/月](\d{1,2})日?|(昨天|前天|今天)|(?:星期|周)([一二三四五六日天]))?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2 };

/** A time as read, with the style of its date: only `relative` moves while one looks at it. */
export interface PageTime {
  readonly at: number;
  readonly precision: 'second' | 'minute';
  readonly format: TimeFormat;
}

export interface TimeContext {
  readonly zone: Zone;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The last dated time above; a clock without a date goes on from there. */
  readonly above?: number | null;
}

/**
 * The time that `text` ends in, in one of the formats; null if there is none. With `whole`, the text must be
 * nothing else. A clock without a date is the first after `above`, else the last that is not in the future.
 */
export function parseTime(
  text: string,
  formats: readonly TimeFormat[],
  { zone, now, above = null }: TimeContext,
  whole = false,
): PageTime | null {
  const tail = text.trim();
  if (tail.length > 80) return null;
  const shift = OFFSET[zone] * MINUTE;
  const clock = CLOCK.exec(tail);
  if (!clock || (whole && clock.index > 0))
    return formats.includes('relative') && !clock ? relative(tail, now) : null;
  const [, year, month, day, shortMonth, shortDay, word, weekday, hour, minute, second] = clock;
  const format: TimeFormat = year
    ? 'YYYY-MM-DD'
    : shortMonth
      ? 'MM-DD'
      : word
        ? '昨天'
        : weekday
          ? '星期X'
          : 'HH:mm';
  if (!formats.includes(format) || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    return null;
  const inDay = (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second ?? 0) * 1_000;
  const dayOf = (moment: number) => Math.floor((moment + shift) / DAY) * DAY;
  const today = dayOf(now);
  const on = (start: number) => start + inDay - shift;
  const thisYear = new Date(today).getUTCFullYear();

  let time: number;
  if (year) time = on(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  else if (shortMonth) {
    time = on(Date.UTC(thisYear, Number(shortMonth) - 1, Number(shortDay)));
    if (time > now + DAY) time = on(Date.UTC(thisYear - 1, Number(shortMonth) - 1, Number(shortDay)));
  } else if (word) time = on(today - (DAYS_AGO[word] ?? 0) * DAY);
  else if (weekday) {
    const wanted = '日一二三四五六'.indexOf(weekday === '天' ? '日' : weekday);
    time = on(today - ((new Date(today).getUTCDay() - wanted + 7) % 7 || 7) * DAY);
  } else {
    time = on(above === null ? today : dayOf(above));
    if (above !== null && time < above - MINUTE) time += DAY;
    if (time > now + AHEAD) time = on(today) > now + AHEAD ? on(today - DAY) : on(today);
  }
  return { at: time, precision: second ? 'second' : 'minute', format };
}

function relative(text: string, now: number): PageTime | null {
  const found = RELATIVE.exec(text);
  if (!found) return null;
  const [, count, unit] = found;
  const ago = Number(count ?? 0) * (SECONDS[unit ?? ''] ?? 0) * 1_000;
  return { at: now - ago, precision: unit === '秒' ? 'second' : 'minute', format: 'relative' };
}

/** A number that is epoch milliseconds or seconds, of a message that may have been sent by now; else null. */
export function parseEpoch(text: string, now: number): number | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  const at = Number(text) * (text.length === 10 ? 1_000 : 1);
  return at >= FIRST && at <= now + DAY ? at : null;
}

export const UNDATED: SentAt = { precision: 'none', source: 'observed' };
