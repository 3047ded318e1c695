import type { Table } from 'dexie';
import { WrittenDb } from '../written-db.ts';
import { CURVE, keyIdOf } from './point.ts';
import { labelOf } from './public-file.ts';

/** A key that a supervisor made here. The private half can be used here and copied nowhere. */
export interface OwnKey {
  readonly id: string;
  readonly label: string;
  readonly point: Uint8Array<ArrayBuffer>;
  readonly privateHalf: CryptoKey;
  readonly madeAt: number;
  /** Since when it is not given out any more; it still opens. */
  readonly retiredAt: number | null;
}

/** The supervisor's own keys, apart from the logs: they outlast them. Written by the supervisor's page alone. */
export class OwnKeysDb extends WrittenDb {
  readonly keys!: Table<OwnKey, string>;

  constructor(name = 'counterside-receiving') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'id' });
  }
}

/** Makes a key and keeps it. @throws where the label is empty or the browser keeps no keys (a private window) */
export async function makeKey(db: OwnKeysDb, label: string, now: number): Promise<OwnKey> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key: OwnKey = {
    ...{ id: keyIdOf(point), label: mustBeLabel(label), point, privateHalf: pair.privateKey },
    ...{ madeAt: now, retiredAt: null },
  };
  db.assertWritable();
  await db.keys.add(key);
  return key;
}

function mustBeLabel(typed: string): string {
  const label = labelOf(typed);
  if (label === '') throw new Error('a key needs a label');
  return label;
}

/** All keys: those in use first, then the latest. */
export async function ownKeys(db: OwnKeysDb): Promise<OwnKey[]> {
  const keys = await db.keys.toArray();
  const isRetired = ({ retiredAt }: OwnKey) => Number(retiredAt !== null);
  return keys.sort((a, b) => isRetired(a) - isRetired(b) || b.madeAt - a.madeAt);
}

/** The private half of the key with this id, retired or not. */
export const privateHalfOf = async (db: OwnKeysDb, id: string): Promise<CryptoKey | null> =>
  (await db.keys.get(id))?.privateHalf ?? null;

export async function renameKey(db: OwnKeysDb, id: string, label: string): Promise<void> {
  await change(db, id, { label: mustBeLabel(label) });
}

/** Takes a key out of use, or with null back into it. Either way it opens what was encrypted to it. */
export async function retireKey(db: OwnKeysDb, id: string, retiredAt: number | null): Promise<void> {
  await change(db, id, { retiredAt });
}

/** Deletes a key for good: what was encrypted to it opens nowhere any more. */
export async function removeKey(db: OwnKeysDb, id: string): Promise<void> {
  db.assertWritable();
  await db.keys.delete(id);
}

async function change(db: OwnKeysDb, id: string, what: Partial<Omit<OwnKey, 'id'>>): Promise<void> {
  db.assertWritable();
  await db.keys.update(id, what);
}
