import type { EntryView, PackInUseView } from '../../components/packs/view.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { entryTitle } from '../../scripts-library/pack-diff.ts';
import type { PackIssue } from '../../scripts-library/pack-issue.ts';
import { itemKey, mergePacks, SECTIONS } from '../../scripts-library/pack-layers.ts';
import { fingerprint } from '../../scripts-library/sign.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import { packsInUse } from '../../storage/packs/store.ts';

/** What the machine's packs hold, and where they get in each other's way. */
export interface Shelf {
  readonly packs: readonly PackInUseView[];
  readonly conflicts: readonly PackIssue[];
}

const entriesOf = (pack: Pack, off: ReadonlySet<string>): EntryView[] =>
  SECTIONS.flatMap((section) =>
    ((pack[section] ?? []) as readonly { readonly id: string; readonly kind?: string }[])
      .filter(({ kind }) => kind !== 'superseded')
      .map((entry) => ({
        section,
        id: entry.id,
        title: entryTitle(entry),
        on: !off.has(itemKey(section, entry.id)),
      })),
  );

/** The packs in use as the settings page shows them, the built-in one first. `day` is today. */
export async function readShelf(db: PacksDb, base: Pack, day: string): Promise<Shelf> {
  const [own, inUse] = await Promise.all([db.active.get(base.id), packsInUse(db)]);
  const baseOff = new Set(own?.off ?? []);
  const all = inUse.map(({ active, found }) => ({ pack: found.pack, off: new Set(active.off) }));
  const { conflicts } = mergePacks([{ pack: base, off: baseOff }, ...all], day);
  const builtIn: PackInUseView = {
    ...{ id: base.id, title: base.title, version: base.version, publisher: base.publisher },
    ...{ layer: 'base', builtIn: true, fingerprint: null, installedAt: null, state: 'in-use' },
    ...{ entries: entriesOf(base, baseOff), before: null, after: null },
  };
  const others = inUse.map(({ active, row, found: { pack, signature }, kept }): PackInUseView => {
    const before = kept.find(({ version }) => version < row.version);
    const after = kept.findLast(({ version }) => version > row.version);
    return {
      ...{ id: pack.id, title: pack.title, version: pack.version, publisher: pack.publisher },
      ...{ layer: pack.layer ?? 'shop', builtIn: false, installedAt: row.installedAt },
      fingerprint: signature ? fingerprint(signature.key) : null,
      state:
        pack.effective > day
          ? 'to-come'
          : pack.expiry !== undefined && pack.expiry <= day
            ? 'ended'
            : 'in-use',
      entries: entriesOf(pack, new Set(active.off)),
      before: before ? { hash: before.hash, version: before.version } : null,
      after: after ? { hash: after.hash, version: after.version } : null,
    };
  });
  return { packs: [builtIn, ...others], conflicts };
}
