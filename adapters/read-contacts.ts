import type { Adapter } from './define.ts';
import { allWithin, at, textOf } from './dom.ts';
import { readFirst } from './read-row.ts';
import type { ConversationRef, WaitingRow } from './sighting.ts';
import { type PageTime, parseTime } from './time.ts';

/** Rows looked at: no console shows more at once. */
const ROW_CAP = 500;

/** A row of the console's conversation list. */
export interface ListRow {
  readonly conversation: ConversationRef;
  /** Null where there is none, or where it mirrors the agent's own draft. */
  readonly preview: string | null;
  readonly time: PageTime | null;
  readonly unread: number | null;
  readonly waiting: boolean;
  readonly active: boolean;
}

/** The conversation list, each conversation once: a buyer may stand in several groups. Pseudo rows are left out. */
export function readContacts(adapter: Adapter, page: Document, now: number): ListRow[] {
  const { contacts } = adapter;
  const nodes = contacts.row.map(({ css }) => allWithin(page, css)).find((found) => found.length > 0) ?? [];
  const rows = new Map<string, ListRow>();
  for (const node of nodes.slice(0, ROW_CAP)) {
    const row = readContact(adapter, node, now);
    if (!row) continue;
    const before = rows.get(row.conversation.key);
    rows.set(row.conversation.key, before ? merged(before, row) : row);
  }
  return [...rows.values()];
}

/** The rows in which a buyer waits. */
export function waitingRows(rows: readonly ListRow[]): WaitingRow[] {
  return rows
    .filter(({ waiting }) => waiting)
    .map(({ conversation, unread, time }) => ({
      conversation,
      unread,
      rowTime: time
        ? { precision: time.precision, source: 'page', at: time.at }
        : { precision: 'none', source: 'observed' },
    }));
}

function readContact({ contacts, zone, conversation }: Adapter, node: Element, now: number): ListRow | null {
  const name = readFirst(node, contacts.name);
  const key = conversation.keyIs === 'buyer-name' ? name : readFirst(node, contacts.id);
  if (key === null || (name !== null && contacts.pseudo.includes(name))) return null;
  const times = contacts.time.map(({ css, formats }) => {
    const place = at(node, css);
    return place && parseTime(textOf(place, 80), formats, { zone, now });
  });
  const time = times.find((found) => found !== null) ?? null;
  const preview = readFirst(node, contacts.preview);
  const count = Number(readFirst(node, contacts.unread)?.match(/\d+/)?.[0] ?? Number.NaN);
  const unread = Number.isNaN(count) ? null : count;
  return {
    conversation: { key, buyer: name },
    preview:
      preview !== null && contacts.draftPrefix && preview.startsWith(contacts.draftPrefix) ? null : preview,
    time,
    unread,
    waiting:
      (unread ?? 0) > 0 ||
      (contacts.waiting !== undefined && at(node, contacts.waiting.css) !== null) ||
      (contacts.waitingIfRelative === true && time?.format === 'relative'),
    active: contacts.active.some(({ css }) => at(node, css) !== null),
  };
}

function merged(one: ListRow, other: ListRow): ListRow {
  return {
    conversation: one.conversation.buyer === null ? other.conversation : one.conversation,
    preview: one.preview ?? other.preview,
    time: one.waiting || !other.waiting ? (one.time ?? other.time) : other.time,
    unread:
      one.unread === null && other.unread === null ? null : Math.max(one.unread ?? 0, other.unread ?? 0),
    waiting: one.waiting || other.waiting,
    active: one.active || other.active,
  };
}
