import { bytesHex } from '../../core/evidence/checkpoint.ts';
import type { AdapterDb } from '../adapters.ts';
import type { DeskDb } from '../cases/db.ts';
import { readRoster } from '../cases/roster.ts';
import { installId, pseudonymKey } from '../keys.ts';
import { conversationsNow } from '../log/carried.ts';
import { readChain } from '../log/chain.ts';
import type { LogDb } from '../log/db.ts';
import { readRestored } from '../log/restored.ts';
import { encrypted } from '../log-file/encrypt.ts';
import { exportLog } from '../log-file/export.ts';
import { type Secret, toPassphrase } from '../log-file/passphrase.ts';
import { logFileName } from '../log-file/write.ts';
import type { PacksDb } from '../packs/db.ts';
import { LAYOUT, readPerson, readSettings } from '../settings.ts';
import { BACKUP_FORMAT, backupHeadSchema } from './form.ts';
import { madeHere } from './made.ts';

/** All that a backup is made of. */
export interface Stores {
  readonly db: LogDb;
  readonly desk: DeskDb;
  readonly packs: PacksDb;
  readonly adapters: AdapterDb;
}

export interface BackupWish {
  /** Whose desk it is, as the file is named. */
  readonly label: string;
  /** Version of this extension. */
  readonly app: string;
  readonly secret: Secret;
  readonly now: number;
  readonly signal: AbortSignal;
}

export interface Backup {
  readonly fileName: string;
  readonly content: Blob;
  /** Number of the log's last entry in it, and how many entries there are in all. */
  readonly n: number;
  readonly entries: number;
}

/**
 * Makes a backup of the sealed log and of what belongs to it: names, pseudonym key, settings, cards, roster, packs and
 * adapters. The log's writer seals first. Reading only.
 */
export async function makeBackup(stores: Stores, wish: BackupWish): Promise<Backup> {
  const { db } = stores;
  const { label, app, now, signal } = wish;
  // Everything, as stored: the file is encrypted, and a buyer must be known again.
  const words = { kind: 'full', recipient: label, purpose: 'backup' } as const;
  const common = { agentLabel: label, app, now, words, signal };
  const exports = [];
  for (const restored of await readRestored(db)) exports.push(await exportLog(db, { ...common, restored }));
  exports.push(await exportLog(db, common));
  const logs: Blob[] = [];
  for (const { stream } of exports) logs.push(await new Response(stream as BodyStream).blob());
  signal.throwIfAborted();
  const head = backupHeadSchema.parse({
    app,
    at: now,
    label: exports[0]?.header.agent.label ?? label,
    logs: logs.map(({ size }) => size),
    ...(await belongings(stores)),
  });
  const json = new TextEncoder().encode(JSON.stringify(head));
  const plain = new Blob([`${BACKUP_FORMAT} ${json.length}\n`, json, ...logs]);
  const content = await new Response(encrypted(plain.stream(), toPassphrase(wish.secret))).blob();
  signal.throwIfAborted();
  return {
    fileName: logFileName(head.label, new Date(now)).replace(/\.cslog$/, '.csbackup'),
    content,
    n: (await readChain(db))?.n ?? 0,
    entries: exports.reduce((sum, { header }) => sum + header.counts.events, 0),
  };
}

type BodyStream = ReadableStream<Uint8Array<ArrayBuffer>>;

async function belongings({ db, desk, packs, adapters }: Stores) {
  const layouts = await db.values.where('key').startsWith(LAYOUT).toArray();
  return {
    install: await installId(db),
    pseudonymKey: bytesHex(await pseudonymKey(db)),
    person: await readPerson(db),
    settings: await readSettings(db),
    layouts: Object.fromEntries(layouts.map(({ key, value }) => [key.slice(LAYOUT.length), value])),
    roster: await readRoster(desk),
    conversations: (await conversationsNow(db)).map(({ changes: _, ...row }) => row),
    aliases: await db.aliases.toArray(),
    buyers: await desk.buyers.toArray(),
    made: await madeHere(packs, adapters),
  };
}
