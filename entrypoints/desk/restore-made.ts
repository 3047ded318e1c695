import { call } from '../../messaging/call.ts';
import { CONSENTS } from '../../scripts-library/pack-issue.ts';
import type { AdapterDb } from '../../storage/adapters.ts';
import type { Made } from '../../storage/backup/made.ts';
import type { PacksDb } from '../../storage/packs/db.ts';

/**
 * Has the background put back the packs and adapters of a backup. One that is here by its id stays as it is: somebody
 * installed it since. Consents were given when a pack was first installed.
 *
 * @returns what was not taken (a pack of a newer version, one that has run out), by id
 */
export async function restoreMade(
  { packs, adapters }: Made,
  here: { readonly packs: PacksDb; readonly adapters: AdapterDb },
): Promise<string[]> {
  const left: string[] = [];
  for (const { id, file, off } of packs) {
    if (await here.packs.active.get(id)) continue;
    if (file !== null && !(await call('packs.install', { file, consents: CONSENTS })).ok) {
      left.push(id);
      continue;
    }
    for (const item of off) await call('packs.item', { pack: id, item, on: false });
  }
  const known = new Set(await here.adapters.adapters.toCollection().primaryKeys());
  for (const adapter of adapters) if (!known.has(adapter.id)) await call('adapter.save', { adapter });
  return left;
}
