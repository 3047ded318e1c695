import { describe, expect, it } from 'vitest';
import { readShifts } from '../../cli/build/read-desk.ts';
import { daysFrom } from '../figures/days.ts';
import { checkRoster } from './check.ts';
import { readRoster } from './read-roster.ts';
import type { Roster } from './roster.ts';
import { dutySpans, hoursOf } from './shifts.ts';

const shifts = readShifts();
const ZONE = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const MONTH = daysFrom('2026-11-01', '2026-11-30');

/** A month of one person, a letter a day: 白 半 晚 休. */
const IDS: Record<string, string[]> = { 白: ['day'], 半: ['half-day'], 晚: ['evening'], 休: [] };
const month = (plans: Record<string, string>): Roster => ({
  shifts,
  seats: [],
  days: Object.entries(plans).flatMap(([person, plan]) =>
    [...plan].map((letter, index) => ({ person, day: MONTH[index]!, shifts: IDS[letter]! })),
  ),
});
const GOOD = '白白白白晚晚休休白白白白晚晚休白白白白晚晚休白白白白晚晚休白';
const kinds = (roster: Roster) => checkRoster(roster).map(({ kind }) => kind);

describe('the shifts of the manual', () => {
  it('are the three overlapping ones', () => {
    expect(shifts.map(({ from, to }) => `${from}-${to}`)).toEqual([
      '09:00-17:30',
      '10:00-15:30',
      '17:00-23:30',
    ]);
    expect(shifts.map(hoursOf)).toEqual([8, 5.5, 6.5]);
  });
});

describe('checking a roster', () => {
  it('finds nothing wrong with a fair month', () => expect(checkRoster(month({ 甲: GOOD }))).toEqual([]));

  it('finds a full day after an evening, also over a month’s end', () => {
    const roster: Roster = {
      shifts,
      seats: [],
      days: [
        { person: '甲', day: '2026-11-30', shifts: ['evening'] },
        { person: '甲', day: '2026-12-01', shifts: ['day'] },
        { person: '乙', day: '2026-11-30', shifts: ['evening'] },
        { person: '乙', day: '2026-12-01', shifts: ['half-day'] },
      ],
    };
    expect(checkRoster(roster)).toEqual([{ kind: 'day-after-evening', person: '甲', day: '2026-11-30' }]);
  });

  it('counts days of rest', () => {
    expect(kinds(month({ 甲: GOOD.replace('休', '白') }))).not.toContain('rest-days');
    const three = GOOD.replace('休休', '白白');
    expect(checkRoster(month({ 甲: three }))).toContainEqual({
      kind: 'rest-days',
      person: '甲',
      month: '2026-11',
      n: 3,
      want: 4,
    });
  });

  it('wants one rest as long as a day and an evening', () => {
    const short = '晚休白白白白晚休白白白白晚休白白白白晚休白白白白晚休白白白白';
    expect(kinds(month({ 甲: short }))).toContain('long-rest');
    expect(kinds(month({ 甲: GOOD }))).not.toContain('long-rest');
  });

  it('wants hours that are much alike', () => {
    const idle = GOOD.replaceAll('白', '半');
    expect(kinds(month({ 甲: GOOD, 乙: GOOD }))).toEqual([]);
    expect(kinds(month({ 甲: GOOD, 乙: idle })).filter((kind) => kind === 'hours')).toHaveLength(2);
  });

  it('says nothing of a month that it does not hold in full', () => {
    const part = month({ 甲: '白'.repeat(29) });
    expect(kinds(part)).toEqual([]);
  });
});

describe('duty', () => {
  const roster = (ids: string[]): Roster => ({
    shifts,
    seats: [],
    days: [{ person: '甲', day: '2026-11-02', shifts: ids }],
  });
  it('cuts out lunch and joins overlapping shifts', () => {
    expect(dutySpans(roster(['day', 'evening']), ZONE).map(({ from, to }) => [from, to])).toEqual([
      [at('2026-11-02T09:00'), at('2026-11-02T12:00')],
      [at('2026-11-02T12:30'), at('2026-11-02T23:30')],
    ]);
  });
  it('lasts while a buyer is still there', () => {
    const late = at('2026-11-02T23:52');
    const [last] = dutySpans(roster(['evening']), ZONE, () => late);
    expect(last?.to).toBe(late);
  });
});

describe('reading a table', () => {
  it('takes dates, days of the month, titles, first letters and times', () => {
    const { roster, unread } = readRoster(
      [
        ['十一月排班', '', ''],
        ['姓名', '2026/11/1', '2日（周一）', '3'],
        ['甲', '白班', '晚', '休'],
        ['乙', '10:00-15:30', '白班/晚班', '出差'],
        ['', '白班', '', ''],
      ],
      shifts,
      '2026-11',
    );
    expect(roster.days).toEqual([
      { person: '甲', day: '2026-11-01', shifts: ['day'] },
      { person: '甲', day: '2026-11-02', shifts: ['evening'] },
      { person: '甲', day: '2026-11-03', shifts: [] },
      { person: '乙', day: '2026-11-01', shifts: ['half-day'] },
      { person: '乙', day: '2026-11-02', shifts: ['day', 'evening'] },
      { person: '乙', day: '2026-11-03', shifts: [] },
    ]);
    expect(unread).toEqual([{ row: 4, column: 4, text: '出差' }]);
  });
  it('makes nothing of a table without days', () => {
    expect(
      readRoster(
        [
          ['姓名', '工资'],
          ['甲', '9000'],
        ],
        shifts,
        '2026-11',
      ).roster.days,
    ).toEqual([]);
  });
});
