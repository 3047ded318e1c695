import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { utf8Length } from '../../core/evidence/bytes.ts';
import { bytesHex, fileBytes } from '../../core/evidence/checkpoint.ts';
import type { ChainClaim } from '../../core/evidence/verify.ts';
import type { CheckpointRow } from '../log/db.ts';
import type { Device } from '../log/device.ts';
import { toBase64 } from './base64.ts';
import { BLOCK_BYTES, type LogHeader } from './header.ts';
import { claimFor, type Piece, piecesOf } from './pieces.ts';
import { streamOf } from './stream.ts';

/** What a file is made of. */
export interface LogParts {
  readonly header: LogHeader & { readonly chain: ChainClaim };
  readonly pieces: AsyncIterable<Piece>;
  /** Those of the entries in the file. */
  readonly checkpoints: readonly CheckpointRow[];
  /** Signs the file; null leaves it unsigned. */
  readonly device: Device | null;
}

/**
 * Writes a `*.cslog`: gzip of lines of canonical JSON. First the header and checkpoints, then segments, each followed by its
 * private values, then `{"end":{…}}` with counts and the SHA-256 of every line before it, last a signature. Made as it
 * is read, in constant memory; cancelling the stream ends `pieces`.
 *
 * The stream fails if `pieces` holds another number of events than the header promises.
 */
export function writeLogFile(parts: LogParts): ReadableStream<Uint8Array> {
  const lines = logLines(parts);
  return streamOf(lines).pipeThrough(new CompressionStream('gzip'));
}

/** A file of events that come from no log of this machine, unsigned. */
export function writeLog(
  header: LogHeader,
  events: AsyncIterable<readonly ChatEvent[]>,
): ReadableStream<Uint8Array> {
  const chain = header.chain ?? claimFor(header.agent.install);
  return writeLogFile({
    header: { ...header, chain },
    pieces: piecesOf(chain, events),
    checkpoints: [],
    device: null,
  });
}

async function* logLines({
  header,
  pieces,
  checkpoints,
  device,
}: LogParts): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const line = (value: unknown) => {
    const bytes = encoder.encode(`${canonical(value)}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line(header);
  for (const { n, head: value, at, signature } of checkpoints)
    yield line({ checkpoint: { n, head: bytesHex(value), at, signature: toBase64(signature) } });
  let events = 0;
  let last = header.chain.first - 1;
  let head = header.chain.before;
  for await (const piece of pieces) {
    const { n, count, bytes } = piece;
    yield line({ segment: { n, count, bytes: toBase64(bytes) } });
    for (const values of valueLines(piece)) yield line({ values });
    events += piece.events;
    last = n + count - 1;
    head = piece.head;
  }
  if (events !== header.counts.events)
    throw new Error(`the header promises ${header.counts.events} events, ${events} came`);
  const digest = bytesToHex(hash.clone().digest());
  yield line({ end: { events, last, head, sha256: digest } });
  if (device) {
    const signature = await device.sign(fileBytes(bytesToHex(hash.digest())));
    yield encoder.encode(`${canonical({ signature: toBase64(signature) })}\n`);
  }
  return undefined;
}

/** A piece's values in lines that stay near {@link BLOCK_BYTES}; its keys go with the first. */
function* valueLines({ values, keys }: Piece): Generator<{ held: Piece['values']; keys: Piece['keys'] }> {
  let held: Piece['values'][number][] = [];
  let size = keys.length * 120;
  let left = keys;
  for (const one of values) {
    const bytes = utf8Length(JSON.stringify(one)) + 1;
    if (held.length > 0 && size + bytes > BLOCK_BYTES) {
      yield { held, keys: left };
      held = [];
      left = [];
      size = 0;
    }
    held.push(one);
    size += bytes;
  }
  if (held.length > 0) yield { held, keys: left };
}

/** `counterside-<agent>-<date>.cslog`, the date in local time, the label without what file systems refuse. */
export function logFileName(agentLabel: string, exportedAt: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = `${exportedAt.getFullYear()}${pad(exportedAt.getMonth() + 1)}${pad(exportedAt.getDate())}`;
  const label = agentLabel
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|\s.]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `counterside-${label || 'log'}-${date}.cslog`;
}
