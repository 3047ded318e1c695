import { LAYERS, type Layer, type Pack, scriptsOf } from './pack.ts';
import { issue, type PackIssue } from './pack-issue.ts';
import type { Rule } from './rule.ts';
import type { Script, SupersededAdvice } from './script.ts';

/** A pack on a machine, with what was switched off in it (`scripts/ship-when`). */
export interface InstalledPack {
  readonly pack: Pack;
  readonly off: ReadonlySet<string>;
}

export interface Merged {
  /** What all packs say together; hands out what one pack would. */
  readonly pack: Pack;
  readonly conflicts: readonly PackIssue[];
  /** The next day on which a pack begins or ends; null if none does. */
  readonly changesOn: string | null;
}

/** The lists of a pack whose entries have ids and can be switched off one by one. */
export const SECTIONS = [
  'rules',
  'scripts',
  'facts',
  'products',
  'notices',
  'profiles',
  'rubrics',
  'forms',
  'flows',
  'shifts',
  'adapters',
  'drills',
] as const satisfies readonly (keyof Pack)[];
export type Section = (typeof SECTIONS)[number];

/** What switches an entry off: its list and its id. */
export const itemKey = (section: Section, id: string): string => `${section}/${id}`;

const layerOf = ({ layer }: Pack): number => LAYERS.indexOf(layer ?? ('shop' satisfies Layer));

/**
 * One pack out of many. A later layer stands over an earlier one, entry by entry; within a layer the pack installed
 * last does, and that is reported. A pack that has not begun says nothing. One that has ended keeps its rules, since a
 * rule protects, and loses everything else. `packs` come in the order of installation, the built-in one first.
 */
export function mergePacks(packs: readonly InstalledPack[], day: string): Merged {
  const ordered = packs
    .filter(({ pack }, index) => index === 0 || pack.effective <= day)
    .sort((a, b) => layerOf(a.pack) - layerOf(b.pack));
  const conflicts: PackIssue[] = [];
  const lists = SECTIONS.map((section) => [section, mergeSection(section, ordered, day, conflicts)] as const);
  const merged = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
  const [first] = packs;
  const last = ordered.at(-1);
  if (!first || !last) throw new Error('no pack to merge');
  const trees = ordered.filter(({ pack }, at) => (at === 0 || !hasEnded(pack, day)) && pack.categories);
  const categories = trees.at(-1)?.pack.categories;
  const { format, license, platforms } = first.pack;
  const { id, version, title, publisher, effective } = last.pack;
  const pack: Pack = {
    ...{ format, license, platforms, id, version, title, publisher, effective },
    rules: [],
    scripts: [],
    ...merged,
    ...(categories ? { categories } : {}),
  };
  return { pack: { ...pack, scripts: withoutLooseEnds(pack) }, conflicts, changesOn: nextChange(packs, day) };
}

const hasEnded = ({ expiry }: Pack, day: string): boolean => expiry !== undefined && expiry <= day;

interface Entry {
  readonly id: string;
}

function mergeSection(
  section: Section,
  packs: readonly InstalledPack[],
  day: string,
  conflicts: PackIssue[],
): Entry[] {
  const held = new Map<string, { readonly entry: Entry; readonly owner: Pack }>();
  for (const [at, { pack, off }] of packs.entries()) {
    if (at > 0 && section !== 'rules' && hasEnded(pack, day)) continue;
    for (const entry of (pack[section] ?? []) as readonly Entry[]) {
      if (off.has(itemKey(section, entry.id))) continue;
      const kept = within(entry, section, pack.platforms);
      if (kept === null) continue;
      const other = held.get(entry.id);
      if (other && layerOf(other.owner) === layerOf(pack))
        conflicts.push(
          issue(
            'W_CONFLICT',
            itemKey(section, entry.id),
            `${entry.id} (${other.owner.title}, ${pack.title})`,
          ),
        );
      held.set(entry.id, { entry: kept, owner: pack });
    }
  }
  return [...held.values()].map(({ entry }) => entry);
}

/** An entry held to the consoles that its pack is meant for; null if none is left. */
function within(entry: Entry, section: Section, platforms: readonly string[]): Entry | null {
  if (platforms.length === 0) return entry;
  const common = (own: readonly string[] | undefined) =>
    own && own.length > 0 ? own.filter((one) => platforms.includes(one)) : platforms;
  if (section === 'rules') {
    const { scope } = entry as Rule;
    const left = common(scope?.platforms);
    return left.length === 0 ? null : ({ ...entry, scope: { ...scope, platforms: left } } as Entry);
  }
  if (section !== 'scripts' && section !== 'notices') return entry;
  const left = common((entry as Script).platforms);
  return left.length === 0 ? null : ({ ...entry, platforms: left } as Entry);
}

/** A next step into a script that was switched off leads nowhere, so it is not offered. */
function withoutLooseEnds(pack: Pack): (Script | SupersededAdvice)[] {
  const ids = new Set(scriptsOf(pack).map(({ id }) => id));
  return pack.scripts.map((entry) =>
    entry.kind === undefined && entry.branches?.some(({ script }) => !ids.has(script))
      ? { ...entry, branches: entry.branches.filter(({ script }) => ids.has(script)) }
      : entry,
  );
}

function nextChange(packs: readonly InstalledPack[], day: string): string | null {
  const days = packs
    .slice(1)
    .flatMap(({ pack: { effective, expiry } }) => [effective, ...(expiry === undefined ? [] : [expiry])])
    .filter((one) => one > day)
    .sort();
  return days[0] ?? null;
}
