import { writeFile } from 'node:fs/promises';
import type { ChatEvent } from '../core/event.ts';
import { ROW_FORMATS, rowFiles } from '../storage/reports/row-files.ts';
import { ROW_KINDS, rowsOf } from '../storage/reports/row-kinds.ts';
import type { RowSource } from '../storage/reports/row-table.ts';
import { logAt, secretIn } from './log-events.ts';
import { readOptions } from './options.ts';
import { shippedProfiles } from './profiles.ts';
import { shippedRubrics } from './rubrics.ts';
import { UsageError, type VerbIo } from './verb.ts';

function oneOf<T extends string>(name: string, allowed: readonly T[], asked: string | undefined): T {
  const found = allowed.find((one) => one === asked);
  if (found === undefined) throw new UsageError(`--${name} is one of ${allowed.join(', ')}`);
  return found;
}

/**
 * `log report FILE… --rows KIND --format FORMAT [--out F] [--profile ID] [--lang zh|en] [--passphrase-file F]`: rows out of the logs
 * together. Nothing is written if one of them is broken: a part would pass for the whole.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, files } = readOptions(args, [
    'rows',
    'format',
    'out',
    'profile',
    'lang',
    'passphrase-file',
  ]);
  if (files.length === 0) throw new UsageError('no log file');
  const kind = oneOf('rows', ROW_KINDS, options.rows);
  const format = oneOf('format', ROW_FORMATS, options.format);
  const language = oneOf('lang', ['zh', 'en'], options.lang ?? 'zh') === 'en' ? 'en' : 'zh-CN';
  if (format === 'xlsx' && options.out === undefined) throw new UsageError('--out is missing');
  const wanted = options.profile ?? shippedRubrics().get('presales')?.profile ?? '';
  const profile = shippedProfiles().get(wanted);
  if (profile === undefined) throw new UsageError(`no profile ${wanted}`);

  const events: ChatEvent[] = [];
  const sources: RowSource[] = [];
  const secret = await secretIn(options['passphrase-file']);
  let broken = false;
  for (const path of files) {
    const log = await logAt(path, secret);
    const wrong =
      typeof log === 'string' ? log : log.proof.broken === null ? null : `broken at ${log.proof.broken}`;
    if (typeof log === 'string' || wrong !== null) {
      io.err(`${path}: ${wrong}`);
      broken = true;
      continue;
    }
    for (const event of log.events) events.push(event);
    sources.push({ file: path, head: log.proof.head, events: log.events.length });
  }
  if (broken) return 1;
  const table = rowsOf(kind, events, { profile, language, sources });
  const made = await rowFiles(table, format);
  if (options.out === undefined) {
    const text = await made[0]?.content.arrayBuffer();
    // A reader of lines ends each itself; the mark at the beginning stays, which `Blob.text` would take.
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text).replace(/\r?\n$/, '');
    await io.out(lines);
    return 0;
  }
  for (const { suffix, content } of made)
    await writeFile(`${options.out}${suffix}`, new Uint8Array(await content.arrayBuffer()));
  await io.out(
    JSON.stringify({
      files: made.map(({ suffix }) => `${options.out}${suffix}`),
      rows: table.rows.length,
      heads: sources.map(({ head }) => head),
      note: 'a view, not the evidence: verify the log file',
    }),
  );
  return 0;
}
