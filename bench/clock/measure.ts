import { clock } from '../../core/clock/clock.ts';
import { fromLog } from '../../core/clock/from-log.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { makeEvents } from './events.ts';

export interface Measured {
  readonly events: number;
  readonly units: number;
  /** Milliseconds: putting the events in order, and all profiles over them. */
  readonly orderMs: number;
  readonly clockMs: number;
  /** A parse of the same events' JSON in the same run: what reading them at all costs. */
  readonly parseMs: number;
  /** Bytes held by events, and beside them by timeline and the units of one profile. */
  readonly eventBytes: number;
  readonly clockBytes: number;
}

const timed = <T>(work: () => T): { value: T; ms: number } => {
  const begin = performance.now();
  const value = work();
  return { value, ms: performance.now() - begin };
};

/** All profiles over `count` events, once. `collect` frees what is free. */
export function measure(count: number, profiles: readonly MetricProfile[], collect: () => void): Measured {
  collect();
  const empty = process.memoryUsage().heapUsed;
  const events = makeEvents(count, Date.UTC(2026, 10, 20, 14));
  collect();
  const held = process.memoryUsage().heapUsed;
  const order = timed(() => fromLog(events));
  let units = 0;
  let clockMs = 0;
  let clockBytes = 0;
  for (const profile of profiles) {
    const one = timed(() => clock(order.value, profile));
    clockMs += one.ms;
    units += one.value.units.length;
    if (clockBytes === 0) {
      collect();
      clockBytes = process.memoryUsage().heapUsed - held;
    }
  }
  // In pieces: a string has an end.
  let parseMs = 0;
  for (let at = 0; at < events.length; at += 10_000) {
    const line = JSON.stringify(events.slice(at, at + 10_000));
    parseMs += timed(() => JSON.parse(line) as unknown[]).ms;
  }
  return {
    events: events.length,
    units,
    orderMs: order.ms,
    clockMs,
    parseMs,
    eventBytes: held - empty,
    clockBytes,
  };
}
