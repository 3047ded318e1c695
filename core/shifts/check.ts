import { daysFrom } from '../figures/days.ts';
import type { Roster, RosterDay, Shift } from './roster.ts';
import { hoursOf } from './shifts.ts';

/** A rule of seed 001 that a roster breaks. */
export type Breach =
  /** A full day shift on the day after an evening shift. */
  | { readonly kind: 'day-after-evening'; readonly person: string; readonly day: string }
  | {
      readonly kind: 'rest-days';
      readonly person: string;
      readonly month: string;
      readonly n: number;
      readonly want: number;
    }
  /** No rest as long as a full day shift and an evening on end. */
  | { readonly kind: 'long-rest'; readonly person: string; readonly month: string }
  | {
      readonly kind: 'hours';
      readonly person: string;
      readonly month: string;
      readonly hours: number;
      readonly mean: number;
    };

/** Days of rest in a month (每月四天休息). */
export const REST_DAYS = 4;
/** How far one person's hours may lie from the mean of all; the manual says only "not much". */
const HOURS_APART = 0.1;

const monthOf = (day: string): string => day.slice(0, 7);
/** The last day of a month, as a number. */
const lengthOf = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};

/**
 * What a roster breaks, by person and month. Rules on a whole month are asked only of months that the roster holds
 * in full: half of one says nothing.
 */
export function checkRoster(roster: Roster): Breach[] {
  const shifts = new Map(roster.shifts.map((shift) => [shift.id, shift]));
  const people = [...new Set(roster.days.map(({ person }) => person))];
  const months = [...new Set(roster.days.map(({ day }) => monthOf(day)))].sort();
  const whole = months.filter((month) => {
    const days = new Set(roster.days.filter(({ day }) => monthOf(day) === month).map(({ day }) => day));
    return days.size === lengthOf(month);
  });
  const plans = new Map(people.map((person) => [person, planOf(roster.days, person)]));
  return [
    ...people.flatMap((person) => dayAfterEvening(person, plans.get(person) ?? new Map(), shifts)),
    ...whole.flatMap((month) => monthBreaches(month, plans, shifts)),
  ];
}

type Plan = ReadonlyMap<string, readonly string[]>;

const planOf = (days: readonly RosterDay[], who: string): Plan =>
  new Map(days.filter(({ person }) => person === who).map(({ day, shifts }) => [day, shifts]));

function kindsOn(plan: Plan, day: string, shifts: ReadonlyMap<string, Shift>): Shift['kind'][] {
  return (plan.get(day) ?? []).flatMap((id) => shifts.get(id)?.kind ?? []);
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function dayAfterEvening(person: string, plan: Plan, shifts: ReadonlyMap<string, Shift>): Breach[] {
  return [...plan.keys()].flatMap((day) =>
    kindsOn(plan, day, shifts).includes('evening') && kindsOn(plan, dayAfter(day), shifts).includes('day')
      ? [{ kind: 'day-after-evening' as const, person, day }]
      : [],
  );
}

function monthBreaches(
  month: string,
  plans: ReadonlyMap<string, Plan>,
  shifts: ReadonlyMap<string, Shift>,
): Breach[] {
  const days = daysFrom(`${month}-01`, `${month}-${String(lengthOf(month)).padStart(2, '0')}`);
  const hours = new Map(
    [...plans].map(([person, plan]) => [
      person,
      days
        .flatMap((day) => plan.get(day) ?? [])
        .reduce((sum, id) => sum + hoursOf(shifts.get(id) as Shift), 0),
    ]),
  );
  const mean = [...hours.values()].reduce((sum, one) => sum + one, 0) / hours.size;
  return [...plans].flatMap(([person, plan]): Breach[] => {
    const rest = days.filter((day) => (plan.get(day) ?? []).length === 0);
    const own = hours.get(person) ?? 0;
    return [
      ...(rest.length < REST_DAYS
        ? [{ kind: 'rest-days' as const, person, month, n: rest.length, want: REST_DAYS }]
        : []),
      ...(hasLongRest(plan, days, shifts) ? [] : [{ kind: 'long-rest' as const, person, month }]),
      ...(Math.abs(own - mean) > mean * HOURS_APART
        ? [{ kind: 'hours' as const, person, month, hours: own, mean: Math.round(mean) }]
        : []),
    ];
  });
}

/** A day of rest that begins after a day shift or ends before an evening one, or two days on end. */
function hasLongRest(plan: Plan, days: readonly string[], shifts: ReadonlyMap<string, Shift>): boolean {
  return days.some((day, at) => {
    if ((plan.get(day) ?? []).length > 0) return false;
    const before = at === 0 ? [] : kindsOn(plan, days[at - 1] ?? '', shifts);
    const after = kindsOn(plan, days[at + 1] ?? '', shifts);
    // A whole day off alone follows an evening shift until the next morning: not yet a day and an evening.
    return !before.includes('evening') || !after.includes('day');
  });
}
