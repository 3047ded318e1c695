import type { ExportRow, LogView } from '../../components/desk/view.ts';
import { day } from '../../components/ui/days.ts';
import type { LogDb } from '../../storage/log/db.ts';

/** How much this machine's log holds, and of which days. */
export async function summaryOf(db: LogDb): Promise<LogView> {
  const [events, conversations, first, last] = await Promise.all([
    db.tail.count(),
    db.conversations.where('id').notEqual('').count(),
    db.tail.orderBy('event.at').first(),
    db.tail.orderBy('event.at').last(),
  ]);
  if (!first || !last) return { kind: 'empty' };
  const days = { from: day(first.event.at), to: day(last.event.at) };
  return { kind: 'some', events, conversations, days, since: first.event.at };
}

/** The logs exported from here, the latest first. */
export async function exportsOf(db: LogDb): Promise<ExportRow[]> {
  const rows = await db.tail
    .filter(({ event }) => event.kind === 'log-exported')
    .reverse()
    .toArray();
  return rows.flatMap(({ event }) =>
    event.kind === 'log-exported'
      ? [{ id: event.id, at: event.at, recipient: event.recipient, events: event.events }]
      : [],
  );
}
