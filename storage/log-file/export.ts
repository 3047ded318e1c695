import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { bytesHex } from '../../core/evidence/checkpoint.ts';
import { unpack } from '../../core/evidence/pack.ts';
import { classOf, type Entry, keyName, type Values } from '../../core/evidence/private.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import { installId, pseudonymKey } from '../keys.ts';
import { valuesOf } from '../log/blocks.ts';
import { newChain, readChain } from '../log/chain.ts';
import type { DirectoryRow, LogDb } from '../log/db.ts';
import { deviceOf } from '../log/device.ts';
import { countBetween, extentOf } from '../log/read.ts';
import type { RestoredLog } from '../log/restored.ts';
import { encrypted } from './encrypt.ts';
import type { Lock } from './file-key.ts';
import { LOG_FORMAT, type LogHeader } from './header.ts';
import type { Piece } from './pieces.ts';
import type { ReadHeader } from './read.ts';
import { redactValues } from './redact-values.ts';
import { logFileName, writeLogFile } from './write.ts';

/**
 * What becomes of people's words: none, as redacted as can be, or in full to somebody named for a reason. Whom the
 * file is for stands in its header wherever it is known.
 */
export type Words =
  | { readonly kind: 'none' | 'redacted'; readonly recipient?: string; readonly purpose?: string }
  | { readonly kind: 'full'; readonly recipient: string; readonly purpose: string };

export interface ExportWish {
  /** Whose log it is, as the supervisor will read it. */
  readonly agentLabel: string;
  /** Half-open wall time in milliseconds; without them, everything. */
  readonly from?: number;
  readonly to?: number;
  /** Redacted without it. */
  readonly words?: Words;
  /** Encrypts the file, where there is one. */
  readonly lock?: Lock;
  /** Version of this extension. */
  readonly app: string;
  readonly now?: number;
  /** Told how many events are written, now and then. */
  readonly onProgress?: (written: number) => void;
  /** An earlier log that was put back from a backup, in place of this one. Whole, and signed by nobody. */
  readonly restored?: RestoredLog;
  readonly signal?: AbortSignal;
}

export interface Exported {
  readonly fileName: string;
  readonly header: ReadHeader;
  /** The chain's value after the last entry in the file, hex. */
  readonly head: string;
  /** The file, made while it is read. Fails if the log is emptied meanwhile. */
  readonly stream: ReadableStream<Uint8Array>;
}

/**
 * Exports the sealed log as it stands at this moment, reading only and in constant memory; entries that are not
 * sealed are left out, so the writer of the log seals first (`prepareExport`). Redacted unless wished otherwise:
 * messages were when they were stored, and are now once more, as is what agents typed into cases.
 */
export async function exportLog(db: LogDb, wish: ExportWish): Promise<Exported> {
  const exportedAt = wish.now ?? Date.now();
  const { times } = await extentOf(db);
  const range = {
    from: wish.from ?? times?.from ?? exportedAt,
    to: wish.to ?? Math.max(exportedAt, (times?.to ?? 0) + 1),
  };
  const part = wish.from !== undefined || wish.to !== undefined;
  const earlier = wish.restored;
  const rows = earlier ? await segmentsRestored(db, earlier) : await segmentsOf(db, part ? range : null);
  const shift = earlier?.shift ?? 0;
  const first = (rows[0]?.n ?? 1) + shift;
  const last = rows.at(-1);
  const chain = (await readChain(db)) ?? newChain(exportedAt, null);
  // Nobody here has the key that vouched for an earlier log.
  const device = earlier ? null : await deviceOf(db);
  const words: Words = wish.words ?? { kind: 'redacted' };
  const header: LogHeader & { chain: ReadHeader['chain'] } = {
    format: LOG_FORMAT,
    app: wish.app,
    exportedAt,
    agent: { label: labelOf(wish.agentLabel), install: await installId(db) },
    keyId: pseudonyms(await pseudonymKey(db)).keyId,
    range,
    counts: {
      events: part ? await countBetween(db, range.from, range.to) : rows.reduce((n, row) => n + row.count, 0),
    },
    packHashes: await packsMet(db),
    chain: earlier
      ? { ...earlier.claim, first, device: null }
      : {
          log: chain.log,
          after: chain.after && bytesHex(chain.after),
          first,
          before: bytesHex((await db.segments.get(first))?.before ?? chain.hash),
          device: device?.device ?? null,
        },
    words: words.kind,
    ...(part ? { part: true } : {}),
    ...(words.recipient ? { recipient: typed(words.recipient) } : {}),
    ...(words.purpose ? { purpose: typed(words.purpose) } : {}),
  };
  const end = last ? last.n + last.count - 1 : 0;
  const lastSegment = last && (await db.segments.get(last.n));
  const checkpoints = await db.checkpoints.where('n').between(first, end, true, true).toArray();
  const plain = writeLogFile({
    header,
    pieces: piecesOf(db, rows, header, { ...wish, shift }),
    checkpoints: earlier ? [] : checkpoints.filter(({ log }) => log === chain.log),
    device,
  });
  return {
    header,
    head: lastSegment ? bytesHex(lastSegment.head) : header.chain.before,
    fileName: logFileName(header.agent.label, new Date(exportedAt)),
    stream: wish.lock ? encrypted(plain, wish.lock) : plain,
  };
}

/** Words that a person typed, as the header takes them. */
const typed = (words: string): string => words.trim().slice(0, 100).toWellFormed();

const labelOf = (label: string): string => typed(label) || '客服';

/** The segments of a span of time, with all between them: the chain must not have holes. */
async function segmentsOf(db: LogDb, range: LogHeader['range'] | null): Promise<DirectoryRow[]> {
  const rows = unbroken(await db.directory.where('n').above(0).toArray());
  if (!range) return rows;
  const within = ({ from, to }: DirectoryRow) => to >= range.from && from < range.to;
  const first = rows.findIndex(within);
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(within) + 1);
}

const segmentsRestored = (db: LogDb, { shift, claim, last }: RestoredLog): Promise<DirectoryRow[]> =>
  db.directory
    .where('n')
    .between(claim.first - shift, last - shift, true, true)
    .toArray();

/** The latest segments that follow each other: where the browser lost some, the chain can be shown from there on. */
function unbroken(rows: readonly DirectoryRow[]): DirectoryRow[] {
  let first = rows.length;
  while (first > 0) {
    const [before, after] = [rows[first - 1], rows[first]];
    if (before && after && before.n + before.count !== after.n) break;
    first -= 1;
  }
  return rows.slice(first);
}

async function* piecesOf(
  db: LogDb,
  rows: readonly DirectoryRow[],
  { range, part, words = 'redacted' }: LogHeader,
  { signal, onProgress, shift }: ExportWish & { shift: number },
): AsyncGenerator<Piece> {
  let written = 0;
  for (const { n, count } of rows) {
    signal?.throwIfAborted();
    const segment = await db.segments.get(n);
    if (!segment) throw new Error('the log was emptied meanwhile');
    const held = words === 'none' ? null : await valuesOf(db, n);
    // Only who looks for words or days needs to look into a segment.
    const entries = held?.size || part ? await entriesOf(segment.bytes) : null;
    const within = ({ at }: Entry) => !part || (Number(at) >= range.from && Number(at) < range.to);
    const given =
      entries && held
        ? await valuesGiven(db, n, entries, held, { within, full: words === 'full', shift })
        : NOTHING;
    const events = entries && part ? entries.filter(within).length : count;
    written += events;
    onProgress?.(written);
    yield { n: n + shift, count, bytes: segment.bytes, head: bytesHex(segment.head), events, ...given };
  }
}

const NOTHING: Pick<Piece, 'values' | 'keys'> = { values: [], keys: [] };

async function entriesOf(bytes: Uint8Array): Promise<Entry[]> {
  return JSON.parse(`[${(await unpack(bytes)).texts().join(',')}]`) as Entry[];
}

/** The values that go out with a segment. A key goes with them where every value of it goes as it was hashed. */
async function valuesGiven(
  db: LogDb,
  first: number,
  entries: readonly Entry[],
  held: ReadonlyMap<number, Values>,
  { within, full, shift }: { within: (entry: Entry) => boolean; full: boolean; shift: number },
): Promise<Pick<Piece, 'values' | 'keys'>> {
  const values: [number, Values][] = [];
  const names = new Map<string, ReturnType<typeof keyName>>();
  const altered = new Set<string>();
  entries.forEach((entry, at) => {
    const own = held.get(first + at);
    if (!own || !within(entry)) return;
    const event = entry as unknown as ChatEvent;
    const out = redactValues(event.kind, own, { full });
    if (Object.keys(out).length === 0) return;
    values.push([first + at + shift, out]);
    for (const [field, value] of Object.entries(out)) {
      const kept = classOf(event.kind, field);
      if (!kept) continue;
      const name = keyName(event, kept);
      names.set(name.join(' '), name);
      if (canonical(value) !== canonical(own[field])) altered.add(name.join(' '));
    }
  });
  const asked = [...names].filter(([name]) => !altered.has(name)).map(([, name]) => name);
  const found = await db.keys.bulkGet(asked);
  const keys = found.flatMap((row): [string, string, string][] =>
    row ? [[row.conversation, row.class, bytesHex(row.key)]] : [],
  );
  return { values, keys };
}

async function packsMet(db: LogDb): Promise<string[]> {
  const rows = await db.values.where('key').startsWith('pack ').toArray();
  return rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
