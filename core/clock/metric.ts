import type { MetricProfile } from '../profile.ts';
import type { Unit } from './unit.ts';

/** A profile's figure over units. `excluded` are units that are no part of it, unanswered ones beside it included. */
export interface Metric {
  readonly profile: string;
  readonly value: number | null;
  readonly unit: 's' | 'ratio';
  readonly counted: number;
  /** Answered in time, or begun while somebody was there; for ratios. */
  readonly met?: number;
  readonly excluded: number;
}

const share = (units: readonly Unit[]): number => units.filter(({ met }) => met).length / units.length;

function ratio(profile: MetricProfile, counted: readonly Unit[]): number | null {
  if (counted.length === 0) return null;
  if (profile.tooFew && counted.length < profile.tooFew.units) return profile.tooFew.value;
  const weight = profile.latestQuarterWeight;
  if (weight === undefined) return share(counted);
  const byTime = [...counted].sort((a, b) => a.startedAt - b.startedAt);
  const latest = byTime.slice(-Math.ceil(byTime.length / 4));
  return (1 - weight) * share(byTime) + weight * share(latest);
}

/** The profile's figure; null where nothing counts. */
export function metricOf(profile: MetricProfile, units: readonly Unit[]): Metric {
  const counted = units.filter(({ counts }) => counts);
  const excluded = units.length - counted.length;
  if (profile.measure !== 'mean') {
    const met = counted.filter((unit) => unit.met).length;
    const within = ratio(profile, counted);
    const value = profile.measure === 'share-left' && within !== null ? 1 - within : within;
    return { profile: profile.id, value, unit: 'ratio', counted: counted.length, met, excluded };
  }
  let sum = 0;
  for (const { seconds } of counted) sum += typeof seconds === 'number' ? seconds : 0;
  const value = counted.length === 0 ? null : sum / counted.length;
  return { profile: profile.id, value, unit: 's', counted: counted.length, excluded };
}
