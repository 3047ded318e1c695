import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pack } from '../../scripts-library/pack.ts';
import { type FoundPack, readPack } from '../../scripts-library/read-pack.ts';
import { newKey, packText, signPack } from '../../scripts-library/sign.ts';
import { goodPack } from '../../tests/packs/good-pack.ts';
import { PacksDb } from './db.ts';
import {
  installPack,
  KEPT_VERSIONS,
  knownPack,
  markRead,
  packsInUse,
  readOnes,
  removePack,
  switchItem,
  trustedKeys,
  usePack,
} from './store.ts';

let db: PacksDb;
beforeEach(() => {
  db = new PacksDb('packs-test');
});
afterEach(() => db.delete());

const { pem, key } = await newKey();
async function found(change: Partial<Pack> = {}): Promise<FoundPack> {
  const read = await readPack(
    new TextEncoder().encode(packText(await signPack({ ...goodPack, ...change }, pem))),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read;
}
const inUse = async () =>
  (await packsInUse(db)).map(({ found: { pack }, kept }) => [
    pack.id,
    pack.version,
    kept.map(({ version }) => version),
  ]);

it('keeps the last three versions, and goes back and on among them', async () => {
  for (const version of [1, 2, 3, 4]) await installPack(db, await found({ version }), version);
  expect(KEPT_VERSIONS).toBe(3);
  expect(await inUse()).toEqual([['cup-shop', 4, [3, 2]]]);
  const { hash } = await found({ version: 3 });
  expect(await usePack(db, 'cup-shop', hash)).toBe(true);
  expect(await inUse()).toEqual([['cup-shop', 3, [4, 2]]]);
  expect(await usePack(db, 'cup-shop', (await found({ version: 1 })).hash)).toBe(false);
  expect(await usePack(db, 'another', hash)).toBe(false);
  expect((await knownPack(db, 'cup-shop'))?.highest).toBe(4);
});

it('installing what is in use changes nothing', async () => {
  await installPack(db, await found(), 1);
  const before = [await db.packs.toArray(), await db.active.toArray()];
  await installPack(db, await found(), 2);
  expect([await db.packs.toArray(), await db.active.toArray()]).toEqual(before);
});

it('keeps what is off over versions, and forgets all of a pack that is removed', async () => {
  await installPack(db, await found(), 1);
  await switchItem(db, { pack: 'cup-shop', item: 'scripts/cup-wash', on: false, at: 2 });
  await switchItem(db, { pack: 'cup-shop', item: 'scripts/cup-wash', on: false, at: 3 });
  await installPack(db, await found({ version: 8 }), 4);
  expect((await db.active.get('cup-shop'))?.off).toEqual(['scripts/cup-wash']);
  await switchItem(db, { pack: 'cup-shop', item: 'scripts/cup-wash', on: true, at: 5 });
  expect((await db.active.get('cup-shop'))?.off).toEqual([]);
  expect(await trustedKeys(db)).toEqual(new Set([key]));
  await removePack(db, 'cup-shop');
  expect([await db.packs.count(), await db.active.count(), await db.signers.count()]).toEqual([0, 0, 0]);
});

it('an installation that breaks off half-way leaves nothing', async () => {
  vi.spyOn(db.signers, 'put').mockRejectedValueOnce(new Error('killed'));
  await expect(installPack(db, await found(), 1)).rejects.toThrow('killed');
  expect([await db.packs.count(), await db.active.count(), await db.signers.count()]).toEqual([0, 0, 0]);
});

it('leaves out a pack whose text was changed under it', async () => {
  await installPack(db, await found(), 1);
  await db.packs.toCollection().modify((row: { text: string }) => {
    row.text = row.text.replace('请手洗', '请水洗');
  });
  expect(await packsInUse(db)).toEqual([]);
});

it('a notice is read by a person, not by the machine', async () => {
  await markRead(db, '小李', 'out.1', 1);
  await markRead(db, '小李', 'out.1', 2);
  expect(await readOnes(db, '小李', ['out.1', 'out.2'])).toEqual(new Set(['out.1']));
  expect(await readOnes(db, '小王', ['out.1'])).toEqual(new Set());
  expect(await readOnes(db, null, ['out.1'])).toEqual(new Set());
});
