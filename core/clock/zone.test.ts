import { describe, expect, it } from 'vitest';
import { dayNumber, timeOfDay, weekday, zoneOf } from './zone.ts';

const HOUR = 3_600_000;
const west = zoneOf('America/Los_Angeles');
const china = zoneOf('Asia/Shanghai');

describe('a zone', () => {
  it('reads its local clock', () => {
    const at = Date.parse('2026-10-01T23:30:00+08:00');
    expect(timeOfDay(china.local(at))).toBe(23.5 * HOUR);
    expect(dayNumber(china.local(at), 18 * HOUR) - dayNumber(china.local(at - 6 * HOUR), 18 * HOUR)).toBe(1);
    expect(weekday(china.local(at))).toBe(3);
  });

  it('knows summer time to the minute', () => {
    // On 2026-11-01 the clocks of the west coast go from 1:59 back to 1:00.
    expect(timeOfDay(west.local(Date.parse('2026-11-01T08:59:00Z')))).toBe(1 * HOUR + 59 * 60_000);
    expect(timeOfDay(west.local(Date.parse('2026-11-01T09:00:00Z')))).toBe(HOUR);
  });

  it.each([
    '2026-11-01T12:00:00-08:00',
    '2026-11-01T00:30:00-07:00',
    '2026-03-08T03:00:00-07:00',
    '2026-03-08T01:59:00-08:00',
  ])('finds the instant of a local time back: %s', (text) => {
    const at = Date.parse(text);
    expect(west.instant(west.local(at))).toBe(at);
  });

  it('knows no invented zone', () => expect(() => zoneOf('Asia/Hangzhou')).toThrow(RangeError));
});
