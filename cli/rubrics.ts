import { rubricSchema } from '../core/rubric.schema.ts';
import type { Rubric } from '../core/rubric.ts';
import { readRubrics } from './build/read-seeds.ts';

/**
 * A rubric from a parsed file.
 *
 * @throws {Error} with the first field that is wrong
 */
export function readRubric(value: unknown): Rubric {
  const result = rubricSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${issue?.path.join('.') || 'rubric'}: ${issue?.message}`);
}

/** The shipped assessment tables by id. */
export function shippedRubrics(): ReadonlyMap<string, Rubric> {
  return new Map(
    readRubrics()
      .map(readRubric)
      .map((rubric) => [rubric.id, rubric]),
  );
}
