import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { anchorCode, fingerprint } from '../core/evidence/checkpoint.ts';
import { type Anchor, entryOfAnchor, type Proof, verdictOf } from '../core/evidence/verify.ts';
import { verdictText } from '../core/evidence/words.ts';
import { LogFileError } from '../storage/log-file/error.ts';
import { type ReadHeader, readLogParts } from '../storage/log-file/read.ts';
import { secretIn } from './log-events.ts';
import { readOptions } from './options.ts';
import { UsageError, type VerbIo } from './verb.ts';

interface Found {
  readonly header: ReadHeader;
  readonly proof: Proof;
  readonly events: number;
  readonly skipped: number;
}

async function readProof(
  path: string,
  wanted: (log: string) => readonly number[],
  secret: { readonly passphrase?: string },
): Promise<Found> {
  let header: ReadHeader | undefined;
  let events = 0;
  let skipped = 0;
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  for await (const part of readLogParts(source, { wanted: ({ chain }) => wanted(chain.log), ...secret })) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'events') {
      events += part.events.length;
      skipped += part.skipped;
    } else if (header) return { header, proof: part.proof, events, skipped };
  }
  throw new LogFileError('E_TRUNCATED');
}

/**
 * `log verify FILE… [--anchor CODE] [--passphrase-file FILE]`: what may be said of each log, a line a file. Each file also counts as held before
 * the ones after it, so give older files first. Exit status 1 if any is broken, forked or no log.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, files } = readOptions(args, ['anchor', 'passphrase-file']);
  if (files.length === 0) throw new UsageError('no log file');
  const code = options.anchor;
  if (code !== undefined && entryOfAnchor({ code }) === 0) throw new UsageError(`no anchor code: ${code}`);
  const posted: Anchor[] = code === undefined ? [] : [{ code }];
  const secret = await secretIn(options['passphrase-file']);
  const held = new Map<string, Anchor[]>();
  let status = 0;
  for (const path of files) {
    try {
      await access(path);
    } catch {
      throw new UsageError(`cannot read ${path}`);
    }
    try {
      const anchorsFor = (log: string) => [...posted, ...(held.get(log) ?? [])];
      const { header, proof, events, skipped } = await readProof(
        path,
        (log) => anchorsFor(log).map(entryOfAnchor),
        secret,
      );
      const whole = header.part !== true;
      const verdict = verdictOf(proof, anchorsFor(proof.log), { whole });
      const { log, first, last, head, device, after } = proof;
      if (verdict.kind === 'broken' || verdict.kind === 'forked') status = 1;
      else held.set(log, [...(held.get(log) ?? []), { n: last, head }]);
      await io.out(
        JSON.stringify({
          file: path,
          verdict: verdict.kind,
          ...(verdict.kind === 'verified'
            ? {
                anchored: verdict.anchored,
                unanchoredFrom: verdict.anchored < verdict.to ? verdict.anchored + 1 : null,
              }
            : {}),
          ...('at' in verdict ? { at: verdict.at } : {}),
          text: verdictText(verdict),
          agent: header.agent.label,
          log,
          entries: { first, last },
          events,
          skipped,
          head,
          anchor: anchorCode({ log, n: last, head }),
          device: device === null ? null : fingerprint(device),
          follows: after,
        }),
      );
    } catch (error) {
      if (!(error instanceof LogFileError)) throw error;
      io.err(`${path}: ${error.code} ${error.message}`);
      status = 1;
    }
  }
  return status;
}
