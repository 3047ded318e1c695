import { z } from 'zod';
import { adapterSchema } from '../../core/adapter.schema.ts';
import { PACK_LIMITS } from '../../scripts-library/pack-limits.ts';
import { type AdapterDb, keptAdapters } from '../adapters.ts';
import type { PacksDb } from '../packs/db.ts';

const word = z.string().min(1).max(300);

/** What people installed and pointed out on a machine, which no log holds. */
export const madeSchema = z.strictObject({
  /** Packs in use in the order of installation, as files; the built-in one, if something in it is off, has none. */
  packs: z
    .array(
      z.strictObject({
        id: word,
        file: z.string().max(PACK_LIMITS.bytes).nullable(),
        off: z.array(word).max(20_000),
      }),
    )
    .max(1_000),
  /** Adapters that a person pointed out or read in. Those of a pack come with it. */
  adapters: z.array(adapterSchema).max(1_000),
});

export type Made = z.infer<typeof madeSchema>;

/** Reads what people made on this machine. Reading only. */
export async function madeHere(packs: PacksDb, adapters: AdapterDb): Promise<Made> {
  const [active, rows, kept] = await Promise.all([
    packs.active.orderBy('id').toArray(),
    packs.packs.toArray(),
    keptAdapters(adapters),
  ]);
  const files = new Map(rows.map(({ hash, text }) => [hash, text]));
  return {
    packs: active
      .sort((a, b) => a.since - b.since)
      .map(({ id, hash, off }) => ({ id, file: files.get(hash ?? '') ?? null, off: [...off] })),
    adapters: kept.filter(({ from }) => from === 'calibrated').map(({ adapter }) => adapter),
  };
}
