import { canonical } from '../core/canonical.ts';
import type { Pack } from './pack.ts';
import { SECTIONS, type Section } from './pack-layers.ts';

/** One entry that a new version brings, alters or no longer has. */
export interface PackChange {
  readonly section: Section;
  readonly id: string;
  readonly title: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

/** An entry's name for people. */
export const entryTitle = (entry: { readonly id: string }): string =>
  'title' in entry && typeof entry.title === 'string' ? entry.title : entry.id;

/** What changes, list by list, if `after` takes the place of `before` (null: nothing was there). */
export function packDiff(before: Pack | null, after: Pack): PackChange[] {
  return SECTIONS.flatMap((section) => {
    const entriesOf = (pack: Pack | null) => (pack?.[section] ?? []) as readonly { readonly id: string }[];
    const old = new Map(entriesOf(before).map((entry) => [entry.id, entry]));
    const now = new Set(entriesOf(after).map(({ id }) => id));
    const change = (entry: { readonly id: string }, kind: PackChange['kind']): PackChange => ({
      ...{ section, id: entry.id, kind },
      title: entryTitle(entry),
    });
    return [
      ...entriesOf(after).flatMap((entry) => {
        const was = old.get(entry.id);
        if (!was) return [change(entry, 'added')];
        return canonical(was) === canonical(entry) ? [] : [change(entry, 'changed')];
      }),
      ...[...old.values()].filter(({ id }) => !now.has(id)).map((entry) => change(entry, 'removed')),
    ];
  });
}
