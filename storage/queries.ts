import { clock } from '../core/clock/clock.ts';
import { fromLog } from '../core/clock/from-log.ts';
import type { OpenCase, TodayFigures } from '../core/desk.ts';
import type { ChatEvent, MessageEvent } from '../core/event.ts';
import type { MetricProfile } from '../core/profile.ts';
import type { LogDb } from './log/db.ts';
import { eventsOf } from './log/read.ts';

/** Events of a half-open span of wall time, in log order. Without bounds, all of them. */
export const eventsBetween = (db: LogDb, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<ChatEvent[]> =>
  eventsOf(db, { from, to });

/** The latest case of a conversation (by pseudonym) that is still open, or null. */
export async function openCase(db: LogDb, conversation: string): Promise<OpenCase | null> {
  const cases = await db.cases.where('conversation').equals(conversation).toArray();
  const open = cases.filter(({ closed }) => closed === null).sort((a, b) => a.openedAt - b.openedAt);
  const last = open.at(-1);
  return last ? { id: last.id, category: last.category, fields: last.fields, openedAt: last.openedAt } : null;
}

export interface TodayAsk {
  readonly profile: MetricProfile;
  /** Start of the local day, epoch milliseconds. */
  readonly since: number;
  readonly console: string;
  /** Only this person's; null for everyone on this machine. */
  readonly person: string | null;
}

/** What was done at one console since `since`. Waits are counted by the profile, as on the supervisor's page. */
export async function todayFigures(db: LogDb, ask: TodayAsk): Promise<TodayFigures> {
  const { profile, person, console } = ask;
  const ours = (who: string | null) => person === null || who === person;
  const all = await eventsBetween(db, ask.since);
  // Who is on duty and whether the clock jumped holds for all consoles of the machine.
  const events = all.filter((event) => !('conversation' in event) || event.place.console === console);
  const answered = clock(fromLog(events), profile).units.filter(
    (unit) => unit.counts && unit.answeredAt !== null && ours(unit.person),
  );
  const waits = answered.flatMap(({ waited }) => (typeof waited === 'number' ? [waited] : []));
  // What was there before we first looked was written some other day, or by somebody else.
  const live = events.filter(
    (event): event is MessageEvent =>
      event.kind === 'message-seen' && event.seen === 'live' && ours(event.person),
  );
  const sent = live.filter(({ by }) => by === 'agent');
  const fixed = events.flatMap((event) =>
    event.kind === 'finding-fixed' && ours(event.person) ? [event.draft] : [],
  );
  return {
    conversations: new Set(live.map(({ conversation }) => conversation)).size,
    turns: answered.length,
    meanSeconds: waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    // A mean has no unit that met or missed; the panel says all the same how many took no longer than its target.
    withinTarget: answered.filter(({ met, waited }) => met ?? isWithin(waited, profile.targetSeconds)).length,
    targetSeconds: profile.targetSeconds,
    sentFindings: sent.reduce((sum, { findings }) => sum + findings.length, 0),
    fixedDrafts: new Set(fixed).size,
    openCases: await openCases(db, console, ours),
  };
}

const isWithin = (waited: unknown, seconds: number): boolean =>
  typeof waited === 'number' && waited <= seconds;

async function openCases(db: LogDb, console: string, ours: (who: string | null) => boolean): Promise<number> {
  const open = await db.cases.filter(({ closed, person }) => closed === null && ours(person)).toArray();
  const places = await db.conversations.bulkGet(open.map(({ conversation }) => conversation));
  return places.filter((place) => place?.console === console).length;
}
