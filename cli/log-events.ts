import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { LogFileError } from '../storage/log-file/error.ts';
import { type LogFile, readLog } from '../storage/log-file/read.ts';
import { UsageError } from './verb.ts';

/** A log file, or what is wrong with it in one sentence. @throws {UsageError} if there is no such file */
export async function logAt(path: string): Promise<LogFile | string> {
  try {
    await access(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return await readLog(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
  } catch (error) {
    if (error instanceof LogFileError) return `${error.code} ${error.message}`;
    throw error;
  }
}
