import profiles from 'virtual:seeds/profiles';
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { DayView } from '../../components/desk/view.ts';
import { spoken } from '../../components/i18n/say.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import { dayOf, daysUpTo } from '../../core/figures/days.ts';
import { repeatRate } from '../../core/figures/ratios.ts';
import { byDue } from '../../core/follow-ups/follow-up.ts';
import { isFor } from '../../core/follow-ups/sweep.ts';
import { call } from '../../messaging/call.ts';
import { countDay, keptDay } from '../../storage/cases/days.ts';
import { CURSOR, type DeskDb } from '../../storage/cases/db.ts';
import { readRoster } from '../../storage/cases/roster.ts';
import { readChain } from '../../storage/log/chain.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readPerson } from '../../storage/settings.ts';
import { dayAskFor, profileName } from '../background/consoles.ts';
import { listsOf } from './lists.ts';

const SETTLE_MS = 400;
/** The trade asks who came again within a week. */
const REPEAT_DAYS = 7;

export interface DeskData {
  readonly db: LogDb;
  readonly desk: DeskDb;
}

/** What a day was counted from: it is counted again when one of these is another. */
interface Seen {
  readonly person: string | null;
  /** The log's last entry, and the last that the follow-ups know. */
  readonly entry: number;
  readonly followed: string;
}

export interface Look {
  readonly seen: Seen;
  readonly view: DayView;
}

async function seenIn({ db, desk }: DeskData): Promise<Seen> {
  const [person, chain, cursor] = await Promise.all([readPerson(db), readChain(db), desk.values.get(CURSOR)]);
  return { person, entry: chain?.n ?? 0, followed: JSON.stringify(cursor?.value ?? null) };
}

/** Today as it was last counted, if it was: what came since is counted right after. */
export const glanceAtDay = (data: DeskData, catalogue: DeskCatalogue): Promise<Look> =>
  look(data, catalogue, { counted: false });

async function look(data: DeskData, catalogue: DeskCatalogue, how: { counted: boolean }): Promise<Look> {
  performance.mark('desk-day-begin');
  const [seen, beside] = await Promise.all([seenIn(data), readBeside(data.desk)]);
  const { view, upTo } = await readDay(data, catalogue, seen.person, beside, how);
  performance.measure('desk-day-read', 'desk-day-begin');
  return { seen: { ...seen, entry: upTo }, view };
}

/** What the desk knows beside the log, whoever is on duty. */
async function readBeside(desk: DeskDb) {
  const [roster, followUps, openIds, exported] = await Promise.all([
    readRoster(desk),
    desk.followUps.where('state').equals('open').toArray(),
    desk.openCases.toCollection().primaryKeys() as Promise<string[]>,
    desk.exports.orderBy('at').last(),
  ]);
  return { roster, followUps, openIds, exportedAt: exported?.at ?? 0 };
}

async function readDay(
  { db, desk }: DeskData,
  catalogue: DeskCatalogue,
  person: string | null,
  { roster, followUps, openIds, exportedAt }: Awaited<ReturnType<typeof readBeside>>,
  { counted }: { counted: boolean },
): Promise<{ view: DayView; upTo: number }> {
  const now = Date.now();
  const ask = dayAskFor(profiles, person, roster);
  const today = dayOf(now, PAGE_ZONE);
  const [{ figures, ticks, upTo }, cases] = await Promise.all([
    counted
      ? countDay(db, today, ask)
      : keptDay(desk, today, ask).then((day) => day ?? countDay(db, today, ask)),
    db.cases.bulkGet(openIds),
  ]);
  const open = cases.flatMap((one) => (one && isFor(person, one) ? [one] : []));
  const view: DayView = {
    figures,
    targetSeconds: ask.general.targetSeconds,
    profiles: ask.profiles.flatMap(({ profile }) => {
      const metric = figures.metrics[profile.id];
      return metric ? [{ id: profile.id, label: profileName(profile, spoken() === 'en'), metric }] : [];
    }),
    repeat: null,
    repeatDays: REPEAT_DAYS,
    followUps: followUps.filter((one) => isFor(person, one)).sort(byDue),
    openCases: open.length,
    unexported: open.filter(({ changedAt }) => changedAt > exportedAt).length,
    lists: listsOf(catalogue.flows, ticks, runOf(today, person)),
    now,
  };
  return { view, upTo };
}

/** One filling of a checklist: a person's, of a day. */
export const runOf = (day: string, person: string | null): string => `${day} ${person ?? ''}`;

/**
 * Today's figures, beginning with a look that is under way already, and counted again whenever there is something new.
 * Null until the first are there; how many came again follows, since the days before may have to be counted first.
 */
export function useDay(
  data: DeskData,
  catalogue: DeskCatalogue,
  first: Promise<Look>,
  failed: (error: unknown) => void,
): DayView | null {
  const [day, setDay] = useState<DayView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is watched stays the same
  useEffect(() => {
    const ending = new AbortController();
    let newest: Seen | null = null;
    let wake: (() => void) | null = null;
    const watching = liveQuery(() => seenIn(data)).subscribe((seen) => {
      newest = seen;
      wake?.();
    }, failed);
    const follow = async () => {
      let shown = await first;
      for (;;) {
        if (ending.signal.aborted) return;
        const { seen, view } = shown;
        setDay((before) => ({ ...view, repeat: before?.repeat ?? null }));
        void repeatsOf(view, seen).then((repeat) => setDay((shown) => shown && { ...shown, repeat }), failed);
        while (newest === null || isSame(newest, seen)) {
          await new Promise<void>((done) => {
            wake = done;
          });
          // A batch of messages is many changes; one look after them is enough.
          await new Promise((done) => setTimeout(done, SETTLE_MS));
        }
        shown = await look(data, catalogue, { counted: true });
      }
    };
    void follow().catch(failed);
    return () => {
      ending.abort();
      watching.unsubscribe();
    };
  }, []);
  const drawn = day !== null;
  useEffect(() => {
    if (drawn) performance.mark('desk-day');
  }, [drawn]);
  return day;
}

async function repeatsOf({ now }: DayView, { person }: Seen): Promise<number | null> {
  const days = daysUpTo(dayOf(now, PAGE_ZONE), REPEAT_DAYS + 1);
  return repeatRate(await call('desk.days', { days, person }));
}

const isSame = (a: Seen, b: Seen): boolean =>
  a.person === b.person && a.entry === b.entry && a.followed === b.followed;
