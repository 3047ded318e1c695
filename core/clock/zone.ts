const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Reads local time of one zone. Offsets are asked once an hour of the timeline: `Intl` is slow, days are many. */
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
  // Zones shift on quarter hours at the finest, so a quarter has one offset.
  const QUARTER = HOUR / 4;
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / QUARTER);
    return offsets.get(quarter) ?? ask(quarter);
  };
  const ask = (quarter: number): number => {
    const start = quarter * QUARTER;
    const part = Object.fromEntries(
      format.formatToParts(start).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
    offsets.set(quarter, offset);
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
