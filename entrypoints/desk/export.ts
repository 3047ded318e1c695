import type { ExportChoice } from '../../components/desk/view.ts';
import type { DayRange } from '../../components/ui/Days.tsx';
import { download } from '../../components/ui/download.ts';
import { call } from '../../messaging/call.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { exportLog } from '../../storage/log-file/export.ts';

/** Local midnight of a day (YYYY-MM-DD), `plus` days later. */
const midnight = (day: string, plus = 0): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).getTime();
};

/** Both days counted → half-open wall time; all days → no bounds. */
export const boundsOf = (days: DayRange | null): { from?: number; to?: number } =>
  days ? { from: midnight(days.from), to: midnight(days.to, 1) } : {};

/** How many events an export of these days would hold. */
export function countIn(db: LogDb, days: DayRange | null): Promise<number> {
  const { from = 0, to = Number.MAX_SAFE_INTEGER } = boundsOf(days);
  return db.tail.where('event.at').between(from, to, true, false).count();
}

/** Writes the file, hands it to the browser and notes in the log that it was exported. */
export async function exportTo(
  db: LogDb,
  { agent, days }: ExportChoice,
  app: string,
): Promise<{ file: string; events: number }> {
  const { fileName, header, stream } = await exportLog(db, { agentLabel: agent, ...boundsOf(days), app });
  download(await new Response(stream).blob(), fileName);
  const { events } = header.counts;
  await note(header.agent.label, events);
  return { file: fileName, events };
}

async function note(recipient: string, events: number): Promise<void> {
  const bootId = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  await call('append', {
    observations: [
      {
        kind: 'log-exported',
        id: `${bootId}-1`,
        at: Date.now(),
        mono: performance.now(),
        bootId,
        place: { console: 'desk', shop: 'unknown', seat: 'unknown' },
        recipient,
        events,
      },
    ],
  });
}
