import type { DutySpan } from '../clock/timeline.ts';
import { zoneOf } from '../clock/zone.ts';
import { daySpan } from '../figures/days.ts';
import type { Roster, Shift } from './roster.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `HH:mm` as milliseconds after midnight. */
const clock = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
};

/** A shift's span after its day's midnight; one that ends before it begins ends on the next day. */
export function spanOf({ from, to }: Pick<Shift, 'from' | 'to'>): {
  readonly from: number;
  readonly to: number;
} {
  const begin = clock(from);
  const end = clock(to);
  return { from: begin, to: end > begin ? end : end + DAY };
}

/** Worked hours of a shift, pauses taken off. */
export function hoursOf(shift: Shift): number {
  const long = (span: Pick<Shift, 'from' | 'to'>) => spanOf(span).to - spanOf(span).from;
  return (long(shift) - shift.pauses.reduce((sum, pause) => sum + long(pause), 0)) / (60 * MINUTE);
}

/**
 * When each person of a roster was to be there, for the clock: pauses cut out, overlapping shifts of one person
 * joined. `overtime` says until when somebody stayed beyond the end because a buyer was still there.
 */
export function dutySpans(
  roster: Roster,
  timeZone: string,
  overtime: (person: string, end: number) => number = (_, end) => end,
): DutySpan[] {
  const shifts = new Map(roster.shifts.map((shift) => [shift.id, shift]));
  const zone = zoneOf(timeZone);
  const spans = roster.days.flatMap(({ person, day, shifts: ids }) => {
    const midnight = zone.local(daySpan(day, timeZone).from);
    return ids.flatMap((id) => {
      const shift = shifts.get(id);
      return shift
        ? worked(shift).map(({ from, to }) => ({ person, from: midnight + from, to: midnight + to }))
        : [];
    });
  });
  const joined = join(spans).map(({ person, from, to }) => {
    const end = zone.instant(to);
    return { person, from: zone.instant(from), to: Math.max(end, overtime(person, end)) };
  });
  return joined.map(({ person, from, to }) => ({ shop: null, seat: null, person, from, to }));
}

function worked(shift: Shift): { from: number; to: number }[] {
  let rest = [spanOf(shift)];
  for (const pause of shift.pauses.map(spanOf))
    rest = rest.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, pause.from) },
        { from: Math.max(from, pause.to), to },
      ].filter((part) => part.from < part.to),
    );
  return rest;
}

interface Work {
  readonly person: string;
  readonly from: number;
  readonly to: number;
}

/** One person's spans that touch or overlap are one. */
function join(spans: readonly Work[]): Work[] {
  const joined: Work[] = [];
  for (const span of [...spans].sort((a, b) =>
    a.person < b.person ? -1 : a.person > b.person ? 1 : a.from - b.from,
  )) {
    const last = joined.at(-1);
    if (last && last.person === span.person && span.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}
