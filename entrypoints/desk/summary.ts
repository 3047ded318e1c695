import type { LogView } from '../../components/desk/view.ts';
import { day } from '../../components/ui/days.ts';
import type { LogExport } from '../../core/desk.ts';
import type { DeskDb } from '../../storage/cases/db.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { extentOf } from '../../storage/log/read.ts';

/** How much this machine's log holds, and of which days. */
export async function summaryOf(db: LogDb): Promise<LogView> {
  const [{ events, times }, conversations] = await Promise.all([
    extentOf(db),
    db.conversations.where('id').notEqual('').count(),
  ]);
  if (!times) return { kind: 'empty' };
  const days = { from: day(times.from), to: day(times.to) };
  return { kind: 'some', events, conversations, days, since: times.from, latest: times.to };
}

/** So many of the latest exports are listed. */
const EXPORTS_SHOWN = 50;

/** The logs exported from here, the latest first. */
export const exportsOf = (desk: DeskDb): Promise<LogExport[]> =>
  desk.exports.orderBy('at').reverse().limit(EXPORTS_SHOWN).toArray();
