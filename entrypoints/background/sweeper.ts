import { type Case, hasLateNode } from '../../core/cases.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import type { Observation } from '../../core/event.ts';
import { type Found, isFor, nextDue, sweep } from '../../core/follow-ups/sweep.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import type { DeskDb } from '../../storage/cases/db.ts';
import { followLog } from '../../storage/cases/follow.ts';
import { pseudonymKey } from '../../storage/keys.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readPerson } from '../../storage/settings.ts';
import type { OwnActs } from './duty.ts';
import type { LogWriter } from './log.ts';

/** What a sweep tells whoever shows it: how many are overdue for the person here, and what has just become so. */
export interface Swept {
  readonly overdue: number;
  readonly fresh: readonly Found[];
  /** When to look again, wall time; null while nothing falls due. */
  readonly next: number | null;
}

export interface SweeperParts {
  readonly db: LogDb;
  readonly desk: DeskDb;
  readonly catalogue: DeskCatalogue;
  readonly own: OwnActs;
  readonly log: Pick<LogWriter, 'append'>;
  readonly contextFor: (person: string | null) => Promise<AppendContext>;
  readonly timeZone: string;
}

async function openCases(db: LogDb, desk: DeskDb): Promise<Case[]> {
  const ids = (await desk.openCases.toCollection().primaryKeys()) as string[];
  return (await db.cases.bulkGet(ids)).filter((one) => one !== undefined);
}

/**
 * Makes facts of what time has brought since the last look: overdue promises and follow-ups, late nodes, cases that
 * must go up, reminders that lapsed. Each has an id of its own, so that a death in the middle or a second look adds
 * nothing.
 */
export async function runSweep(parts: SweeperParts, now: number): Promise<Swept> {
  const { db, desk, catalogue, own, log, contextFor, timeZone } = parts;
  await followLog(db, desk, timeZone);
  const open = () => desk.followUps.where('state').equals('open').toArray();
  const ask = { ...catalogue, role: 'agent' as const, timeZone, now };
  const found = sweep({ ...ask, followUps: await open(), cases: await openCases(db, desk) });
  const person = await readPerson(db);
  if (found.length > 0) {
    const names = pseudonyms(await pseudonymKey(db));
    const homes = await db.conversations.bulkGet(found.map(({ conversation }) => conversation));
    const facts = found.flatMap((one, at): Observation[] => {
      const home = homes[at];
      if (!home) return [];
      const { console, shop, raw } = home;
      const place = { console, shop, seat: 'unknown' };
      const id = names.derived('sweep', one.id);
      return [{ ...own.stamp(), ...one.act, id, place, conversation: raw, buyer: null }];
    });
    await log.append(facts, await contextFor(person));
    await followLog(db, desk, timeZone);
  }
  const followUps = await open();
  const mine = followUps.filter((one) => isFor(person, one));
  const late = (await openCases(db, desk)).filter((one) => isFor(person, one) && hasLateNode(one));
  return {
    overdue: mine.filter(({ due }) => due !== null && due < now).length + late.length,
    fresh: found,
    next: nextDue({ ...ask, followUps, cases: await openCases(db, desk) }),
  };
}
