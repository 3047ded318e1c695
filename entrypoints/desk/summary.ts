import type { ExportRow, LogView } from '../../components/desk/view.ts';
import { day } from '../../components/ui/days.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { extentOf, readEvents } from '../../storage/log/read.ts';

/** How much this machine's log holds, and of which days. */
export async function summaryOf(db: LogDb): Promise<LogView> {
  const [{ events, times }, conversations] = await Promise.all([
    extentOf(db),
    db.conversations.where('id').notEqual('').count(),
  ]);
  if (!times) return { kind: 'empty' };
  const days = { from: day(times.from), to: day(times.to) };
  return { kind: 'some', events, conversations, days, since: times.from };
}

/** The logs exported from here, the latest first. */
export async function exportsOf(db: LogDb): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  for await (const event of readEvents(db, { conversations: [''], latestFirst: true, withoutValues: true }))
    if (event.kind === 'log-exported')
      rows.push({ id: event.id, at: event.at, recipient: event.recipient, events: event.events });
  return rows;
}
