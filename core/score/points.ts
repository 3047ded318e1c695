import type { Scoring } from '../rubric.ts';

/** What a value lost of its weight, and by how many full steps or cases. */
export interface Points {
  readonly points: number;
  readonly steps: number;
  /** The value is beyond the limit below which there are no points. */
  readonly beyond: boolean;
}

/** So that 0.3 is three steps of 0.1. */
const NEARLY = 1e-9;

const rounded = (points: number): number => Math.round(points * 100) / 100;

/** Points left of `weight` for a value: deductions by full steps, never below zero. */
export function pointsFor(value: number, weight: number, scoring: Scoring): Points {
  if (scoring.kind === 'each') {
    const points = rounded(Math.max(0, weight - value * scoring.deduct));
    return { points, steps: value, beyond: false };
  }
  const { better, target, step, deduct, zeroBeyond } = scoring;
  const over = better === 'lower' ? value - target : target - value;
  const limit = zeroBeyond ?? (better === 'lower' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  const beyond = better === 'lower' ? value > limit : value < limit;
  const steps = Math.max(0, Math.floor(over / step + NEARLY));
  return { points: beyond ? 0 : rounded(Math.max(0, weight - steps * deduct)), steps, beyond };
}
