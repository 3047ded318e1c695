import { z } from 'zod';
import { layoutSchema, settingsSchema } from '../../core/desk.schema.ts';
import { rosterSchema } from '../../core/shifts/roster.schema.ts';
import type { BuyerRow } from '../cases/db.ts';
import type { AliasRow, ConversationRow } from '../log/db.ts';
import { madeSchema } from './made.ts';

/**
 * A backup is one file, always encrypted (`log-file/encrypt.ts`), since it holds buyers' names and the key of their
 * pseudonyms. Inside: `counterside-backup/2 N\n`, N bytes of JSON ({@link BackupHead}), then log files, one after another:
 * earlier logs that had been put back, the oldest first, and last this installation's own.
 */
export const BACKUP_FORMAT = 'counterside-backup/2';
/** Versions that can be read; the first has no packs and adapters. */
export const READABLE: readonly string[] = ['1', '2'];
export const FIRST_LINE = /^counterside-backup\/(\d{1,6}) (\d{1,9})\n/;
export const MAX_FIRST_LINE = 60;
export const MAX_HEAD_BYTES = 64 * 1024 * 1024;

const wall = z.number().int().nonnegative();
const short = z.string().max(400);
const id = z.string().min(1).max(120);

const conversationSchema = z.strictObject({
  id: z.string().max(120),
  console: short,
  shop: short,
  raw: short,
  buyer: short.nullable(),
  lastSeq: wall,
  lastAt: wall,
  waiting: z.strictObject({ unread: z.number(), rowAt: z.number().nullable(), bootId: id }).nullable(),
  inserted: z.array(z.strictObject({ script: short, at: z.number() })).max(1_000),
  nameless: z
    .array(z.strictObject({ id, print: id, at: z.number(), pageAt: z.number().nullable() }))
    .max(10_000),
}) satisfies z.ZodType<ConversationRow>;

const aliasSchema = z.strictObject({ id, of: id }) satisfies z.ZodType<AliasRow>;

const buyerSchema = z.strictObject({
  conversation: id,
  tags: z.array(z.string().max(60)).max(50),
  note: z.string().max(4_000),
  changedAt: wall,
}) satisfies z.ZodType<BuyerRow>;

/** What a backup holds beside the logs. */
export const backupHeadSchema = z.strictObject({
  app: z.string().min(1).max(40),
  at: wall,
  label: z.string().min(1).max(100),
  /** Sizes of the log files that follow, in bytes. */
  logs: z.array(z.number().int().positive()).min(1).max(50),
  install: z.string().min(1).max(64),
  pseudonymKey: z.string().regex(/^[0-9a-f]{64}$/),
  person: z.string().min(1).max(60).nullable(),
  settings: settingsSchema,
  layouts: z.record(z.string().max(60), layoutSchema),
  roster: rosterSchema.nullable(),
  conversations: z.array(conversationSchema),
  aliases: z.array(aliasSchema),
  buyers: z.array(buyerSchema),
  made: madeSchema.default({ packs: [], adapters: [] }),
});

export type BackupHead = z.infer<typeof backupHeadSchema>;

const SENTENCES = {
  'not-backup': [
    '这不是柜边的备份文件。什么也没有恢复。',
    'This is no Counterside backup. Nothing was restored.',
  ],
  newer: [
    '备份由更新版本的柜边写出，请先升级本机的柜边。什么也没有恢复。',
    'The backup was written by a newer Counterside. Update this one first. Nothing was restored.',
  ],
  damaged: [
    '备份内容已损坏，请换一份备份。什么也没有恢复。',
    'The backup is damaged. Try another one. Nothing was restored.',
  ],
  broken: [
    '备份里的记录链对不上，可能被改动过。什么也没有恢复。',
    'The chain of the records in the backup does not fit: they may have been changed. Nothing was restored.',
  ],
  already: [
    '本机已经恢复过备份，或者已经有这份备份的记录，没有再恢复。',
    'A backup was restored here before, or its records are here already. Nothing was restored.',
  ],
  empty: ['备份里没有记录。', 'There are no records in the backup.'],
} as const satisfies Record<string, readonly [string, string]>;

export type BackupErrorCode = keyof typeof SENTENCES;

/** A backup that can't be put back, with one sentence in each language. Never holds text of the file. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;
  readonly says: { readonly 'zh-CN': string; readonly en: string };

  constructor(code: BackupErrorCode, options?: ErrorOptions) {
    const [zh, en] = SENTENCES[code];
    super(en, options);
    this.code = code;
    this.says = { 'zh-CN': zh, en };
  }
}
