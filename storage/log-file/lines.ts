import { LogFileError } from './error.ts';
import { MAX_LINE_BYTES } from './header.ts';

const NEWLINE = 0x0a;

/**
 * Cuts bytes into lines, each with its newline. The writer ends every line, so a rest without one is a cut file,
 * unless it is the very first line: then it is no log at all, and the reader of the header says so.
 *
 * @throws {LogFileError} E_TRUNCATED, or for a line longer than the format allows E_NOT_LOG (the first) or E_SCHEMA
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const grow = (piece: Uint8Array) => {
    rest.push(piece);
    size += piece.length;
    if (size > MAX_LINE_BYTES)
      throw new LogFileError(number === 1 ? 'E_NOT_LOG' : 'E_SCHEMA', { line: number });
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      grow(chunk.subarray(from, end + 1));
      yield join(rest, size);
      rest = [];
      size = 0;
      number += 1;
      from = end + 1;
    }
    if (from < chunk.length) grow(chunk.slice(from));
  }
  if (size === 0) return;
  if (number > 1) throw new LogFileError('E_TRUNCATED', { line: number });
  yield join(rest, size);
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const line = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    line.set(piece, at);
    at += piece.length;
  }
  return line;
}
