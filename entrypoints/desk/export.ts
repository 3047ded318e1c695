import type { ExportChoice, ExportView } from '../../components/desk/view.ts';
import { type DayRange, spanOf } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import type { DeskAct } from '../../core/event.ts';
import { redact } from '../../core/redact/redact.ts';
import { call } from '../../messaging/call.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { extentOf, readEvents } from '../../storage/log/read.ts';
import { readRestored, restoredCount } from '../../storage/log/restored.ts';
import { exportLog } from '../../storage/log-file/export.ts';
import type { Lock } from '../../storage/log-file/file-key.ts';

/** How much an export of these days would hold. */
export async function sizeOf(db: LogDb, days: DayRange | null): Promise<NonNullable<ExportView['size']>> {
  if (!days) {
    const [{ events }, buyers, earlier] = await Promise.all([
      extentOf(db),
      db.conversations.where('id').notEqual('').count(),
      readRestored(db),
    ]);
    return { events: events - restoredCount(earlier), buyers };
  }
  let events = 0;
  const met = new Set<string>();
  for await (const event of readEvents(db, { ...spanOf(days), after: 0, withoutValues: true })) {
    events += 1;
    if ('conversation' in event && event.conversation !== '') met.add(event.conversation);
  }
  return { events, buyers: met.size };
}

/** What an export left behind. `head` is the chain's value after the file's last entry, hex. */
export interface ExportOutcome {
  readonly file: string;
  readonly events: number;
  readonly range: { readonly from: number; readonly to: number };
  readonly head: string;
}

/**
 * Writes the file, hands it to the browser when it is whole, and notes in the log that it was exported. Ended by
 * the signal, it leaves neither file nor note.
 *
 * @throws the signal's reason, or what the log or the browser says
 */
export async function exportTo(
  db: LogDb,
  { agent, days, recipient, purpose, words }: ExportChoice,
  { app, lock, onProgress }: { app: string; lock: Lock | null; onProgress: (written: number) => void },
  { signal }: { signal: AbortSignal },
): Promise<ExportOutcome> {
  await call('log.seal', null);
  const { fileName, header, head, stream } = await exportLog(db, {
    agentLabel: agent,
    ...(days ? spanOf(days) : {}),
    words: { kind: words, recipient, purpose },
    ...(lock ? { lock } : {}),
    app,
    onProgress,
    signal,
  });
  const content = await new Response(stream).blob();
  signal.throwIfAborted();
  download(content, fileName);
  const { events } = header.counts;
  await note({ events, recipient: header.recipient ?? '', purpose: header.purpose ?? '', words });
  return { file: fileName, events, range: header.range, head };
}

async function note({
  events,
  recipient,
  purpose,
  words,
}: Pick<ExportChoice, 'recipient' | 'purpose' | 'words'> & { events: number }): Promise<void> {
  await tellLog({
    kind: 'log-exported',
    recipient,
    events,
    // A case is often named by its buyer's number, and entries are kept for good.
    ...(purpose ? { purpose: redact(purpose).text } : {}),
    words,
  });
}

/** Puts an act of this page into the log. */
export async function tellLog(act: DeskAct): Promise<void> {
  const bootId = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  await call('append', {
    observations: [
      {
        ...act,
        id: `${bootId}-1`,
        at: Date.now(),
        mono: performance.now(),
        bootId,
        place: { console: '', shop: '', seat: '' },
      },
    ],
  });
}
