import type { Table } from 'dexie';
import { WrittenDb } from '../written-db.ts';
import type { PublicKeyFile } from './public-file.ts';

/** A supervisor's key that a person here has compared and kept. */
export interface KnownKey extends PublicKeyFile {
  readonly id: string;
  readonly keptAt: number;
}

/** The keys that this desk's logs may be encrypted to. Written by the desk's page alone. */
export class KnownKeysDb extends WrittenDb {
  readonly keys!: Table<KnownKey, string>;

  constructor(name = 'counterside-receivers') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'id' });
  }
}

/** The kept keys, the latest first. */
export const knownKeys = async (db: KnownKeysDb): Promise<KnownKey[]> =>
  (await db.keys.toArray()).sort((a, b) => b.keptAt - a.keptAt);

/** Keeps a key whose fingerprint was compared; one that is known takes its label anew. */
export async function keepKey(db: KnownKeysDb, id: string, file: PublicKeyFile, now: number): Promise<void> {
  db.assertWritable();
  await db.keys.put({ ...file, id, keptAt: now });
}

export async function forgetKey(db: KnownKeysDb, id: string): Promise<void> {
  db.assertWritable();
  await db.keys.delete(id);
}
