import { dayEnd, dayNumber, weekday } from '../clock/zone.ts';
import { workdayAfter } from './holidays.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const WILL =
  /\b(?:i|we|our \w+|the \w+ team|the warehouse|someone|a colleague|a specialist)\b[^,]{0,16}?(?:['’]ll|\s(?:will|shall|promise to|am going to|are going to|is going to))\b(?!\s+not\b)/iu;
const CONDITION = /\b(?:if|once|when|after|unless|until|as soon as(?! possible))\b/iu;
const LAPSE =
  /\b(?:within|in|under)\s+(?:the next\s+)?(?:\d+\s*(?:-|to)\s*)?(\d+|an?|one|two|three|half an)\s+(minute|hour|day|business day|working day|week)s?/iu;
const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, 'half an': 0.5 };
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY_WORD = new RegExp(`\\b(today|tonight|tomorrow|${DAYS.join('|')})\\b`, 'iu');
const CLOCK = /\b(?:by|before|at)\s+(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\b(?!\s*(?:%|hours?|days?))/iu;

/** Whether an English clause is something that our side will do, and whether that depends on something. */
export function judgeEnglish(clause: string): {
  readonly undertakes: boolean;
  readonly conditional: boolean;
} {
  return { undertakes: WILL.test(clause), conditional: CONDITION.test(clause) };
}

/** The local moment by which an English clause says that it will be done; null where it names none. */
export function dueInEnglish(clause: string, now: number): number | null {
  const lapse = LAPSE.exec(clause);
  if (lapse) {
    const [, said = '', unit = ''] = lapse;
    const count = NUMBERS[said.toLowerCase()] ?? Number(said);
    if (/business|working/iu.test(unit)) return dayEnd(workdayAfter(dayNumber(now, 0), count), 0) - 1000;
    const units: Readonly<Record<string, number>> = {
      minute: HOUR / 60,
      hour: HOUR,
      day: DAY,
      week: 7 * DAY,
    };
    return now + count * (units[unit.toLowerCase()] ?? 0);
  }
  const word = DAY_WORD.exec(clause)?.[1]?.toLowerCase();
  const clock = CLOCK.exec(clause);
  if (word === undefined && !clock) return null;
  const today = dayNumber(now, 0);
  const ahead = DAYS.indexOf(word ?? '') - weekday(now);
  const day = word === 'tomorrow' ? today + 1 : DAYS.includes(word ?? '') ? today + ((ahead + 7) % 7) : today;
  if (!clock) return dayEnd(day, 0) - 1000;
  const [, hour = '', minute, half] = clock;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  return day * DAY + (half === undefined ? Number(hour) : hours) * HOUR + (Number(minute ?? 0) * HOUR) / 60;
}
