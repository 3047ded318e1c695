import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scoring } from '../rubric.ts';
import { pointsFor } from './points.ts';

const late: Scoring = { kind: 'steps', better: 'lower', target: 60, step: 10, deduct: 2 };
const rate: Scoring = { kind: 'steps', better: 'higher', target: 95, step: 1, deduct: 1, zeroBeyond: 80 };

describe('steps', () => {
  it.each([
    ['on target', 60, 30],
    ['better than the target earns no more', 5, 30],
    ['part of a step costs nothing', 69.99, 30],
    ['a full step', 70, 28],
    ['two and a half', 85, 26],
    ['never below zero', 600, 0],
  ])('%s', (_, value, points) => expect(pointsFor(value, 30, late).points).toBe(points));

  it.each([
    ['on target', 95, 15],
    ['part of a step', 94.2, 15],
    ['one step', 94, 14],
    ['at the limit', 80, 0],
    ['just above it', 81, 1],
    ['below the limit', 79.9, 0],
  ])('of a rate: %s', (_, value, points) => expect(pointsFor(value, 15, rate).points).toBe(points));

  it('says that the limit took them', () => {
    expect(pointsFor(79, 15, rate)).toMatchObject({ beyond: true, points: 0 });
    expect(pointsFor(80, 15, rate)).toMatchObject({ beyond: false, steps: 15 });
  });

  it('counts tenths as people do', () => {
    const fine: Scoring = { kind: 'steps', better: 'lower', target: 0.1, step: 0.1, deduct: 1 };
    expect(pointsFor(0.7, 10, fine).points).toBe(4);
  });
});

it('takes points for each', () => {
  expect(pointsFor(2, 15, { kind: 'each', deduct: 3 }).points).toBe(9);
  expect(pointsFor(9, 15, { kind: 'each', deduct: 3 }).points).toBe(0);
});

it('never gives more for worse, nor leaves 0 to weight', () => {
  const value = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 100 }), (a, b, weight) => {
      const [better, worse] = [Math.min(a, b), Math.max(a, b)].map((v) => pointsFor(v, weight, late).points);
      expect(better).toBeGreaterThanOrEqual(worse!);
      expect(worse).toBeGreaterThanOrEqual(0);
      expect(better).toBeLessThanOrEqual(weight);
    }),
  );
});
