import type { ChatEvent } from '../../core/event.ts';
import { hexBytes } from '../../core/evidence/checkpoint.ts';
import { classOf, keyName, PRIVATE_CLASSES, type PrivateClass } from '../../core/evidence/private.ts';
import type { DirectoryRow, KeyRow, SegmentRow } from '../log/db.ts';
import type { RestoredLog } from '../log/restored.ts';
import { type Held, type HeldByClass, spanOf } from '../log/tail.ts';
import { fromBase64 } from '../log-file/base64.ts';
import { decrypted } from '../log-file/encrypt.ts';
import { LogFileError } from '../log-file/error.ts';
import { MAX_FILE_BYTES } from '../log-file/header.ts';
import { type LogPart, readLogParts } from '../log-file/read.ts';
import { blobOf } from '../log-file/stream.ts';
import {
  BackupError,
  type BackupHead,
  backupHeadSchema,
  FIRST_LINE,
  MAX_FIRST_LINE,
  MAX_HEAD_BYTES,
  READABLE,
} from './form.ts';

/** An earlier log as rows, with the numbers that its entries had. */
export interface BackedLog extends Omit<RestoredLog, 'shift' | 'at'> {
  readonly segments: readonly SegmentRow[];
  readonly directory: readonly DirectoryRow[];
  /** Private values by segment. */
  readonly held: readonly (readonly [segment: number, held: HeldByClass])[];
  readonly keys: readonly KeyRow[];
  /** What cases are made of. */
  readonly caseEvents: readonly ChatEvent[];
  readonly packs: readonly string[];
}

export interface OpenBackup {
  readonly head: BackupHead;
  readonly logs: readonly BackedLog[];
  /** Entries in all, and the half-open wall time that they span. */
  readonly entries: number;
  readonly range: { readonly from: number; readonly to: number };
}

/**
 * Opens a backup and reads all of it as strictly as any log file: signatures, chain, commitments. Changes nothing.
 *
 * @throws {LogFileError} for a wrong passphrase, a cut or damaged file; {BackupError} for what is no backup of ours
 */
export async function openBackup(
  file: Blob,
  passphrase: string,
  { signal }: { signal: AbortSignal },
): Promise<OpenBackup> {
  if (file.size > MAX_FILE_BYTES) throw new LogFileError('E_TOO_LARGE');
  if (file.size === 0) throw new LogFileError('E_EMPTY');
  const plain = await blobOf(decrypted(file.stream(), { passphrase }));
  const { head, start } = await headOf(plain);
  const logs: BackedLog[] = [];
  let at = start;
  for (const size of head.logs) {
    logs.push(await readBacked(plain.slice(at, at + size), { signal }));
    at += size;
  }
  if (at !== plain.size) throw new BackupError('damaged');
  const spans = logs.flatMap(({ directory }) => directory);
  if (spans.length === 0) throw new BackupError('empty');
  return {
    head,
    logs: logs.filter(({ count }) => count > 0),
    entries: logs.reduce((sum, { count }) => sum + count, 0),
    range: {
      from: spans.reduce((least, { from }) => Math.min(least, from), Infinity),
      to: spans.reduce((most, { to }) => Math.max(most, to + 1), 0),
    },
  };
}

async function headOf(plain: Blob): Promise<{ head: BackupHead; start: number }> {
  const line = FIRST_LINE.exec(await plain.slice(0, MAX_FIRST_LINE).text());
  if (!line) throw new BackupError('not-backup');
  const [first, version, length] = line;
  if (version === undefined || !READABLE.includes(version)) throw new BackupError('newer');
  const start = first.length + Number(length);
  if (Number(length) > MAX_HEAD_BYTES || start > plain.size) throw new BackupError('damaged');
  let value: unknown;
  try {
    value = JSON.parse(await plain.slice(first.length, start).text());
  } catch {
    // No cause: a parser's message quotes the text.
    throw new BackupError('damaged');
  }
  const read = backupHeadSchema.safeParse(value);
  if (!read.success) throw new BackupError('damaged');
  return { head: read.data, start };
}

async function readBacked(file: Blob, options: { signal: AbortSignal }): Promise<BackedLog> {
  const segments: SegmentRow[] = [];
  const directory: DirectoryRow[] = [];
  const held: [number, HeldByClass][] = [];
  const keys = new Map<string, KeyRow>();
  const caseEvents: ChatEvent[] = [];
  let header: Extract<LogPart, { kind: 'header' }>['header'] | undefined;
  let before = new Uint8Array();
  for await (const part of readLogParts(file, options)) {
    if (part.kind === 'header') {
      header = part.header;
      before = hexBytes(header.chain.before);
      continue;
    }
    if (part.kind === 'end') {
      if (!header) break;
      const { proof } = part;
      if (proof.broken !== null) throw new BackupError('broken');
      const { log, after, first, device } = header.chain;
      return {
        claim: { log, after, first, before: header.chain.before, device },
        last: proof.last,
        head: proof.head,
        count: proof.last - first + 1,
        ...{ segments, directory, held, caseEvents },
        keys: [...keys.values()],
        packs: header.packHashes,
      };
    }
    const { events, segment, skipped } = part;
    // What this version does not know it can't find again by day and buyer.
    if (skipped > 0) throw new BackupError('newer');
    const { n, count } = segment;
    const head = hexBytes(segment.head);
    segments.push({ n, count, before, head, bytes: fromBase64(segment.bytes) });
    before = head;
    directory.push({ n, count, ...spanOf(events) });
    held.push([n, heldOf(part)]);
    for (const event of events) if (event.kind.startsWith('case-')) caseEvents.push(event);
    for (const row of keysOf(part)) {
      const name = `${row.conversation} ${row.class}`;
      keys.set(name, { ...row, to: Math.max(row.to, keys.get(name)?.to ?? 0) });
    }
  }
  throw new LogFileError('E_TRUNCATED');
}

type Events = Extract<LogPart, { kind: 'events' }>;

function heldOf({ events, segment }: Events): HeldByClass {
  const held: { [K in PrivateClass]?: Held[] } = {};
  for (const [n, values] of segment.values) {
    const event = events[n - segment.n];
    if (!event) continue;
    for (const kept of PRIVATE_CLASSES) {
      const own = Object.entries(values).filter(([field]) => classOf(event.kind, field) === kept);
      if (own.length === 0) continue;
      held[kept] ??= [];
      held[kept].push([n, event.at, Object.fromEntries(own)]);
    }
  }
  return held;
}

/** The keys that came with a segment, with the latest time of what they are for. */
function* keysOf({ events, segment }: Events): Generator<KeyRow> {
  for (const event of events)
    for (const kept of PRIVATE_CLASSES) {
      const [conversation, of] = keyName(event, kept);
      const key = segment.keys.get(`${conversation} ${of}`);
      if (key) yield { conversation, class: kept, key, to: event.at };
    }
}
