import { LogFileError } from './error.ts';
import { MAX_FILE_BYTES, MAX_INFLATED_BYTES } from './header.ts';

/**
 * Unpacks gzip as it comes in, counting real bytes on both sides; declared sizes are never believed.
 *
 * @throws {LogFileError} what the source fails with, E_EMPTY, E_NOT_LOG (no gzip), E_TRUNCATED, E_DAMAGED, E_TOO_LARGE or E_READ; the signal's
 *   reason if it fires
 */
export async function* inflate(
  source: ReadableStream<Uint8Array>,
  { signal }: { signal?: AbortSignal | undefined },
): AsyncGenerator<Uint8Array> {
  const input = source.getReader();
  const gunzip = new DecompressionStream('gzip');
  const output = gunzip.readable.getReader();
  let feeding: Promise<void> | undefined;
  try {
    const first = await readStart(input);
    // A failure of the source must not be taken for a failure of the packing.
    let broken: LogFileError | undefined;
    feeding = feed(first, input, gunzip.writable.getWriter()).catch((error: unknown) => {
      if (error instanceof LogFileError) broken = error;
    });
    let inflated = 0;
    while (true) {
      const { done, value } = await output.read().catch(async (error: unknown) => {
        await feeding;
        throw broken ?? packingError(error);
      });
      signal?.throwIfAborted();
      if (done) return;
      inflated += value.byteLength;
      if (inflated > MAX_INFLATED_BYTES) throw new LogFileError('E_TOO_LARGE');
      yield value;
    }
  } finally {
    await Promise.allSettled([output.cancel(), input.cancel()]);
    await feeding;
  }
}

type Input = ReadableStreamDefaultReader<Uint8Array>;
type Bytes = Uint8Array<ArrayBuffer>;

async function readFrom(input: Input): Promise<Bytes | null> {
  try {
    const { done, value } = await input.read();
    return done ? null : new Uint8Array(value);
  } catch (cause) {
    if (cause instanceof LogFileError) throw cause;
    throw new LogFileError('E_READ', { cause });
  }
}

/** The first bytes, enough to tell gzip (RFC 1952: 1f 8b) from everything else. */
async function readStart(input: Input): Promise<Bytes> {
  let start: Bytes = new Uint8Array(0);
  while (start.length < 2) {
    const more = await readFrom(input);
    if (more === null) break;
    start = start.length === 0 ? more : new Uint8Array([...start, ...more]);
  }
  if (start.length === 0) throw new LogFileError('E_EMPTY');
  if (start.length === 1 && start[0] === 0x1f) throw new LogFileError('E_TRUNCATED');
  if (start[0] !== 0x1f || start[1] !== 0x8b) throw new LogFileError('E_NOT_LOG');
  return start;
}

async function feed(first: Bytes, input: Input, gunzip: WritableStreamDefaultWriter<Bytes>): Promise<void> {
  let taken = 0;
  try {
    for (let piece: Bytes | null = first; piece !== null; piece = await readFrom(input)) {
      taken += piece.length;
      if (taken > MAX_FILE_BYTES) throw new LogFileError('E_TOO_LARGE');
      await gunzip.write(piece);
    }
    await gunzip.close();
  } catch (error) {
    if (error instanceof LogFileError) await gunzip.abort(error);
    throw error;
  }
}

/** Chromium, Firefox and Node say in their own words that the input ended too early. */
function packingError(cause: unknown): LogFileError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const early = /unexpected end|truncated|without reaching/i.test(said);
  return new LogFileError(early ? 'E_TRUNCATED' : 'E_DAMAGED', { cause });
}
