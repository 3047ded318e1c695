import type { Table } from 'dexie';
import { adapterSchema } from '../core/adapter.schema.ts';
import type { Adapter } from '../core/adapter.ts';
import { WrittenDb } from './written-db.ts';

/** An adapter that is not shipped, and where it is from. One that has a shipped adapter's id repairs it. */
export interface KeptAdapter {
  readonly id: string;
  readonly adapter: Adapter;
  /** Pointed out on this machine, or the id of the pack that brought it. */
  readonly from: 'calibrated' | (string & {});
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

/** Adapters that people made. Only the background writes. */
export class AdapterDb extends WrittenDb {
  readonly adapters!: Table<KeptAdapter, string>;

  constructor(name = 'counterside-adapters') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ adapters: 'id' });
  }
}

/** Every adapter that reads as one, the latest first; what an older or newer version left and we can't read stays unread. */
export async function keptAdapters(db: AdapterDb): Promise<KeptAdapter[]> {
  const rows = await db.adapters.toArray();
  return rows
    .filter(({ adapter }) => adapterSchema.safeParse(adapter).success)
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** Keeps an adapter in place of the one of its id. */
export async function keepAdapter(
  db: AdapterDb,
  adapter: Adapter,
  from: KeptAdapter['from'],
  now: number,
): Promise<void> {
  db.assertWritable();
  const checked = adapterSchema.parse(adapter);
  await db.adapters.put({ id: checked.id, adapter: checked, from, savedAt: now });
}

/** Forgets an adapter; the shipped one of its id, if any, reads again. */
export async function dropAdapter(db: AdapterDb, id: string): Promise<void> {
  db.assertWritable();
  await db.adapters.delete(id);
}
