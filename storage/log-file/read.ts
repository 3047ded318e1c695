import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { z } from 'zod';
import type { ChatEvent } from '../../core/event.ts';
import { checkpointBytes, fileBytes, isSigned } from '../../core/evidence/checkpoint.ts';
import { type ChainClaim, ChainWalk, type Proof } from '../../core/evidence/verify.ts';
import { fromBase64 } from './base64.ts';
import { decrypted, type Openers } from './encrypt.ts';
import { LogFileError } from './error.ts';
import {
  checkpointSchema,
  LOG_FORMAT_NAME,
  LOG_FORMAT_VERSION,
  type LogHeader,
  logEndSchema,
  logHeaderSchema,
  MAX_EVENTS,
  MAX_FILE_BYTES,
  segmentSchema,
  signatureSchema,
  valuesSchema,
} from './header.ts';
import { inflate } from './inflate.ts';
import { isRecord, ours, parse } from './line.ts';
import { linesOf } from './lines.ts';
import { addValues, type OpenSegment, openSegment, takeEvents } from './segments.ts';

/** A header as it is read: the place in the chain is always there. */
export type ReadHeader = LogHeader & { readonly chain: ChainClaim };

/** One step of reading a log: first the header, then events, last the end. Only the end makes the rest believable. */
export type LogPart =
  | { readonly kind: 'header'; readonly header: ReadHeader }
  /** `skipped` events are of kinds that only a newer version knows. */
  | {
      readonly kind: 'events';
      readonly events: readonly ChatEvent[];
      readonly skipped: number;
      /** The segment that they came in, with what came beside it; `head` is the chain's value after it, hex. */
      readonly segment: Pick<OpenSegment, 'n' | 'count' | 'bytes' | 'values' | 'keys'> & {
        readonly head: string;
      };
    }
  | { readonly kind: 'end'; readonly sha256: string; readonly proof: Proof };

export interface LogFile {
  readonly header: ReadHeader;
  readonly events: readonly ChatEvent[];
  readonly skipped: number;
  readonly proof: Proof;
  /** SHA-256 (hex) of the unpacked lines before the end: the same for the same content, however packed. */
  readonly sha256: string;
}

export type LogSource = Blob | ReadableStream<Uint8Array>;

export interface ReadOptions extends Openers {
  /** Without it events are read; `false` looks at the chain alone, for who wants a verdict and no figures. */
  readonly events?: boolean;
  readonly signal?: AbortSignal;
  /** Entries after which the chain's value is wanted: those that somebody remembers of this log. */
  readonly wanted?: (header: ReadHeader) => Promise<Iterable<number>> | Iterable<number>;
}

/** What is kept between lines. */
interface Reading {
  readonly header: ReadHeader;
  /** Whether events are looked at, not only hashed. */
  readonly looks: boolean;
  readonly walk: ChainWalk;
  readonly within: (at: number) => boolean;
  segment: OpenSegment | null;
  met: number;
  readonly marks: { readonly n: number; readonly head: string }[];
}

/**
 * Reads a `*.cslog` as a stream in constant memory. Nothing may be kept for good before the `end` part came.
 *
 * @throws {LogFileError} for any file that is not a whole, undamaged log of a known version, signed by the device
 *   that it names if it names one
 */
export async function* readLogParts(source: LogSource, options: ReadOptions = {}): AsyncGenerator<LogPart> {
  const { signal } = options;
  const hash = sha256.create();
  let number = 0;
  let reading: Reading | undefined;
  let end: { readonly sha256: string; readonly all: string } | undefined;
  let signed = false;
  for await (const bytes of linesOf(inflate(decrypted(open(source), options), { signal }))) {
    number += 1;
    if (!reading) {
      const header = readHeader(bytes);
      if (header.counts.events > MAX_EVENTS) throw new LogFileError('E_TOO_LARGE');
      hash.update(bytes);
      reading = begin(header, (await options.wanted?.(header)) ?? [], options.events !== false);
      yield { kind: 'header', header };
      continue;
    }
    const value = ours(parse(bytes, 'E_ENCODING', 'E_SCHEMA', number), number);
    if (end) {
      if (signed || reading.header.chain.device === null)
        throw new LogFileError('E_SCHEMA', { line: number, detail: 'a line after the last one' });
      await mustBeSigned(
        checked(signatureSchema, value, number).signature,
        end.all,
        reading.header.chain.device,
      );
      signed = true;
      continue;
    }
    if (isRecord(value) && 'values' in value) {
      if (!reading.segment)
        throw new LogFileError('E_SCHEMA', { line: number, detail: 'values of no segment' });
      addValues(reading.segment, checked(valuesSchema, value, number).values);
      hash.update(bytes);
      continue;
    }
    const part = take(reading);
    if (part) yield part;
    if (isRecord(value) && 'end' in value) {
      const claim = checked(logEndSchema, value, number).end;
      const digest = bytesToHex(hash.clone().digest());
      if (
        claim.sha256 !== digest ||
        claim.events !== reading.met ||
        reading.met !== reading.header.counts.events
      )
        throw new LogFileError('E_DAMAGED', { line: number });
      if (reading.walk.n !== claim.last || (reading.walk.head !== claim.head && !isBroken(reading)))
        throw new LogFileError('E_HEAD_MISMATCH', { line: number });
      hash.update(bytes);
      end = { sha256: digest, all: bytesToHex(hash.digest()) };
      continue;
    }
    if (isRecord(value) && 'segment' in value)
      reading.segment = await openSegment(
        checked(segmentSchema, value, number).segment,
        reading.walk,
        number,
      );
    else await takeCheckpoint(reading, checked(checkpointSchema, value, number).checkpoint);
    hash.update(bytes);
  }
  if (!reading || !end) throw new LogFileError(number === 0 ? 'E_NOT_LOG' : 'E_TRUNCATED');
  if (reading.header.chain.device !== null && !signed) throw new LogFileError('E_TRUNCATED');
  yield { kind: 'end', sha256: end.sha256, proof: proofOf(reading) };
}

/** Reads a whole log into memory; see {@link readLogParts} for streams and errors. */
export async function readLog(source: LogSource, options: ReadOptions = {}): Promise<LogFile> {
  let header: ReadHeader | undefined;
  const events: ChatEvent[] = [];
  let skipped = 0;
  for await (const part of readLogParts(source, options)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'events') {
      for (const event of part.events) events.push(event);
      skipped += part.skipped;
    } else if (header) return { header, events, skipped, proof: part.proof, sha256: part.sha256 };
  }
  throw new LogFileError('E_TRUNCATED');
}

function open(source: LogSource): ReadableStream<Uint8Array> {
  if (!(source instanceof Blob)) return source;
  if (source.size > MAX_FILE_BYTES) throw new LogFileError('E_TOO_LARGE');
  return source.stream();
}

function begin(header: ReadHeader, wanted: Iterable<number>, looks: boolean): Reading {
  const { from, to } = header.range;
  const within = header.part ? (at: number) => at >= from && at < to : () => true;
  return {
    header,
    looks,
    within,
    walk: new ChainWalk(header.chain, wanted),
    segment: null,
    met: 0,
    marks: [],
  };
}

/** Lets the segment go whose values have all come. */
function take(reading: Reading): Extract<LogPart, { kind: 'events' }> | null {
  const { segment, walk, within, looks } = reading;
  if (!segment) return null;
  reading.segment = null;
  const { events, skipped, met } = takeEvents(segment, walk, { within, looks });
  reading.met += met;
  if (reading.met > reading.header.counts.events) throw new LogFileError('E_DAMAGED', { line: segment.line });
  return { kind: 'events', events, skipped, segment: { ...segment, head: walk.head } };
}

const isBroken = ({ walk }: Reading): boolean => walk.done().broken !== null;

/** A checkpoint must be the device's own; that it fits the chain is seen at the end, when all values are known. */
async function takeCheckpoint(
  reading: Reading,
  { n, head, at, signature }: z.infer<typeof checkpointSchema>['checkpoint'],
): Promise<void> {
  const { log, device } = reading.header.chain;
  if (
    device === null ||
    !(await isSigned(device, fromBase64(signature), checkpointBytes({ log, n, head, at })))
  )
    throw new LogFileError('E_SIGNATURE', { detail: `checkpoint ${n}` });
  // Their values are noted while the entries pass by.
  if (reading.walk.n >= n) throw new LogFileError('E_SCHEMA', { detail: 'a late checkpoint' });
  reading.walk.want(n);
  reading.marks.push({ n, head });
}

async function mustBeSigned(signature: string, digest: string, device: string): Promise<void> {
  if (!(await isSigned(device, fromBase64(signature), fileBytes(digest))))
    throw new LogFileError('E_SIGNATURE');
}

function proofOf({ walk, marks }: Reading): Proof {
  for (const { n, head } of marks) if (walk.valueAt(n) !== head) walk.breakAt(n);
  return walk.done();
}

function readHeader(bytes: Uint8Array): ReadHeader {
  const line = parse(bytes, 'E_NOT_LOG', 'E_NOT_LOG', 1);
  const format = isRecord(line.value) && typeof line.value.format === 'string' ? line.value.format : '';
  const [name, version] = format.split('/');
  if (name !== LOG_FORMAT_NAME || version === undefined || !/^\d{1,9}$/.test(version))
    throw new LogFileError('E_NOT_LOG');
  if (Number(version) > LOG_FORMAT_VERSION) throw new LogFileError('E_NEWER_FORMAT', { detail: format });
  if (Number(version) < LOG_FORMAT_VERSION) throw new LogFileError('E_OLDER_FORMAT', { detail: format });
  const header = checked(logHeaderSchema, ours(line, 1), 1);
  const { chain } = header;
  if (!chain) throw new LogFileError('E_SCHEMA', { line: 1, detail: 'chain' });
  return { ...header, chain };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, line: number): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new LogFileError('E_SCHEMA', { line, detail: `${issue?.path.join('.')}: ${issue?.code}` });
}
