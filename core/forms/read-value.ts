import type { FieldType, Problem } from './form.ts';

/** The most that a code or an amount may take; nothing real comes near. */
const CODE_MAX = 60;
const MONEY_MAX = 10_000_000;
const COUNT_MAX = 1_000_000;

export type Read =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: Problem };

const fine = (value: string): Read => ({ ok: true, value });
const wrong = (problem: Problem): Read => ({ ok: false, problem });
const pad = (value: number, size = 2): string => String(value).padStart(size, '0');

/** Full-width digits and signs as an input method types them, in their plain form. */
const plain = (text: string): string =>
  text
    .replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

/** Line ends as one, without what no table can hold: control characters and halves of characters. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .trim();

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const MOMENT = /^(.+?)[ T]+(\d{1,2}):(\d{2})(?::\d{2})?$/;

function readDay(text: string): string | null {
  const [, year = 0, month = 0, day = 0] = (DAY.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that the calendar does not have comes back as another one.
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function readMoment(text: string): string | null {
  const [, date = '', hour = '', minute = ''] = MOMENT.exec(text) ?? [];
  const day = readDay(date);
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${day} ${pad(Number(hour))}:${minute}`;
}

function readMoney(text: string): string | null {
  const digits = text.replace(/^[¥$]\s*|\s*元$|,(?=\d{3}\b)/g, '');
  if (!/^\d+(\.\d{1,2})?$/.test(digits) || Number(digits) > MONEY_MAX) return null;
  const [yuan = '', fen = ''] = digits.split('.');
  return `${yuan.replace(/^0+(?=\d)/, '')}.${fen.padEnd(2, '0')}`;
}

/**
 * A value in its canonical writing from what a person typed or a table held: dates with slashes, amounts with ¥ and
 * commas, choices by id or by either title. Reading a canonical value gives the same.
 */
export function readValue(type: FieldType, typed: string): Read {
  const text = tidy(typed);
  if (text === '') return wrong('missing');
  switch (type.kind) {
    case 'text':
    case 'personal':
      return text.length > type.max ? wrong('too-long') : fine(text);
    case 'code': {
      const code = plain(text);
      if (code.length > CODE_MAX) return wrong('too-long');
      return /^[\w-]+$/.test(code) ? fine(code) : wrong('not-a-code');
    }
    case 'choice': {
      const option = type.options.find((one) => [one.id, one.title, one.titleEn].includes(text));
      return option ? fine(option.id) : wrong('not-a-choice');
    }
    case 'money': {
      const money = readMoney(plain(text));
      return money === null ? wrong('not-money') : fine(money);
    }
    case 'count': {
      const count = plain(text);
      return /^\d+$/.test(count) && Number(count) <= COUNT_MAX
        ? fine(String(Number(count)))
        : wrong('not-a-count');
    }
    case 'day': {
      const day = readDay(plain(text));
      return day === null ? wrong('not-a-day') : fine(day);
    }
    case 'moment': {
      const moment = readMoment(plain(text));
      return moment === null ? wrong('not-a-moment') : fine(moment);
    }
  }
}
