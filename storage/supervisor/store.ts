import type { ChatEvent } from '../../core/event.ts';
import type { Proof } from '../../core/evidence/verify.ts';
import type { Openers } from '../log-file/encrypt.ts';
import { LogFileError } from '../log-file/error.ts';
import { type LogPart, type ReadHeader, readLogParts } from '../log-file/read.ts';
import type { PrivateHalves } from '../log-file/to-key.ts';
import type { BlockRow, LogRow, ManualInputs, SupervisorDb } from './db.ts';
import { headOf, headsOf, isTrusted, judge } from './notes.ts';

export { type LogRow, type ManualInputs, SupervisorDb } from './db.ts';

/** What became of a file. A refused one changed nothing. */
export type ImportResult =
  | { readonly kind: 'imported' | 'already-there'; readonly log: LogRow }
  | { readonly kind: 'refused'; readonly error: LogFileError };

export interface ImportOptions extends Openers {
  readonly fileName?: string;
  readonly now?: number;
  readonly signal?: AbortSignal;
}

/**
 * Takes in one `*.cslog`, all or nothing and in constant memory: blocks are laid aside as they are read, and the
 * log appears with its row, written only after the file's end was verified. The same log again is a no-op.
 * What an interrupted import left behind goes with the next one.
 *
 * A file that is no whole log is `refused`; a full disk or the signal rejects.
 */
export async function importLog(
  db: SupervisorDb,
  file: Blob,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const take = () => importAlone(db, file, options);
  // One import at a time over all tabs: the sweep must not meet another import's blocks.
  return typeof navigator !== 'undefined' && navigator.locks
    ? navigator.locks.request(`${db.name}:import`, take)
    : take();
}

async function importAlone(db: SupervisorDb, file: Blob, options: ImportOptions): Promise<ImportResult> {
  const {
    fileName = file instanceof File ? file.name : '',
    now: importedAt = Date.now(),
    privateHalves,
    ...reading
  } = options;
  let openedBy: string | undefined;
  const remembered: PrivateHalves = async (id) => {
    const half = (await privateHalves?.(id)) ?? null;
    if (half) openedBy = id;
    return half;
  };
  const store = crypto.randomUUID();
  try {
    await sweep(db);
    const wanted = async ({ chain }: ReadHeader) => (await headsOf(db, chain.log)).map(({ n }) => n);
    const found = await layAside(
      db,
      store,
      readLogParts(file, { wanted, privateHalves: remembered, ...reading }),
    );
    const known = await db.logs.get(found.id);
    if (known) {
      await dropBlocks(db, store);
      return { kind: 'already-there', log: known };
    }
    reading.signal?.throwIfAborted();
    const { proof, ...row } = found;
    const judged = judge(row.header, proof, await headsOf(db, proof.log));
    const log: LogRow = {
      ...{ ...row, ...judged, fileName, importedAt, store },
      ...(openedBy === undefined ? {} : { openedBy }),
    };
    // A head is remembered only with the log that showed it, and only if nothing speaks against that log.
    await db.transaction('rw!', db.logs, db.heads, async () => {
      await db.logs.add(log);
      if (isTrusted(judged.verdict)) await db.heads.put(headOf(row.header, proof, importedAt));
    });
    return { kind: 'imported', log };
  } catch (error) {
    await dropBlocks(db, store);
    if (error instanceof LogFileError) return { kind: 'refused', error };
    throw error;
  }
}

type Found = Omit<LogRow, 'fileName' | 'importedAt' | 'openedBy' | 'store' | 'verdict' | 'notes'> & {
  readonly proof: Proof;
};

async function layAside(db: SupervisorDb, store: string, parts: AsyncIterable<LogPart>): Promise<Found> {
  let header: LogRow['header'] | undefined;
  let events = 0;
  let skipped = 0;
  let n = 0;
  for await (const part of parts) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'events') {
      const rows = [...blocksOf(part.events)].map((bytes): BlockRow => ({ store, n: n++, bytes }));
      await db.blocks.bulkAdd(rows);
      events += part.events.length;
      skipped += part.skipped;
    } else if (header) return { id: part.sha256, header, events, skipped, proof: part.proof };
  }
  throw new LogFileError('E_TRUNCATED');
}

/** A line may be 128 KiB, a record must stay under 64: halve until it does. One event always fits. */
function* blocksOf(events: readonly ChatEvent[]): Generator<Uint8Array> {
  if (events.length === 0) return;
  const bytes = new TextEncoder().encode(JSON.stringify(events));
  if (bytes.length < 60 * 1024 || events.length === 1) {
    yield bytes;
    return;
  }
  const half = Math.ceil(events.length / 2);
  yield* blocksOf(events.slice(0, half));
  yield* blocksOf(events.slice(half));
}

const blocksIn = (db: SupervisorDb, store: string) =>
  db.blocks.where('[store+n]').between([store, 0], [store, Number.MAX_SAFE_INTEGER]);

const dropBlocks = (db: SupervisorDb, store: string) => blocksIn(db, store).delete();

/** Removes blocks that no log owns: an import died between its first block and its row. */
async function sweep(db: SupervisorDb): Promise<void> {
  const owned = new Set((await db.logs.toArray()).map((log) => log.store));
  // Primary keys alone: reading them does not load the blocks.
  const orphans = (await db.blocks.toCollection().primaryKeys()).filter(([store]) => !owned.has(store));
  if (orphans.length > 0) await db.blocks.bulkDelete(orphans);
}

/** All imported logs, the latest import first. */
export async function listLogs(db: SupervisorDb): Promise<LogRow[]> {
  return (await db.logs.toArray()).sort((a, b) => b.importedAt - a.importedAt);
}

/**
 * The events of one log or of several together, each event once (logs of overlapping periods share events), in the
 * order of the logs given. A log that is not there has none.
 */
export async function eventsOf(db: SupervisorDb, logs: string | readonly string[]): Promise<ChatEvent[]> {
  const events = new Map<string, ChatEvent>();
  const decoder = new TextDecoder();
  for (const id of typeof logs === 'string' ? [logs] : logs) {
    const log = await db.logs.get(id);
    if (!log) continue;
    await blocksIn(db, log.store).each(({ bytes }) => {
      for (const event of JSON.parse(decoder.decode(bytes)) as ChatEvent[])
        if (!events.has(event.id)) events.set(event.id, event);
    });
  }
  return [...events.values()];
}

/** Removes a log with its events. Inputs and rubrics stay: they belong to the agent and the period. */
export async function removeLog(db: SupervisorDb, id: string): Promise<void> {
  await db.transaction('rw!', db.logs, db.blocks, async () => {
    const log = await db.logs.get(id);
    if (!log) return;
    await db.logs.delete(id);
    await dropBlocks(db, log.store);
  });
}

/** Keeps what was entered by hand for an agent and a period, in place of what was there. */
export async function saveInputs(
  db: SupervisorDb,
  agent: string,
  period: string,
  inputs: ManualInputs,
): Promise<void> {
  await db.inputs.put({ agent, period, inputs });
}

/** What was entered by hand for an agent and a period; empty if nothing was. */
export async function loadInputs(db: SupervisorDb, agent: string, period: string): Promise<ManualInputs> {
  return (await db.inputs.get([agent, period]))?.inputs ?? {};
}

/** Keeps a rubric's settings (weights, targets, steps) as edited. `settings` is a plain JSON value. */
export async function saveRubric(db: SupervisorDb, id: string, settings: unknown): Promise<void> {
  await db.rubrics.put({ id, settings });
}

/** A rubric's settings as saved, for the caller to check, or null if never edited. */
export async function loadRubric(db: SupervisorDb, id: string): Promise<unknown> {
  return (await db.rubrics.get(id))?.settings ?? null;
}
