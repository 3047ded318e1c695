import { createReadStream, createWriteStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ChatEvent } from '../core/event.ts';
import { LogFileError } from '../storage/log-file/error.ts';
import { readLogParts } from '../storage/log-file/read.ts';
import { eventsParquet } from '../storage/reports/parquet.ts';
import { type Secret, secretIn } from './log-events.ts';
import { readOptions } from './options.ts';
import { UsageError, type VerbIo } from './verb.ts';

async function* eventsIn(path: string, secret: Secret): AsyncGenerator<readonly ChatEvent[]> {
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  for await (const part of readLogParts(source, secret)) if (part.kind === 'events') yield part.events;
}

/** The log's last value, from a first reading that looks at the chain alone. */
async function headOf(path: string, secret: Secret): Promise<string> {
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  for await (const part of readLogParts(source, { events: false, ...secret }))
    if (part.kind === 'end') return part.proof.head;
  throw new LogFileError('E_TRUNCATED');
}

/**
 * `log parquet FILE --out F [--passphrase-file F]`: a log's events as a Parquet file, in constant memory. A broken log leaves no file.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, files } = readOptions(args, ['out', 'passphrase-file']);
  const [path, ...more] = files;
  if (path === undefined || more.length > 0) throw new UsageError('one log file is wanted');
  const out = options.out;
  const secret = await secretIn(options['passphrase-file']);
  if (out === undefined) throw new UsageError('--out is missing');
  try {
    await access(path);
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
  try {
    const head = await headOf(path, secret);
    let events = 0;
    const pieces = eventsParquet(eventsIn(path, secret), {
      head,
      onProgress: (n) => {
        events = n;
      },
    });
    await pipeline(Readable.from(pieces), createWriteStream(out));
    await io.out(
      JSON.stringify({ file: out, events, head, note: 'a view, not the evidence: verify the log file' }),
    );
    return 0;
  } catch (error) {
    await rm(out, { force: true });
    if (!(error instanceof LogFileError)) throw error;
    io.err(`${path}: ${error.code} ${error.message}`);
    return 1;
  }
}
