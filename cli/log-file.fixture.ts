import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatEvent } from '../core/event.ts';
import { LOG_FORMAT, type LogHeader } from '../storage/log-file/header.ts';
import { writeLog } from '../storage/log-file/write.ts';

export const folder = mkdtempSync(join(tmpdir(), 'logs-'));

/** Writes events into a log file of that name in a folder of this run. Gives its path. */
export async function saveLog(name: string, events: ChatEvent[]): Promise<string> {
  const header: LogHeader = {
    format: LOG_FORMAT,
    app: '0.1.0',
    exportedAt: 2e12,
    agent: { label: name, install: 'install' },
    keyId: 'key',
    range: { from: 0, to: 2e12 },
    counts: { events: events.length },
    packHashes: [],
  };
  async function* batches() {
    yield events;
  }
  const path = join(folder, `${name}.cslog`);
  writeFileSync(path, new Uint8Array(await new Response(writeLog(header, batches())).arrayBuffer()));
  return path;
}
