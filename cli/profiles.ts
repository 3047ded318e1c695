import { profileSchema } from '../core/profile.schema.ts';
import type { MetricProfile } from '../core/profile.ts';
import { readProfiles } from './build/read-seeds.ts';

/**
 * The shipped metric profiles by id.
 *
 * @throws {Error} naming the profile that breaks the schema
 */
export function shippedProfiles(): ReadonlyMap<string, MetricProfile> {
  const profiles = readProfiles().map((value) => {
    const result = profileSchema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : 'without id';
    throw new Error(`metric profile ${id}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
  return new Map(profiles.map((profile) => [profile.id, profile]));
}
