import { zoneOf } from '../../core/clock/zone.ts';

/**
 * The zone in which the consoles write and the platforms count. Our pages show every time in it, so that a time
 * here, in a sentence of the clock and on the console is the same time, wherever the computer stands.
 */
export const PAGE_ZONE = 'Asia/Shanghai';

const DAY = 86_400_000;

/** Days from … to …, both counted (YYYY-MM-DD). */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The half-open span of wall time of a range of days. */
export function spanOf({ from, to }: DayRange): { readonly from: number; readonly to: number } {
  const zone = zoneOf(PAGE_ZONE);
  return { from: zone.instant(Date.parse(from)), to: zone.instant(Date.parse(to) + DAY) };
}

/** The day of a moment, as date inputs write it: 2025-11-21. */
export const day = (at: number): string => new Date(zoneOf(PAGE_ZONE).local(at)).toISOString().slice(0, 10);
