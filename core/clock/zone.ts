const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const DAY = 24 * HOUR;

/** Reads local time of one zone. Offsets are asked once a day of the timeline: `Intl` is slow, days are few. */
export interface Zone {
  /** Milliseconds of the local clock as if it were UTC. */
  local(at: number): number;
  /** The instant at which the local clock shows this; the later one where it shows it twice. */
  instant(local: number): number;
}

const ZONES = new Map<string, Zone>();

/** A zone by its IANA name. @throws {RangeError} for a name that `Intl` does not know */
export function zoneOf(name: string): Zone {
  const known = ZONES.get(name);
  if (known) return known;
  const zone = readZone(name);
  ZONES.set(name, zone);
  return zone;
}

function readZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const ask = (start: number): number => {
    const part = Object.fromEntries(
      format.formatToParts(start).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - start;
  };
  const days = new Map<number, number | null>();
  const quarters = new Map<number, number>();
  const kept = <T>(known: Map<number, T>, at: number, make: () => T): T => {
    const had = known.get(at);
    if (had !== undefined) return had;
    const made = make();
    known.set(at, made);
    return made;
  };
  /** A day that ends as it begins has one offset; null for one in which the clocks are changed. */
  const ofDay = (day: number): number | null => {
    const offset = ask(day * DAY);
    return ask((day + 1) * DAY) === offset ? offset : null;
  };
  let lastDay = Number.NaN;
  let lastOffset = 0;
  const offsetAt = (at: number): number => {
    const day = Math.floor(at / DAY);
    if (day === lastDay) return lastOffset;
    const offset = kept(days, day, () => ofDay(day));
    if (offset === null) {
      // Zones shift on quarter hours at the finest, so a quarter has one offset.
      const quarter = Math.floor(at / QUARTER);
      return kept(quarters, quarter, () => ask(quarter * QUARTER));
    }
    lastDay = day;
    lastOffset = offset;
    return offset;
  };
  const local = (at: number) => at + offsetAt(at);
  return {
    local,
    instant: (wanted) => {
      const guess = wanted - offsetAt(wanted);
      return wanted - offsetAt(guess);
    },
  };
}

/** Milliseconds since local midnight. */
export const timeOfDay = (local: number): number => ((local % DAY) + DAY) % DAY;

/** `HH:mm`, up to 24:00, as milliseconds since midnight. */
export function clockTime(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * HOUR + minutes * 60_000;
}

/** Number of the local day that begins at `boundary` milliseconds after midnight. */
export const dayNumber = (local: number, boundary: number): number => Math.floor((local - boundary) / DAY);

/** Local time at which that day ends. */
export const dayEnd = (day: number, boundary: number): number => (day + 1) * DAY + boundary;

/** Monday is 0. */
export const weekday = (local: number): number => (((Math.floor(local / DAY) + 3) % 7) + 7) % 7;
