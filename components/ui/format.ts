import { say, spoken } from '../i18n/say.ts';

/** How figures read on our pages. Units are seconds, shares 0–1 and epoch milliseconds; nothing rounds twice. */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 1,204 */
export const count = (value: number): string => whole.format(value);

/** At most `digits` after the point, none that say nothing: 94.2, 30. */
export const decimal = (value: number, digits = 1): string => String(Number(value.toFixed(digits)));

/** 0.971 → 97.1 % */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** 28 秒, 3 分钟, 2 分 05 秒, 1 小时 04 分. Rounded to the second, except below ten seconds. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return say('unit.seconds', { s: decimal(seconds) });
  const rounded = Math.round(seconds);
  if (rounded >= 60 && rounded < 3600 && rounded % 60 === 0)
    return say('unit.wholeMinutes', { m: rounded / 60 });
  if (rounded < 120) return say('unit.seconds', { s: rounded });
  if (rounded < 3600)
    return say('unit.minutes', { m: Math.floor(rounded / 60), s: String(rounded % 60).padStart(2, '0') });
  const minutes = Math.round(rounded / 60);
  return say('unit.hours', { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The local day of a moment, as date inputs write it: 2025-11-21. */
export function day(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** 11-21 14:02:58, local time. */
export function moment(at: number): string {
  const date = new Date(at);
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** 11 月 1 日 – 11 月 21 日 as the language has it; a single day once. Half-open: `to` is the first moment after. */
export function span(from: number, to: number): string {
  const format = new Intl.DateTimeFormat(spoken(), { month: 'short', day: 'numeric' });
  const first = format.format(from);
  const last = format.format(Math.max(from, to - 1));
  return first === last ? first : `${first} – ${last}`;
}

/** 12.4 kB */
export const size = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${decimal(bytes / 1000)} kB` : `${decimal(bytes / 1e6)} MB`;
