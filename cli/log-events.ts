import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { LogFileError } from '../storage/log-file/error.ts';
import { type LogFile, readLog } from '../storage/log-file/read.ts';
import { UsageError } from './verb.ts';

/** What opens an encrypted log; none opens what is not encrypted. */
export interface Secret {
  readonly passphrase?: string;
}

/** The passphrase in the first line of a file: on a command line others could read it. @throws {UsageError} without one */
export async function secretIn(path: string | undefined): Promise<Secret> {
  if (path === undefined) return {};
  try {
    const [passphrase = ''] = (await readFile(path, 'utf8')).split(/\r?\n/);
    return { passphrase };
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
}

/** A log file, or what is wrong with it in one sentence. @throws {UsageError} if there is no such file */
export async function logAt(path: string, secret: Secret = {}): Promise<LogFile | string> {
  try {
    await access(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return await readLog(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, secret);
  } catch (error) {
    if (error instanceof LogFileError) return `${error.code} ${error.message}`;
    throw error;
  }
}
