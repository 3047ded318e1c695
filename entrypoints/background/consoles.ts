import { browser } from 'wxt/browser';
import type { Adapter } from '../../adapters/define.ts';
import { UNKNOWN_METRIC } from '../../adapters/nothing.ts';
import { adapters, isAt, isOnHostOf } from '../../adapters/registry.ts';
import { UNREAD } from '../../adapters/unread.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { DayAsk } from '../../core/figures/day.ts';
import type { MetricProfile } from '../../core/profile.ts';
import type { Roster } from '../../core/shifts/roster.ts';
import { dutySpans } from '../../core/shifts/shifts.ts';
import { type Caller, Refusal } from '../../messaging/serve.ts';
import { type AdapterDb, keptAdapters } from '../../storage/adapters.ts';

/** Every adapter that may read: those that people made before the shipped ones, whose place they take. */
async function allAdapters(db: AdapterDb): Promise<readonly Adapter[]> {
  const kept = (await keptAdapters(db)).map(({ adapter }) => adapter);
  const repaired = new Set(kept.map(({ id }) => id));
  return [...kept, ...adapters.filter(({ id }) => !repaired.has(id))];
}

/** Every adapter whose patterns take this address, the best first. */
export async function adaptersFor(db: AdapterDb, url: string): Promise<readonly Adapter[]> {
  return (await allAdapters(db)).filter((adapter) => isAt(adapter, url));
}

/** Which adapter reads the page of this caller, or null: then nothing of it is read. */
export async function adapterOf(db: AdapterDb, caller: Caller): Promise<Adapter | null> {
  if (caller.kind !== 'console') return null;
  const found = await adaptersFor(db, caller.url);
  return found.find(({ frame }) => frame === 'any' || caller.frame === 0) ?? null;
}

/** Whether our script may run there: a shipped console, or an origin that the person has allowed. */
export async function isAllowed(url: string): Promise<boolean> {
  if (adapters.some((adapter) => isOnHostOf(adapter, url))) return true;
  const { protocol, hostname } = new URL(url);
  return (
    protocol.startsWith('http') && browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] })
  );
}

/** Lets a console's page speak for its own console alone; our pages may speak for each. */
export async function mustSpeakFor(db: AdapterDb, caller: Caller, console: string): Promise<void> {
  if (caller.kind === 'page') return;
  const { url } = caller;
  const own = (await allAdapters(db)).some((adapter) => adapter.id === console && isOnHostOf(adapter, url));
  if (!own) throw new Refusal('not-allowed', 'another console');
}

/** Lets a page bring an adapter for its own host alone: all that it could do with it is to read itself. */
export function mustReadItself(caller: Caller, adapter: Adapter): void {
  if (caller.kind === 'page') return;
  const { hostname } = new URL(caller.url);
  const shipped = adapters.find(({ id }) => id === adapter.id);
  const foreign = adapter.matches.some((pattern) => pattern.split('/')[2]?.split(':')[0] !== hostname);
  if (foreign || (shipped && !isOnHostOf(shipped, caller.url)))
    throw new Refusal('not-allowed', 'an adapter for another host');
}

/** The profile that a console's live timer follows; the manuals' own definition where there is none. */
export async function profileFor(
  db: AdapterDb,
  profiles: readonly MetricProfile[],
  console: string,
): Promise<MetricProfile> {
  const metric = (await allAdapters(db)).find(({ id }) => id === console)?.metric;
  const found = [metric, UNKNOWN_METRIC].flatMap((wanted) => profiles.filter(({ id }) => id === wanted))[0];
  if (!found) throw new Error(`no metric profile ${UNKNOWN_METRIC} is built in`);
  return found;
}

const judgedBy = (metric: string) => [...adapters, ...UNREAD].filter((one) => one.metric === metric);

/** A profile's name with the platforms it judges: several call theirs the same. */
export function profileName({ id, label, labelEn }: MetricProfile, english: boolean): string {
  const platforms = judgedBy(id).map((one) => one.label);
  return [...(platforms.length > 0 ? [platforms.join('、')] : []), english ? labelEn : label].join(' · ');
}

/** What a day's figures are asked by: the manuals' own definition, and beside it each platform's, for its own consoles. */
export function dayAskFor(
  profiles: readonly MetricProfile[],
  person: string | null,
  roster: Roster | null,
): DayAsk {
  const general = profiles.find(({ id }) => id === UNKNOWN_METRIC);
  if (!general) throw new Error(`no metric profile ${UNKNOWN_METRIC} is built in`);
  const judged = profiles
    .filter(({ id }) => id !== general.id)
    .map((profile) => ({ profile, consoles: judgedBy(profile.id).map(({ id }) => id) }))
    .filter(({ consoles }) => consoles.length > 0);
  const shifts = roster ? dutySpans(roster, PAGE_ZONE) : [];
  return { general, profiles: judged, timeZone: PAGE_ZONE, shifts, person };
}
