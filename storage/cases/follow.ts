import { z } from 'zod';
import type { LogExport } from '../../core/desk.ts';
import type { ChatEvent } from '../../core/event.ts';
import { dayTime, LOOK_AHEAD_MS, LOOK_BACK_MS } from '../../core/figures/day.ts';
import { dayOf } from '../../core/figures/days.ts';
import { followUpId, isFollowUpEvent, nextFollowUp } from '../../core/follow-ups/follow-up.ts';
import { readChain } from '../log/chain.ts';
import type { LogDb } from '../log/db.ts';
import { readNumbered } from '../log/read.ts';
import { readRestored, restoredCount } from '../log/restored.ts';
import { CURSOR, type DeskDb } from './db.ts';

/** As many entries in one transaction; a month that is caught up with does not hold the database. */
const BATCH = 2_000;

/** `restored` counts entries of earlier logs that were put back: with others, all is taken in anew. */
const cursorSchema = z.strictObject({
  log: z.string(),
  n: z.number().int(),
  restored: z.number().int().nonnegative().default(0),
});
type Cursor = z.infer<typeof cursorSchema>;

async function readCursor(desk: DeskDb): Promise<Cursor | null> {
  const read = cursorSchema.safeParse((await desk.values.get(CURSOR))?.value);
  return read.success ? read.data : null;
}

/**
 * Takes in what the log has got since the last time. How far it came is kept in the same transaction as what was made
 * of it, so a death in between loses nothing and counts nothing twice. A new log begins anew.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function followLog(log: LogDb, desk: DeskDb, timeZone: string): Promise<void> {
  desk.assertWritable();
  const chain = await readChain(log);
  if (!chain) return;
  let cursor = await readCursor(desk);
  const restored = restoredCount(await readRestored(log));
  if (cursor?.log !== chain.log || cursor.restored !== restored) {
    cursor = { log: chain.log, n: Number.MIN_SAFE_INTEGER, restored };
    await desk.transaction('rw!', tablesOf(desk), () =>
      Promise.all([
        desk.followUps.clear(),
        desk.openCases.clear(),
        desk.days.clear(),
        desk.exports.clear(),
        desk.values.put({ key: CURSOR, value: cursor }),
      ]),
    );
  }
  if (cursor.n >= chain.n) return;
  let batch: ChatEvent[] = [];
  let last = cursor.n;
  const flush = async () => {
    const events = batch;
    batch = [];
    if (events.length > 0) await takeIn(desk, events, { log: chain.log, n: last, restored }, timeZone);
  };
  for await (const { n, event } of readNumbered(log, { after: cursor.n })) {
    batch.push(event);
    last = n;
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

const tablesOf = (desk: DeskDb) => [desk.followUps, desk.openCases, desk.days, desk.exports, desk.values];

function takeIn(desk: DeskDb, events: readonly ChatEvent[], cursor: Cursor, timeZone: string): Promise<void> {
  const about = events.filter(isFollowUpEvent);
  const exported = events.flatMap((event): LogExport[] => {
    if (event.kind !== 'log-exported') return [];
    const { id, at, recipient, events: held, purpose, words } = event;
    return [
      { id, at, recipient, events: held, ...(purpose ? { purpose } : {}), ...(words ? { words } : {}) },
    ];
  });
  const days = touched(events, timeZone);
  return desk.transaction('rw!', tablesOf(desk), async () => {
    const at = await readCursor(desk);
    // Somebody else of this life was faster.
    if (at?.log === cursor.log && at.restored === cursor.restored && at.n >= cursor.n) return;
    const ids = [...new Set(about.map(followUpId))];
    const found = await desk.followUps.bulkGet(ids);
    const rows = new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
    for (const event of about) {
      const id = followUpId(event);
      const next = nextFollowUp(rows.get(id) ?? null, event);
      if (next) rows.set(id, next);
    }
    const open = new Map<string, boolean>();
    for (const event of events) {
      if (event.kind === 'case-opened' || event.kind === 'case-reopened') open.set(event.case, true);
      if (event.kind === 'case-closed' || event.kind === 'case-merged') open.set(event.case, false);
    }
    const casesNow = (is: boolean) => [...open].flatMap(([id, now]) => (now === is ? [id] : []));
    await Promise.all([
      desk.followUps.bulkPut([...rows.values()]),
      desk.openCases.bulkPut(casesNow(true).map((id) => ({ id }))),
      desk.openCases.bulkDelete(casesNow(false)),
      desk.exports.bulkPut(exported),
      desk.days
        .where('day')
        .anyOf([...days.own])
        .delete(),
      ...[...days.before].map(([day, answered]) =>
        desk.days
          .where('day')
          .equals(day)
          .filter(({ figures }) => figures.waiting.some((one) => answered.has(one)))
          .delete(),
      ),
      desk.values.put({ key: CURSOR, value: cursor }),
    ]);
  });
}

interface Touched {
  /** Days to which something came, and those that began soon after it: they are counted anew when looked at. */
  readonly own: ReadonlySet<string>;
  /** Days that ended shortly before, with the conversations that may have been answered since. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
}

function touched(events: readonly ChatEvent[], timeZone: string): Touched {
  const own = new Set<string>();
  const before = new Map<string, Set<string>>();
  for (const event of events) {
    const { at } = event;
    const day = dayOf(at, timeZone);
    own
      .add(day)
      .add(dayOf(at + LOOK_BACK_MS, timeZone))
      .add(dayOf(dayTime(event), timeZone));
    const earlier = dayOf(at - LOOK_AHEAD_MS, timeZone);
    if (earlier === day || event.kind !== 'message-seen') continue;
    const answered = before.get(earlier) ?? new Set();
    before.set(earlier, answered.add(event.conversation));
  }
  return { own, before };
}
