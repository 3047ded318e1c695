import type { KnownPack } from '../../scripts-library/pack-trust.ts';
import { type FoundPack, readPack } from '../../scripts-library/read-pack.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { packText } from '../../scripts-library/sign.ts';
import type { ActiveRow, MergedRow, PackRow, PacksDb } from './db.ts';

/** So many versions of a pack are kept: the one in use and those before it. */
export const KEPT_VERSIONS = 3;

/** A pack in use, read, with the versions that one can go back to. */
export interface PackInUse {
  readonly active: ActiveRow;
  readonly row: PackRow;
  readonly found: FoundPack;
  /** The other versions that are kept, the latest first. */
  readonly kept: readonly PackRow[];
}

/** What is known of a pack, installed or not. */
export async function knownPack(db: PacksDb, id: string): Promise<KnownPack | null> {
  return (await db.signers.get(id)) ?? null;
}

/** The keys of packs that are in use. */
export async function trustedKeys(db: PacksDb): Promise<ReadonlySet<string>> {
  const hashes = (await db.active.toArray()).flatMap(({ hash }) => (hash === null ? [] : [hash]));
  const rows = await db.packs.bulkGet(hashes);
  return new Set(rows.flatMap((row) => (row?.key ? [row.key] : [])));
}

/**
 * Puts a pack into use in one transaction: the new version, what is known of it, and the fourth version away.
 * Installing what is in use already changes nothing.
 */
export async function installPack(
  db: PacksDb,
  { pack, hash, signature }: FoundPack,
  at: number,
): Promise<void> {
  db.assertWritable();
  const key = signature?.key ?? null;
  const text = packText(signature ? { ...pack, signature } : pack);
  await db.transaction('rw!', [db.packs, db.active, db.signers], async () => {
    const [before, known] = await Promise.all([db.active.get(pack.id), db.signers.get(pack.id)]);
    if (before?.hash === hash) return;
    await db.packs.put({ hash, id: pack.id, version: pack.version, installedAt: at, text, key });
    await db.active.put({ id: pack.id, hash, since: before?.since ?? at, off: before?.off ?? [] });
    await db.signers.put({
      id: pack.id,
      key: key ?? known?.key ?? null,
      highest: Math.max(known?.highest ?? 0, pack.version),
      hashes: { ...known?.hashes, [pack.version]: hash },
    });
    const versions = await versionsOf(db, pack.id);
    await db.packs.bulkDelete(versions.slice(KEPT_VERSIONS).map((row) => row.hash));
  });
}

/** All kept versions of a pack, the latest first. */
async function versionsOf(db: PacksDb, id: string): Promise<PackRow[]> {
  return (await db.packs.where('id').equals(id).toArray()).sort((a, b) => b.version - a.version);
}

/** Goes to another kept version. False if it is not kept. */
export async function usePack(db: PacksDb, id: string, hash: string): Promise<boolean> {
  db.assertWritable();
  return db.transaction('rw!', [db.packs, db.active], async () => {
    const [row, active] = await Promise.all([db.packs.get(hash), db.active.get(id)]);
    if (!active || row?.id !== id) return false;
    await db.active.put({ ...active, hash });
    return true;
  });
}

/**
 * Takes a pack and all its versions away, and what was known of its publisher: who removes a pack has decided that
 * the next one of its name is met as if for the first time.
 */
export async function removePack(db: PacksDb, id: string): Promise<void> {
  db.assertWritable();
  await db.transaction('rw!', [db.packs, db.active, db.signers], async () => {
    await db.packs.where('id').equals(id).delete();
    await db.active.delete(id);
    await db.signers.delete(id);
  });
}

/** Switches one entry off or on. Either may be asked twice. */
export async function switchItem(
  db: PacksDb,
  {
    pack,
    item,
    on,
    at,
  }: { readonly pack: string; readonly item: string; readonly on: boolean; readonly at: number },
): Promise<void> {
  db.assertWritable();
  await db.transaction('rw!', db.active, async () => {
    const active = (await db.active.get(pack)) ?? { id: pack, hash: null, since: at, off: [] };
    const others = active.off.filter((one) => one !== item);
    await db.active.put({ ...active, off: on ? others : [...others, item] });
  });
}

/** Every pack in use, in the order of installation; one whose text reads no longer is left out. */
export async function packsInUse(db: PacksDb): Promise<PackInUse[]> {
  const [active, rows] = await db.transaction('r', [db.active, db.packs], () =>
    Promise.all([db.active.toArray(), db.packs.toArray()]),
  );
  const found = await Promise.all(
    active
      .sort((a, b) => a.since - b.since)
      .map(async (one): Promise<PackInUse[]> => {
        const row = rows.find(({ hash }) => hash === one.hash);
        if (!row) return [];
        const read = await readPack(new TextEncoder().encode(row.text));
        if (!read.ok) return [];
        const kept = rows.filter(({ id, hash }) => id === one.id && hash !== one.hash);
        return [{ active: one, row, found: read, kept: kept.sort((a, b) => b.version - a.version) }];
      }),
  );
  return found.flat();
}

/** Which packs are in use in which version, and what is off in each, in one word. */
export async function stateOfUse(db: PacksDb): Promise<string> {
  const active = await db.active.toArray();
  const told = active.map(({ id, hash, since, off }) => [since, id, hash, ...off]);
  return JSON.stringify(told.sort((a, b) => Number(a[0]) - Number(b[0])));
}

/** What is kept of the packs that are in use, where it was made `of` the same. */
export async function keptMerged(
  db: PacksDb,
  of: string,
): Promise<{ readonly merged: MergedRow; readonly rules: CompiledRules | null } | null> {
  const rows = await db.compiled.bulkGet(['merged', 'rules']);
  const [merged, rules] = rows;
  if (merged?.key !== 'merged' || merged.of !== of) return null;
  if (merged.rules === null) return { merged, rules: null };
  return rules?.key === 'rules' && rules.of === merged.rules ? { merged, rules: rules.rules } : null;
}

const readKey = (person: string | null, notice: string): string => JSON.stringify([person, notice]);

/** Keeps that the person on duty has read a notice. `notice` names the version too: a new one is read anew. */
export async function markRead(
  db: PacksDb,
  person: string | null,
  notice: string,
  at: number,
): Promise<void> {
  db.assertWritable();
  const key = readKey(person, notice);
  await db.transaction('rw!', db.read, async () => {
    if (!(await db.read.get(key))) await db.read.put({ key, at });
  });
}

/** Which of these notices that person has read. */
export async function readOnes(
  db: PacksDb,
  person: string | null,
  notices: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.read.bulkGet(notices.map((notice) => readKey(person, notice)));
  return new Set(notices.filter((_, index) => rows[index] !== undefined));
}
