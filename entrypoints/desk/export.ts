import type { ExportChoice } from '../../components/desk/view.ts';
import { type DayRange, spanOf } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import { call } from '../../messaging/call.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { countBetween, extentOf } from '../../storage/log/read.ts';
import { exportLog } from '../../storage/log-file/export.ts';

/** How many events an export of these days would hold. */
export async function countIn(db: LogDb, days: DayRange | null): Promise<number> {
  if (!days) return (await extentOf(db)).events;
  const { from, to } = spanOf(days);
  return countBetween(db, from, to);
}

/** Writes the file, hands it to the browser and notes in the log that it was exported. */
export async function exportTo(
  db: LogDb,
  { agent, days }: ExportChoice,
  app: string,
): Promise<{ file: string; events: number }> {
  await call('log.seal', null);
  const { fileName, header, stream } = await exportLog(db, {
    agentLabel: agent,
    ...(days ? spanOf(days) : {}),
    app,
  });
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
        place: { console: '', shop: '', seat: '' },
        recipient,
        events,
      },
    ],
  });
}
