import { zoneOf } from '../../core/clock/zone.ts';
import { say, spoken } from '../i18n/say.ts';
import { PAGE_ZONE } from './days.ts';

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

/** 11-21 14:02:58 */
export const moment = (at: number): string =>
  new Date(zoneOf(PAGE_ZONE).local(at)).toISOString().slice(5, 19).replace('T', ' ');

/** 11 月 1 日 – 11 月 21 日 as the language has it; a single day once. Half-open: `to` is the first moment after. */
export function span(from: number, to: number): string {
  const format = new Intl.DateTimeFormat(spoken(), { month: 'short', day: 'numeric', timeZone: PAGE_ZONE });
  const first = format.format(from);
  const last = format.format(Math.max(from, to - 1));
  return first === last ? first : `${first} – ${last}`;
}
