import type { SentAt } from '../core/event.ts';
import type { TimeFormat, Zone } from './define.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** How far a page's clock may run ahead of ours before a time without a date means the day before. */
const AHEAD = 5 * MINUTE;
/** 2012: no console's message is older. */
const FIRST = 1_325_376_000_000;

/** Milliseconds east of UTC at a moment. Neither China nor Japan keeps summer time. */
function offsetOf(zone: Zone, at: number): number {
  if (zone === 'local') return -new Date(at).getTimezoneOffset() * MINUTE;
  return (zone === 'Asia/Tokyo' ? 540 : 480) * MINUTE;
}

const RELATIVE =
  /(?:^|\D)(\d{1,4})\s*(?:([秒分小])|([smh])(?:ecs?|ins?|rs?|econds?|inutes?|ours?)?\b)|刚刚|现在|just now/i;
const UNIT: Readonly<Record<string, number>> = { 秒: 1_000, 分: MINUTE, 小: 60 * MINUTE };
const ENGLISH: Readonly<Record<string, string>> = { s: '秒', m: '分', h: '小' };
// `i` would have every Chinese character looked up in the tables of letter case: slow to compile.
const CLOCK =
  /(?:^|\s)(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?|([今昨前])天|(?:星期|周)([日一二三四五六天]))?\s*(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([apAP])[mM])?$/;

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

/** Every way to write a moment, not how long ago it was. */
export const DATED = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'h:mm AM'] as const;

export const UNDATED: SentAt = { precision: 'none', source: 'observed' };

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
  if (!text) return null;
  const clock = text.includes(':') ? CLOCK.exec(text) : null;
  if (!clock) return formats.includes('relative') ? relative(text, now) : null;
  const [, year, month = 0, day, , , shown = 0, minute = 0, second = 0] = clock.map((part) =>
    Number(part ?? 0),
  );
  const [, , , , word, weekday, , , , half] = clock;
  const bare = half ? 'h:mm AM' : 'HH:mm';
  const format = year ? 'YYYY-MM-DD' : month ? 'MM-DD' : word ? '昨天' : weekday ? '星期X' : bare;
  const hour = half ? (shown % 12) + (/p/i.test(half) ? 12 : 0) : shown;
  if (!formats.includes(format) || (whole && clock.index > 0) || hour > 23 || minute > 59 || second > 59)
    return null;

  const offset = offsetOf(zone, now);
  /** Midnight of the day in the page's zone, and this clock on that day. */
  const midnight = (moment: number) => Math.floor((moment + offset) / DAY) * DAY - offset;
  const on = (start: number) => start + (hour * 60 + minute) * MINUTE + second * 1_000;
  const today = midnight(now);
  const date = (y: number) => {
    const day0 = Date.UTC(y, month - 1, day);
    return on(day0 - offsetOf(zone, day0 - offset));
  };
  const thisYear = new Date(now + offset).getUTCFullYear();

  let at: number;
  if (year) at = date(year);
  else if (month) at = date(thisYear) > now + DAY ? date(thisYear - 1) : date(thisYear);
  else if (word) at = on(today - '今昨前'.indexOf(word) * DAY);
  else if (weekday) {
    const ago = new Date(now + offset).getUTCDay() - '日一二三四五六天'.indexOf(weekday);
    at = on(today - ((ago + 14) % 7 || 7) * DAY);
  } else {
    at = on(above === null ? today : midnight(above));
    if (above !== null && at < above - MINUTE) at += DAY;
    if (at > now + AHEAD) at = on(today) > now + AHEAD ? on(today - DAY) : on(today);
  }
  return { at, precision: clock[8] ? 'second' : 'minute', format };
}

function relative(text: string, now: number): PageTime | null {
  const found = RELATIVE.exec(text);
  if (!found) return null;
  const [, count = '0', chinese, english = 'm'] = found;
  const unit = chinese ?? ENGLISH[english.toLowerCase()] ?? '分';
  const ago = Number(count) * (UNIT[unit] ?? 0);
  return { at: now - ago, precision: unit === '秒' ? 'second' : 'minute', format: 'relative' };
}

/** A number that is epoch milliseconds or seconds, of a message that may have been sent by now; else null. */
export function parseEpoch(text: string, now: number): number | null {
  const at = /^\d{10}(\d{3})?$/.test(text) ? Number(text.padEnd(13, '0')) : 0;
  return at > FIRST && at <= now + DAY ? at : null;
}

/** An ISO moment that says its offset, of a message that may have been sent by now; else null. */
export function parseIso(text: string, now: number): number | null {
  const at = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : 0;
  return at > FIRST && at <= now + DAY ? at : null;
}
