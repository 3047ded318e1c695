import profiles from 'virtual:seeds/profiles';
import { useEffect, useState } from 'preact/hooks';
import type { DayView } from '../../components/desk/view.ts';
import { spoken } from '../../components/i18n/say.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import { dayFigures } from '../../core/figures/day.ts';
import { dayOf, daySpan, daysUpTo } from '../../core/figures/days.ts';
import { repeatRate } from '../../core/figures/ratios.ts';
import { byDue } from '../../core/follow-ups/follow-up.ts';
import { isFor } from '../../core/follow-ups/sweep.ts';
import { call } from '../../messaging/call.ts';
import type { DeskDb } from '../../storage/cases/db.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { eventsOf } from '../../storage/log/read.ts';
import { dayAskFor, profileName } from '../background/consoles.ts';
import { listsOf } from './lists.ts';

const SETTLE_MS = 400;
/** The trade asks who came again within a week. */
const REPEAT_DAYS = 7;

export interface DeskData {
  readonly db: LogDb;
  readonly desk: DeskDb;
}

async function readDay(
  { db, desk }: DeskData,
  catalogue: DeskCatalogue,
  person: string | null,
): Promise<DayView> {
  const now = Date.now();
  const ask = dayAskFor(profiles, person);
  const today = dayOf(now, PAGE_ZONE);
  const { from, to } = daySpan(today, PAGE_ZONE);
  const [events, followUps, openIds, exported] = await Promise.all([
    // Figures need no words, and what is not opened costs nothing.
    eventsOf(db, { from, to, withoutValues: true }),
    desk.followUps.where('state').equals('open').toArray(),
    desk.openCases.toCollection().primaryKeys(),
    desk.exports.orderBy('at').last(),
  ]);
  const figures = dayFigures(events, ask);
  const ticks = events.filter((event) => event.kind === 'checklist-ticked');
  const exportedAt = exported?.at ?? 0;
  const open = (await db.cases.bulkGet(openIds as string[])).flatMap((one) =>
    one && isFor(person, one) ? [one] : [],
  );
  return {
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
}

/** One filling of a checklist: a person's, of a day. */
export const runOf = (day: string, person: string | null): string => `${day} ${person ?? ''}`;

/**
 * Today's figures, counted again whenever `changed` does. Null until the first are there; how many came again follows,
 * since the days before may have to be counted first.
 */
export function useDay(
  data: DeskData,
  catalogue: DeskCatalogue,
  person: string | null,
  changed: string,
  failed: (error: unknown) => void,
): DayView | null {
  const [day, setDay] = useState<DayView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again when what is named in `changed` did
  useEffect(() => {
    let stale = false;
    const read = async () => {
      performance.mark('desk-day-begin');
      const view = await readDay(data, catalogue, person);
      performance.measure('desk-day-read', 'desk-day-begin');
      if (stale) return;
      setDay((before) => ({ ...view, repeat: before?.repeat ?? null }));
      performance.mark('desk-day');
      const days = daysUpTo(dayOf(view.now, PAGE_ZONE), REPEAT_DAYS + 1);
      const figures = await call('desk.days', { days, person });
      if (!stale) setDay((shown) => shown && { ...shown, repeat: repeatRate(figures) });
    };
    // A batch of messages is many changes; one look after them is enough. The first look is at once.
    const timer = setTimeout(() => void read().catch(failed), day === null ? 0 : SETTLE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [changed, person]);
  return day;
}
