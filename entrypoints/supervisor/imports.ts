import { spoken } from '../../components/i18n/say.ts';
import type { ImportRow } from '../../components/supervisor/view.ts';
import { wordsOf } from '../../components/ui/use-live.ts';
import { type ImportResult, importLog, type SupervisorDb } from '../../storage/supervisor/store.ts';

function outcome(result: ImportResult) {
  if (result.kind === 'refused') return { kind: 'wrong', why: result.error.says[spoken()] } as const;
  const agent = result.log.header.agent.label;
  return result.kind === 'imported'
    ? ({ kind: 'imported', agent, events: result.log.events } as const)
    : ({ kind: 'already', agent } as const);
}

/**
 * Reads files one after another, each all or nothing, telling after each how all of them stand. One that is wrong
 * stops no other.
 */
export async function importAll(
  db: SupervisorDb,
  files: readonly File[],
  report: (rows: readonly ImportRow[]) => void,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  let rows = files.map((file, n): ImportRow => ({ id: String(n), file: file.name, kind: 'reading' }));
  report(rows);
  for (const [n, file] of files.entries()) {
    if (signal.aborted) return;
    const end = await importLog(db, file, { fileName: file.name, signal }).then(
      outcome,
      (error: unknown) => ({
        kind: 'wrong' as const,
        why: wordsOf(error),
      }),
    );
    rows = rows.map((row, at) => (at === n ? { id: row.id, file: row.file, ...end } : row));
    report(rows);
  }
}
