import { z } from 'zod';
import { observationSchema } from '../../core/event.schema.ts';
import type { Observation } from '../../core/event.ts';
import type { Pseudonyms } from '../../core/redact/pseudonym.ts';
import { type Left, type LeftKey, openLeft, parseLeft } from '../../messaging/left-behind.ts';

/** The key of one life of a content script, and the place in its page's storage: both follow from this installation's. */
export const leftKey = ({ derived }: Pseudonyms, boot: string): LeftKey => ({
  place: derived('left place', ''),
  key: derived('left key', boot),
});

const facts = z.array(observationSchema);

/** What was left behind: facts to keep, and how many a page has spoilt. */
export async function takeLeft(
  names: Pseudonyms,
  all: readonly string[],
): Promise<{ readonly facts: readonly Observation[]; readonly lost: number }> {
  const kept: Observation[] = [];
  let lost = 0;
  for (const text of all) {
    const left = parseLeft(text);
    if (!left) continue;
    const found = await opened(left, leftKey(names, left.boot).key);
    if (found) kept.push(...found);
    else lost += left.count;
  }
  return { facts: kept, lost };
}

async function opened(left: Left, key: string): Promise<readonly Observation[] | null> {
  let value: unknown;
  try {
    value = await openLeft(left, key);
  } catch {
    // Changed by the page, or left by another installation: counted as lost.
    return null;
  }
  const checked = facts.safeParse(value);
  return checked.success ? checked.data : null;
}
