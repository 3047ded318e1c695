import { dayEnd, dayNumber, timeOfDay, weekday } from '../clock/zone.ts';
import { workdayAfter } from './holidays.ts';
import { NUMERAL, numberOf } from './numerals.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time named in a text: its half-open span, and the local moment by which it has come; null where it names none. */
export interface When {
  readonly start: number;
  readonly end: number;
  readonly due: number | null;
}

const TO = '(?:到|至|[-~～—－])';
const UNIT = '个?(?:(半)个?)?(秒钟?|分钟|小时|钟头|工作日|自然日|天|日|周|星期|礼拜|月|刻钟)';
const DURATION = new RegExp(
  `(?<![这那前近每])(?:(?:${NUMERAL})\\s*(?:小时|天|日|个工作日)?${TO}\\s*)?(${NUMERAL})\\s*${UNIT}(?!无理由|前(?!.{0,3}内)|之前|以前|保价|质保|保修)`,
  'gu',
);
const DAY_WORD =
  '大后天|后天|明天|明日|明儿|今天|今日|今儿|当天|当日|次日|隔天|第二天|今(?=早|晚|夜)|明(?=早|晚|上午|下午|中午)|(?:这个|这|本|下下|下个|下)?(?:周|星期|礼拜)[一二三四五六日天末1-6]';
const DATE = `(?:(${NUMERAL})\\s*月\\s*)?(${NUMERAL})\\s*[号日](?!内|之内|以内|码|店|线|楼)`;
const PERIOD = '凌晨|早上|早晨|清晨|一早|上午|中午|午后|下午|傍晚|晚上|夜里|今夜|晚间|早|晚';
const CLOCK = `(\\d{1,2})[:：](\\d{2})|(${NUMERAL})点钟?(?:(半|[一三]刻)|(\\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?整?`;
const MOMENT = new RegExp(
  `(${DAY_WORD})?(?:${DATE})?(?:的|下班前?|之?内)?(?:(${PERIOD})(?!点|些|于|一点|已))?(?:${CLOCK})?(?:${TO}(?:${CLOCK}))?`,
  'gu',
);
const SPELL = /(?:这|本)(?:周|星期|个?月)(?:之?内|底)?|下(?:个?)(?:周|星期|礼拜|月)(?:之?内|底)?|月底|月末/gu;
/** A word that promises a time and names none. */
const VAGUE =
  /稍后|稍晚|晚点|晚些|一会儿?|待会儿?|等会儿?|等下|回头|尽快|尽早|马上|立即|立刻|立马|第一时间|即刻|随后|这就|近期|过几天|这几天|这两天|近日|近两天|到时候?/gu;

/** When each part of a day has passed. */
const PERIOD_END: Readonly<Record<string, number>> = {
  凌晨: 6 * HOUR,
  早: 12 * HOUR,
  早上: 12 * HOUR,
  早晨: 12 * HOUR,
  清晨: 12 * HOUR,
  一早: 12 * HOUR,
  上午: 12 * HOUR,
  中午: 14 * HOUR,
  午后: 18 * HOUR,
  下午: 18 * HOUR,
  傍晚: 19 * HOUR,
};
const WHOLE_DAY = DAY - 1000;
const AFTER_NOON = /中午|午后|下午|傍晚|晚|夜/u;

/** Every time that a text names, in order. `now` is the local clock as if it were UTC. */
export function timesIn(text: string, now: number): When[] {
  const found = [...durations(text, now), ...spells(text, now)];
  const free = (start: number, end: number): boolean =>
    found.every((other) => other.end <= start || end <= other.start);
  for (const when of moments(text, now)) if (free(when.start, when.end)) found.push(when);
  for (const { 0: said, index } of text.matchAll(VAGUE)) {
    if (free(index, index + said.length)) found.push({ start: index, end: index + said.length, due: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

function* durations(text: string, now: number): Generator<When> {
  for (const match of text.matchAll(DURATION)) {
    const [said, count = '', half, unit = ''] = match;
    const number = numberOf(count);
    // 「25日」 is a date unless it says 内; 「三月」 is a month of the year.
    const after = text.slice(match.index + said.length);
    if (unit === '日' && !/^(?:之|以)?内/u.test(after)) continue;
    if (unit === '月' && !said.includes('个')) continue;
    const due = number === null ? null : lapse(now, number + (half ? 0.5 : 0), unit);
    yield { start: match.index, end: match.index + said.length, due };
  }
}

function lapse(now: number, count: number, unit: string): number {
  switch (unit) {
    case '秒':
    case '秒钟':
      return now + count * 1000;
    case '分钟':
      return now + count * MINUTE;
    case '刻钟':
      return now + count * 15 * MINUTE;
    case '小时':
    case '钟头':
      return now + count * HOUR;
    case '工作日':
      return dayEnd(workdayAfter(dayNumber(now, 0), Math.ceil(count)), 0) - 1000;
    case '周':
    case '星期':
    case '礼拜':
      return now + count * 7 * DAY;
    case '月':
      return monthsOn(now, count);
    default:
      return now + count * DAY;
  }
}

/** The same day and time some months on; the last day of a shorter month; half a month is 15 days. */
function monthsOn(now: number, count: number): number {
  const date = new Date(now);
  const wanted = date.getUTCMonth() + Math.floor(count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), wanted + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), last);
  return Date.UTC(date.getUTCFullYear(), wanted, day) + timeOfDay(now) + (count % 1) * 30 * DAY;
}

function* spells(text: string, now: number): Generator<When> {
  for (const { 0: said, index } of text.matchAll(SPELL)) {
    // 「下周一」 is a day, 「这周五」 too.
    if (/(?:周|星期|礼拜)$/u.test(said) && /^[一二三四五六日天末1-6]/u.test(text.slice(index + said.length)))
      continue;
    const next = said.startsWith('下') ? 1 : 0;
    const date = new Date(now);
    const due = said.includes('月')
      ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + next, 1) - 1000
      : dayEnd(dayNumber(now, 0) + 6 - weekday(now) + 7 * next, 0) - 1000;
    yield { start: index, end: index + said.length, due };
  }
}

function* moments(text: string, now: number): Generator<When> {
  for (const match of text.matchAll(MOMENT)) {
    const [said, word, month, date, period, ...clocks] = match;
    const last = clocks.slice(5).some((each) => each !== undefined) ? clocks.slice(5) : clocks;
    const clock = clockOf(last);
    const hasDay = word !== undefined || date !== undefined;
    if (!hasDay && !clock && (period === undefined || period.length === 1)) continue;
    const bare = !hasDay && period === undefined;
    // 「快一点」, 「有两点」: a bit, a point.
    const rest = text.slice(match.index + said.length);
    if (bare && /^[一两]点$/u.test(said) && !/^(?:之|以)?[前内]|^左右/u.test(rest)) continue;
    const span = { start: match.index, end: match.index + said.length };
    const day = word !== undefined ? dayOfWord(word, now) : dayOfDate(month, date, now);
    yield {
      ...span,
      due: momentOf(day, period === '中午' && /^[之以]?前/u.test(rest) ? '上午' : period, clock, now),
    };
  }
}

function clockOf([h, m, hour, part, minutes]: readonly (string | undefined)[]): number | null {
  if (h !== undefined) return Number(h) < 25 && Number(m) < 60 ? Number(h) * HOUR + Number(m) * MINUTE : null;
  const value = hour === undefined ? null : numberOf(hour);
  if (value === null || value > 24 || value % 1 !== 0) return null;
  const quarter = part === '半' ? 30 : part === '一刻' ? 15 : part === '三刻' ? 45 : 0;
  return value * HOUR + (quarter + (minutes === undefined ? 0 : (numberOf(minutes) ?? 0))) * MINUTE;
}

/** Local midnight's day number, or null where no day is named. */
function dayOfWord(word: string, now: number): number {
  const today = dayNumber(now, 0);
  if (/^(?:今|当)/u.test(word)) return today;
  if (/^(?:明|次日|隔天|第二天)/u.test(word)) return today + 1;
  if (word === '后天') return today + 2;
  if (word === '大后天') return today + 3;
  const name = word.slice(-1);
  const index =
    name === '末' || name === '日' || name === '天'
      ? 6
      : Math.max('一二三四五六'.indexOf(name), '123456'.indexOf(name));
  const weeks = word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : 0;
  const day = today - weekday(now) + index + 7 * weeks;
  return weeks === 0 && day < today && !/^(?:这|本)/u.test(word) ? day + 7 : day;
}

function dayOfDate(month: string | undefined, date: string | undefined, now: number): number | null {
  const wanted = date === undefined ? null : numberOf(date);
  if (wanted === null || wanted < 1 || wanted > 31) return null;
  const today = dayNumber(now, 0);
  const year = new Date(now).getUTCFullYear();
  if (month === undefined) {
    const day = dayNumber(Date.UTC(year, new Date(now).getUTCMonth(), wanted), 0);
    return day >= today ? day : dayNumber(Date.UTC(year, new Date(now).getUTCMonth() + 1, wanted), 0);
  }
  const at = numberOf(month);
  if (at === null || at < 1 || at > 12) return null;
  const day = dayNumber(Date.UTC(year, at - 1, wanted), 0);
  return day >= today ? day : dayNumber(Date.UTC(year + 1, at - 1, wanted), 0);
}

/** A clock time as said; a part of a day its end; a day alone its end. One that has passed is tomorrow's. */
function momentOf(day: number | null, period: string | undefined, clock: number | null, now: number): number {
  const today = dayNumber(now, 0);
  const on = (day ?? today) * DAY;
  const ahead = (due: number): number => (day === null && due <= now ? due + DAY : due);
  if (clock === null) return ahead(on + (PERIOD_END[period ?? ''] ?? WHOLE_DAY));
  const hour = Math.floor(clock / HOUR);
  if (period !== undefined)
    return ahead(
      on +
        (AFTER_NOON.test(period) &&
        (hour < 11 || (hour === 11 && period !== '中午') || (hour === 12 && /晚|夜/u.test(period)))
          ? clock + 12 * HOUR
          : clock),
    );
  // Nobody promises 「五点前」 and means the night, nor an hour that has passed.
  const passed = on + clock <= now && on + clock + 12 * HOUR > now;
  return ahead(on + ((hour > 0 && hour < 7) || (hour <= 12 && passed) ? clock + 12 * HOUR : clock));
}
