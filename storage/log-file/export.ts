import type { ChatEvent } from '../../core/event.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import { redact } from '../../core/redact/redact.ts';
import { installId, pseudonymKey } from '../keys.ts';
import type { LogDb } from '../log/db.ts';
import { countBetween, extentOf, readEvents } from '../log/read.ts';
import { LOG_FORMAT, type LogHeader } from './header.ts';
import { logFileName, writeLog } from './write.ts';

export interface ExportWish {
  /** Whose log it is, as the supervisor will read it. */
  readonly agentLabel: string;
  /** Half-open wall time in milliseconds; without them, everything. */
  readonly from?: number;
  readonly to?: number;
  /** Version of this extension. */
  readonly app: string;
  readonly now?: number;
}

export interface Exported {
  readonly fileName: string;
  readonly header: LogHeader;
  /** The file, made while it is read. Fails if the log is emptied meanwhile. */
  readonly stream: ReadableStream<Uint8Array>;
}

const PAGE = 500;

/**
 * Exports the log as it stands at this moment; what is appended meanwhile is left out. Redacted: messages were when
 * they were stored, and so is now what agents typed into cases. Reads only, in constant memory.
 */
export async function exportLog(db: LogDb, wish: ExportWish): Promise<Exported> {
  const exportedAt = wish.now ?? Date.now();
  const span = { from: wish.from ?? 0, to: wish.to ?? Number.MAX_SAFE_INTEGER };
  const { times } = await extentOf(db);
  const events = await countBetween(db, span.from, span.to);
  const header: LogHeader = {
    format: LOG_FORMAT,
    app: wish.app,
    exportedAt,
    agent: {
      label: wish.agentLabel.trim().toWellFormed().slice(0, 100) || '客服',
      install: await installId(db),
    },
    keyId: pseudonyms(await pseudonymKey(db)).keyId,
    range: {
      from: wish.from ?? times?.from ?? exportedAt,
      to: wish.to ?? Math.max(exportedAt, (times?.to ?? 0) + 1),
    },
    counts: { events },
    packHashes: await packsMet(db),
  };
  return {
    header,
    fileName: logFileName(header.agent.label, new Date(exportedAt)),
    stream: writeLog(header, pages(db, span)),
  };
}

async function* pages(db: LogDb, span: { from: number; to: number }): AsyncGenerator<ChatEvent[]> {
  let page: ChatEvent[] = [];
  for await (const event of readEvents(db, span)) {
    page.push(redacted(event));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Fields whose whole value is a person's, whatever it looks like. */
const PERSONAL_FIELD = /联系|电话|手机|地址|姓名|收货人|收件人|微信|qq|phone|mobile|contact|address|name/iu;

function redacted(event: ChatEvent): ChatEvent {
  if (event.kind === 'message-seen')
    return event.text === undefined ? event : { ...event, text: redact(event.text).text };
  if (event.kind === 'case-closed') return { ...event, outcome: redact(event.outcome).text };
  if (event.kind !== 'case-changed') return event;
  const fields = Object.entries(event.fields).map(([name, value]) => [
    name,
    PERSONAL_FIELD.test(name) && value !== '' ? '⟦个人信息⟧' : redact(value).text,
  ]);
  return { ...event, fields: Object.fromEntries(fields) };
}

async function packsMet(db: LogDb): Promise<string[]> {
  const rows = await db.values.where('key').startsWith('pack ').toArray();
  return rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
