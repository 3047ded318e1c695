import basePack from 'virtual:seeds/base-pack';
import profiles from 'virtual:seeds/profiles';
import rubrics from 'virtual:seeds/rubrics';
import { rubricSchema } from '../../core/rubric.schema.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { type Profiles, withinProfile } from './people.ts';

/** 3分钟人工回复率, the share that the trade speaks of. */
const WITHIN_SECONDS = 180;

/** The rubric that ships with us. */
export const shippedRubric: Rubric = rubricSchema.parse(rubrics[0]);

function profilesOf({ profile }: Rubric): Profiles {
  const mean = profiles.find(({ id }) => id === profile);
  if (!mean) throw new Error(`the rubric's profile ${profile} is not built in`);
  return { mean, within: withinProfile(mean, WITHIN_SECONDS) };
}

export const shippedProfiles: Profiles = profilesOf(shippedRubric);

const titles: ReadonlyMap<string, string> = new Map(
  (basePack as Pack).rules.map(({ id, title }) => [id, title]),
);

/** A rule's name in the shipped pack. */
export const titleOf = (rule: string): string | null => titles.get(rule) ?? null;
