import { readValue } from '../forms/read-value.ts';
import type { Roster, RosterDay, Shift } from './roster.ts';

/** What could not be read: the row and column as a spreadsheet counts, and what stood there. */
export interface Unread {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface ReadRoster {
  readonly roster: Roster;
  readonly unread: readonly Unread[];
}

const REST = /^(休|休息|假|请假|年假|off|rest|-|—|\/)?$/i;

/** A column's day: a date, or a day of the month (`3`, `3日`) in the month that is asked for. */
function dayOf(title: string, month: string): string | null {
  const [, number] = /^(\d{1,2})(?:日|号)?(?:[(（].*)?$/.exec(title.trim()) ?? [];
  const text = number === undefined ? (title.trim().split(/[\s(（]/)[0] ?? '') : `${month}-${number}`;
  const read = readValue({ kind: 'day' }, text);
  return read.ok ? read.value : null;
}

/** The shifts of a cell, by title, first letter of it, or times (`9:00-17:30`); null if it makes no sense. */
function shiftsOf(cell: string, shifts: readonly Shift[]): string[] | null {
  if (REST.test(cell.trim())) return [];
  const found = cell.split(/[/、,，+]/).map((part) => {
    const text = part.trim();
    const times = text
      .replace(/[:：]/g, ':')
      .replace(/[—–~～至]/g, '-')
      .split('-')
      .map((time) => time.trim().padStart(5, '0'));
    return shifts.find(
      ({ id, title, titleEn, from, to }) =>
        [id, title, titleEn, title.replace(/班$/, '')].includes(text) ||
        (times[0] === from && times[1] === to),
    );
  });
  return found.every((shift) => shift !== undefined) ? found.map(({ id }) => id) : null;
}

/**
 * A roster from a table: first column names, one column a day. Columns without a day and rows without a name are
 * passed over; a cell that names no shift is listed and counts as rest, for a person to look at.
 */
export function readRoster(
  table: readonly (readonly string[])[],
  shifts: readonly Shift[],
  month: string,
): ReadRoster {
  const headAt = table.findIndex((row) => row.filter((cell) => dayOf(cell, month) !== null).length >= 2);
  const head = table[headAt] ?? [];
  const columns = head.flatMap((title, at) => {
    const day = dayOf(title, month);
    return day === null || at === 0 ? [] : [{ at, day }];
  });
  const unread: Unread[] = [];
  const days = table.slice(headAt + 1).flatMap((row, index): RosterDay[] => {
    const person = row[0]?.trim() ?? '';
    if (person === '' || headAt < 0) return [];
    return columns.map(({ at, day }) => {
      const cell = row[at] ?? '';
      const worked = shiftsOf(cell, shifts);
      if (worked === null) unread.push({ row: headAt + index + 2, column: at + 1, text: cell });
      return { person, day, shifts: worked ?? [] };
    });
  });
  return { roster: { shifts, days, seats: [] }, unread };
}
