import { rootOf } from './chat-root.ts';
import type { Adapter } from './define.ts';
import { allOfFirst, around, at } from './dom.ts';
import { readField } from './read-field.ts';
import type { ConversationRef, WaitingRow } from './sighting.ts';
import { type PageTime, parseTime, UNDATED } from './time.ts';

/** Rows looked at: no console draws more at once. */
const ROW_CAP = 500;

/** A row of the console's conversation list. */
export interface ListRow {
  readonly conversation: ConversationRef;
  /** The row's time; read only where the buyer waits. */
  readonly time: PageTime | null;
  readonly unread: number | null;
  readonly waiting: boolean;
}

const contactNodes = (adapter: Adapter, page: Document): readonly Element[] =>
  allOfFirst(rootOf(adapter, page), adapter.contacts.row).nodes.slice(0, ROW_CAP);

/**
 * The conversation list, each conversation once: a buyer may stand in several groups, and the row in which the buyer
 * waits tells more. Pseudo rows are left out.
 */
export function readContacts(adapter: Adapter, page: Document, now: number): ListRow[] {
  const rows = new Map<string, ListRow>();
  for (const node of contactNodes(adapter, page)) {
    const row = readContact(adapter, node, now);
    const before = row && rows.get(row.conversation.key);
    if (row && (!before || (row.waiting && !before.waiting))) rows.set(row.conversation.key, row);
  }
  return [...rows.values()];
}

/** The row of a conversation, the one in which the buyer waits before others; null while the list does not draw it. */
export function contactRow(adapter: Adapter, page: Document, key: string, now: number): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (const node of contactNodes(adapter, page)) {
    const row = readContact(adapter, node, now);
    if (row?.conversation.key !== key || !(node instanceof HTMLElement)) continue;
    if (row.waiting) return node;
    found ??= node;
  }
  return found;
}

/** The rows in which a buyer waits. */
export function waitingRows(rows: readonly ListRow[]): WaitingRow[] {
  return rows
    .filter(({ waiting }) => waiting)
    .map(({ conversation, unread, time }) => ({
      conversation,
      unread,
      rowTime: time ? { precision: time.precision, source: 'page', at: time.at } : UNDATED,
    }));
}

function readContact({ contacts, zone, conversation }: Adapter, node: Element, now: number): ListRow | null {
  const buyer = readField(node, ...contacts.name);
  const key = contacts.id && conversation.keyIs === 'buyer-id' ? readField(node, contacts.id) : buyer;
  if (!key || (buyer && contacts.pseudo.includes(buyer))) return null;
  const readTime = (): PageTime | null => {
    let time: PageTime | null = null;
    for (const { css, formats } of contacts.time)
      time ??= parseTime(readField(node, css) ?? '', formats, { zone, now });
    return time;
  };
  const count = contacts.unread && /\d+/.exec(readField(node, contacts.unread) ?? '');
  const unread = count ? Number(count[0]) : null;
  const early = contacts.waitingIfRelative ? readTime() : null;
  const waiting =
    !!unread ||
    !!(contacts.waiting && at(node, contacts.waiting)) ||
    early?.format === 'relative' ||
    waitsByGroup(contacts, node);
  return { conversation: { key, buyer }, time: waiting ? (early ?? readTime()) : null, unread, waiting };
}

function waitsByGroup({ groups }: Adapter['contacts'], node: Element): boolean {
  const group = groups && around(node, groups.css);
  const title = group && readField(group, groups.title);
  return !!title && groups.says.some((words) => title.includes(words));
}
