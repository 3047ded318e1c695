import type { ClockEvent, ClockJump } from './timeline.ts';

/** How a wait was measured; the first that applies of the four rules of DESIGN.md §3 (Time). */
export type Measured = 'page' | 'mono' | 'wall' | 'interval';

/** Seconds; low and high are the same unless nobody can tell. */
export interface Duration {
  readonly low: number;
  readonly high: number;
  readonly measured: Measured;
}

const exact = (ms: number, measured: Measured): Duration => {
  const seconds = Math.max(0, ms) / 1000;
  return { low: seconds, high: seconds, measured };
};

const jumped = (jumps: readonly ClockJump[], from: number, to: number): boolean =>
  jumps.some(
    (jump) => Math.max(from, Math.min(jump.from, jump.to)) <= Math.min(to, Math.max(jump.from, jump.to)),
  );

/**
 * Whether the wall clock went ahead in between: it was set, or the machine slept, during which most systems stop the
 * monotonic clock. Which of the two nobody can tell. A wall clock that was set back says nothing against the other.
 */
const advanced = (jumps: readonly ClockJump[], from: number, to: number): boolean =>
  jumps.some((jump) => jump.to > jump.from && from < jump.to && to > jump.from);

/** From `a` to the later `b`. */
export function durationOf(a: ClockEvent, b: ClockEvent, jumps: readonly ClockJump[]): Duration {
  if (a.clock === b.clock && (a.clock === 'page' || a.clock === 'id')) return exact(b.at - a.at, 'page');
  if (a.boot !== null && a.boot === b.boot && a.mono !== null && b.mono !== null) {
    const slept = a.wall !== null && b.wall !== null && advanced(jumps, a.wall, b.wall);
    if (!slept) return exact(b.mono - a.mono, 'mono');
    const [low, high] = [b.mono - a.mono, (b.wall ?? 0) - (a.wall ?? 0)].sort((one, other) => one - other);
    return { low: Math.max(0, low ?? 0) / 1000, high: Math.max(0, high ?? 0) / 1000, measured: 'interval' };
  }
  if (
    a.wall !== null &&
    b.wall !== null &&
    !jumped(jumps, Math.min(a.wall, b.wall), Math.max(a.wall, b.wall))
  )
    return exact(b.wall - a.wall, 'wall');
  return {
    low: Math.max(0, b.earliest - a.latest) / 1000,
    high: Math.max(0, b.latest - a.earliest) / 1000,
    measured: 'interval',
  };
}
