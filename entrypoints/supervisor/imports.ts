import { spoken } from '../../components/i18n/say.ts';
import type { ImportRow } from '../../components/supervisor/view.ts';
import { wordsOf } from '../../components/ui/use-live.ts';
import type { PrivateHalves } from '../../storage/log-file/to-key.ts';
import { type OwnKeysDb, privateHalfOf } from '../../storage/receiving/own-keys.ts';
import { type ImportResult, importLog, type SupervisorDb } from '../../storage/supervisor/store.ts';

/** What becomes of a file, without its name. */
export type Outcome = ImportRow extends infer Row
  ? Row extends ImportRow
    ? Omit<Row, 'id' | 'file'>
    : never
  : never;

function outcome(result: ImportResult, source: File): Outcome {
  if (result.kind === 'refused') {
    const { code, says } = result.error;
    if (code === 'E_ENCRYPTED' || code === 'E_PASSPHRASE')
      return { kind: 'locked', source, tried: code === 'E_PASSPHRASE' };
    return { kind: 'wrong', why: says[spoken()] };
  }
  const agent = result.log.header.agent.label;
  return result.kind === 'imported'
    ? { kind: 'imported', agent, events: result.log.events }
    : { kind: 'already', agent };
}

/** A file's row with another outcome. */
export const rowWith = ({ id, file }: ImportRow, end: Outcome): ImportRow => ({ id, file, ...end });

export interface Stores {
  readonly db: SupervisorDb;
  readonly keys: OwnKeysDb;
}

/** Reads one file, all or nothing, and says what became of it. One that is encrypted to a key of ours just opens. */
export async function importOne(
  { db, keys }: Stores,
  file: File,
  secret: { passphrase?: string },
  { signal }: { signal: AbortSignal },
): Promise<Outcome> {
  const privateHalves: PrivateHalves = (id) => privateHalfOf(keys, id);
  try {
    const options = { fileName: file.name, signal, privateHalves, ...secret };
    return outcome(await importLog(db, file, options), file);
  } catch (error) {
    return { kind: 'wrong', why: wordsOf(error) };
  }
}

/**
 * Reads files one after another, each all or nothing, telling after each how all of them stand. One that is wrong
 * stops no other.
 */
export async function importAll(
  stores: Stores,
  files: readonly File[],
  report: (rows: readonly ImportRow[]) => void,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  let rows = files.map((file): ImportRow => ({ id: crypto.randomUUID(), file: file.name, kind: 'reading' }));
  report(rows);
  for (const [n, file] of files.entries()) {
    if (signal.aborted) return;
    const end = await importOne(stores, file, {}, { signal });
    rows = rows.map((row, at) => (at === n ? rowWith(row, end) : row));
    report(rows);
  }
}
