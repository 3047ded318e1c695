import { z } from 'zod';
import type { Place } from '../core/event.ts';
import type { LogDb } from './log/db.ts';

/** A rule that agents want to hear no more of in one shop, and since when (epoch milliseconds). */
export interface QuietRule {
  readonly console: string;
  readonly shop: string;
  readonly rule: string;
  readonly since: number;
}

type Shop = Pick<Place, 'console' | 'shop'>;

const PREFIX = 'quiet ';
/** One row a shop, so that two consoles never write the same one. */
const keyOf = ({ console, shop }: Shop): string => PREFIX + JSON.stringify([console, shop]);

const shopSchema = z.strictObject({
  console: z.string().max(200),
  shop: z.string().max(200),
  rules: z.array(z.strictObject({ rule: z.string().min(1).max(120), since: z.number().int().nonnegative() })),
});

/** The rules that a row silences; none if what was saved makes no sense, since then it's better to speak. */
function rulesOf(value: unknown): QuietRule[] {
  const row = shopSchema.safeParse(value);
  if (!row.success) return [];
  const { console, shop, rules } = row.data;
  return rules.map((one) => ({ console, shop, ...one }));
}

/** Every rule that is silenced somewhere, the latest first. */
export async function readQuiet(db: LogDb): Promise<QuietRule[]> {
  const rows = await db.values.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => rulesOf(value)).sort((a, b) => b.since - a.since);
}

/**
 * Silences a rule in a shop from `since` on, or with null lets it speak again. Either may be asked twice: a rule
 * that is silent already keeps its day.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function saveQuiet(db: LogDb, at: Shop, rule: string, since: number | null): Promise<void> {
  db.assertWritable();
  const key = keyOf(at);
  await db.transaction('rw!', db.values, async () => {
    const before = rulesOf((await db.values.get(key))?.value);
    const known = before.find((one) => one.rule === rule);
    const others = before.filter((one) => one !== known).map(({ rule, since }) => ({ rule, since }));
    const rules = since === null ? others : [...others, { rule, since: known?.since ?? since }];
    const { console, shop } = at;
    if (rules.length === 0) await db.values.delete(key);
    else await db.values.put({ key, value: shopSchema.parse({ console, shop, rules }) });
  });
}
