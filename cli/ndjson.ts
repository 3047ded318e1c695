import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { z } from 'zod';
import { splitLines } from './lines.ts';
import { UsageError, type VerbIo } from './verb.ts';

/** Thrown by a parser for a line that it cannot take; the message is the reason that the user reads. */
export class BadLine extends Error {}

/** Rows in input order. `status` is the exit status so far: 1 once a line was refused. */
export interface Rows<T> extends AsyncIterable<T> {
  readonly status: 0 | 1;
}

/**
 * Reads NDJSON from the files in order, or from standard input if there are none (`-` is standard input too).
 * A line that is no JSON, or that `parse` refuses with {@link BadLine}, is reported on standard error as
 * `line N: reason` (with the file's name before it if there are several) and skipped. Blank lines are skipped.
 */
export function readNdjson<T>(files: readonly string[], io: VerbIo, parse: (value: unknown) => T): Rows<T> {
  let status: 0 | 1 = 0;
  const sources = files.length > 0 ? files : ['-'];
  async function* rows(): AsyncGenerator<T> {
    for (const source of sources) {
      const label = sources.length > 1 ? `${source}: ` : '';
      let number = 0;
      for await (const line of source === '-' ? io.lines : fileLines(source)) {
        number += 1;
        if (line.trim() === '') continue;
        const row = readLine(line, parse);
        if (row.ok) yield row.value;
        else {
          status = 1;
          io.err(`${label}line ${number}: ${row.reason}`);
        }
      }
    }
  }
  return {
    [Symbol.asyncIterator]: rows,
    get status() {
      return status;
    },
  };
}

/** One output line for each good input line, in input order. Answers the exit status. */
export async function mapNdjson(
  files: readonly string[],
  io: VerbIo,
  answer: (value: unknown) => unknown,
): Promise<number> {
  const rows = readNdjson(files, io, (value) => JSON.stringify(answer(value)));
  for await (const line of rows) await io.out(line);
  return rows.status;
}

/** A parser for {@link readNdjson} from a schema; the reason names the first field that is wrong. */
export function checked<T>(schema: z.ZodType<T>): (value: unknown) => T {
  return (value) => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    throw new BadLine(`${path === '' ? '' : `"${path}": `}${issue?.message ?? 'not as expected'}`);
  };
}

type Row<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

function readLine<T>(line: string, parse: (value: unknown) => T): Row<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { ok: false, reason: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  try {
    return { ok: true, value: parse(value) };
  } catch (error) {
    if (error instanceof BadLine) return { ok: false, reason: error.message };
    throw error;
  }
}

async function* fileLines(path: string): AsyncGenerator<string> {
  try {
    await access(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  yield* splitLines(createReadStream(path, 'utf8'));
}
