import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { BLOCK_BYTES, type LogHeader } from './header.ts';

/**
 * Writes a `*.cslog`: gzip of lines of canonical JSON. First the header, then blocks `{"events":[…]}`, last
 * `{"end":{…}}` with the count and the SHA-256 of every line before it. Made as it is read, in constant memory;
 * cancelling the stream ends `events`.
 *
 * The stream fails if `events` yields another number of events than the header promises.
 */
export function writeLog(
  header: LogHeader,
  events: AsyncIterable<readonly ChatEvent[]>,
): ReadableStream<Uint8Array> {
  const lines = logLines(header, events);
  const plain = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return plain.pipeThrough(new CompressionStream('gzip'));
}

async function* logLines(
  header: LogHeader,
  events: AsyncIterable<readonly ChatEvent[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const line = (text: string) => {
    const bytes = encoder.encode(`${text}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line(canonical(header));
  let written = 0;
  for await (const batch of events) {
    for (const block of blocksOf(batch)) yield line(`{"events":[${block.join(',')}]}`);
    written += batch.length;
  }
  if (written !== header.counts.events)
    throw new Error(`the header promises ${header.counts.events} events, ${written} came`);
  yield encoder.encode(`${canonical({ end: { events: written, sha256: bytesToHex(hash.digest()) } })}\n`);
  return undefined;
}

/** Canonical events in groups that stay under {@link BLOCK_BYTES}, counting three bytes a unit at the most. */
function* blocksOf(batch: readonly ChatEvent[]): Generator<string[]> {
  let block: string[] = [];
  let size = 0;
  for (const event of batch) {
    const text = canonical(event);
    const bytes = utf8Length(text) + 1;
    if (size + bytes > BLOCK_BYTES && block.length > 0) {
      yield block;
      block = [];
      size = 0;
    }
    block.push(text);
    size += bytes;
  }
  if (block.length > 0) yield block;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes, so two a unit.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
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
