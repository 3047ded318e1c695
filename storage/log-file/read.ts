import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { eventSchema, isKnownKind } from '../../core/event.schema.ts';
import type { ChatEvent } from '../../core/event.ts';
import { LogFileError } from './error.ts';
import {
  LOG_FORMAT_NAME,
  LOG_FORMAT_VERSION,
  type LogHeader,
  logEndSchema,
  logHeaderSchema,
  MAX_EVENTS,
  MAX_FILE_BYTES,
} from './header.ts';
import { inflate } from './inflate.ts';
import { ours, parse } from './line.ts';
import { linesOf } from './lines.ts';

/** What can be said of a log's origin. Without a signature nobody vouches for it: 未签名. */
export type Verdict = 'unsigned';

/** One step of reading a log: first the header, then blocks, last the end. Only the end makes the rest believable. */
export type LogPart =
  | { readonly kind: 'header'; readonly header: LogHeader }
  /** `skipped` events are of kinds that only a newer version knows. */
  | { readonly kind: 'events'; readonly events: readonly ChatEvent[]; readonly skipped: number }
  | { readonly kind: 'end'; readonly sha256: string; readonly verdict: Verdict };

export interface LogFile {
  readonly header: LogHeader;
  readonly events: readonly ChatEvent[];
  readonly skipped: number;
  readonly verdict: Verdict;
  /** SHA-256 (hex) of the unpacked lines before the last: the same for the same content, however packed. */
  readonly sha256: string;
}

export type LogSource = Blob | ReadableStream<Uint8Array>;

const blockSchema = z.strictObject({ events: z.array(z.unknown()).min(1) });

/**
 * Reads a `*.cslog` as a stream in constant memory. Nothing may be kept for good before the `end` part came.
 *
 * @throws {LogFileError} for any file that is not a whole, undamaged log of a known version
 */
export async function* readLogParts(
  source: LogSource,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<LogPart> {
  const hash = sha256.create();
  let number = 0;
  let promised: number | undefined;
  let met = 0;
  let digest: string | undefined;
  for await (const bytes of linesOf(inflate(open(source), { signal }))) {
    number += 1;
    if (digest !== undefined)
      throw new LogFileError('E_SCHEMA', { line: number, detail: 'a line after the last one' });
    if (promised === undefined) {
      const header = readHeader(bytes);
      promised = header.counts.events;
      if (promised > MAX_EVENTS) throw new LogFileError('E_TOO_LARGE');
      hash.update(bytes);
      yield { kind: 'header', header };
      continue;
    }
    const value = ours(parse(bytes, 'E_ENCODING', 'E_SCHEMA', number), number);
    if (isRecord(value) && 'end' in value) {
      const { end } = checked(logEndSchema, value, number);
      digest = bytesToHex(hash.digest());
      if (end.sha256 !== digest || end.events !== met || met !== promised)
        throw new LogFileError('E_DAMAGED', { line: number });
      // What follows the end line must be seen before the end is believed.
      continue;
    }
    const part = readBlock(value, number);
    met += part.events.length + part.skipped;
    if (met > promised) throw new LogFileError('E_DAMAGED', { line: number });
    hash.update(bytes);
    yield part;
  }
  if (digest === undefined) throw new LogFileError(number === 0 ? 'E_NOT_LOG' : 'E_TRUNCATED');
  yield { kind: 'end', sha256: digest, verdict: 'unsigned' };
}

/** Reads a whole log into memory; see {@link readLogParts} for streams and errors. */
export async function readLog(source: LogSource, options: { signal?: AbortSignal } = {}): Promise<LogFile> {
  let header: LogHeader | undefined;
  const events: ChatEvent[] = [];
  let skipped = 0;
  for await (const part of readLogParts(source, options)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'events') {
      for (const event of part.events) events.push(event);
      skipped += part.skipped;
    } else if (header) return { header, events, skipped, verdict: part.verdict, sha256: part.sha256 };
  }
  throw new LogFileError('E_TRUNCATED');
}

function open(source: LogSource): ReadableStream<Uint8Array> {
  if (!(source instanceof Blob)) return source;
  if (source.size > MAX_FILE_BYTES) throw new LogFileError('E_TOO_LARGE');
  return source.stream();
}

function readHeader(bytes: Uint8Array): LogHeader {
  const line = parse(bytes, 'E_NOT_LOG', 'E_NOT_LOG', 1);
  const format = isRecord(line.value) && typeof line.value.format === 'string' ? line.value.format : '';
  const [name, version] = format.split('/');
  if (name !== LOG_FORMAT_NAME || version === undefined || !/^\d{1,9}$/.test(version))
    throw new LogFileError('E_NOT_LOG');
  if (Number(version) > LOG_FORMAT_VERSION) throw new LogFileError('E_NEWER_FORMAT', { detail: format });
  return checked(logHeaderSchema, ours(line, 1), 1);
}

function readBlock(value: unknown, line: number): Extract<LogPart, { kind: 'events' }> {
  const events: ChatEvent[] = [];
  let skipped = 0;
  for (const event of checked(blockSchema, value, line).events) {
    if (isRecord(event) && typeof event.kind === 'string' && !isKnownKind(event.kind)) skipped += 1;
    else events.push(checked(eventSchema, event, line));
  }
  return { kind: 'events', events, skipped };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, line: number): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new LogFileError('E_SCHEMA', { line, detail: `${issue?.path.join('.')}: ${issue?.code}` });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
