import type { MessageSighting, Place } from '../core/event.ts';
import { chatOf, rootOf } from './chat-root.ts';
import type { Adapter, Field } from './define.ts';
import {
  allOfFirst,
  allWithin,
  firstVisible,
  get,
  labelsOf,
  type Scope,
  scrollingAround,
  skipping,
  textOf,
  visible,
  within,
} from './dom.ts';
import { type ListRow, readContacts, waitingRows } from './read-contacts.ts';
import { readField } from './read-field.ts';
import { datesOf, type Names, type RowReading, readRow } from './read-row.ts';
import type { Item, PageState, WaitingRow } from './sighting.ts';

/** So much text in a message box without one row of it means that the rows look different now. */
const ROWLESS_TEXT = 200;
/** In a box that had rows a moment ago, so much is enough. */
const ROWLESS_NOW = 60;
/** So many rows of which none tells who wrote it mean the same of their direction. */
const FACELESS_ROWS = 5;
/** Nodes of the page looked at for a notice. */
const NOTICE_NODES = 5_000;

/** Everything that the page shows now. Only looks: the page stays as it was, byte for byte. */
export interface PageReading {
  readonly state: PageState;
  readonly rows: readonly MessageRow[];
  readonly contacts: readonly ListRow[];
  readonly waiting: readonly WaitingRow[];
}

/** A message as it stands on the page. Without the platform's id, `id` is null. */
export type MessageRow = Omit<MessageSighting, 'kind' | 'key' | 'seen'> &
  Pick<RowReading, 'id' | 'conversation' | 'recalled'>;

/** What stands around the messages, read in one go with the rows that it belongs to. */
export interface Frame {
  readonly mounted: boolean;
  /** What the page says of itself: that it can't be used, or that no conversation is chosen. */
  readonly notice: Extract<PageState, { kind: 'unusable' }> | 'empty' | null;
  readonly box: Element | null;
  readonly rowCss: string;
  readonly rowNodes: readonly Element[];
  /** Keys that stand outside the rows. */
  readonly named: readonly string[];
  /** Every key that the page gives for the open conversation, best first. */
  readonly keys: readonly string[];
  /** Whether all of them mean the same conversation. */
  readonly agreed: boolean;
  readonly buyer: string | null;
  readonly names: Names;
  readonly place: Place;
  readonly order: string | null;
  readonly item: Item | null;
}

/** Reads the whole page at once. `now` is epoch milliseconds; it dates clocks without a day. */
export function readPage(adapter: Adapter, page: Document, now: number): PageReading {
  const contacts = readContacts(adapter, page, now);
  return { ...readChat(adapter, page, now), contacts, waiting: waitingRows(contacts) };
}

/** The open chat alone, without the list of conversations. */
export function readChat(adapter: Adapter, page: Document, now: number): Pick<PageReading, 'state' | 'rows'> {
  const frame = readFrame(adapter, page);
  const rows = frame.rowNodes
    .map((node) => frame.box && readRow(adapter, node, frame.box, frame.rowCss, now, frame.names))
    .filter((row) => row !== null);
  return {
    state: stateOf(frame, rows),
    rows: datesOf(adapter, rows, now).map(({ id, conversation, by, content, text, sentAt, recalled }) => ({
      id,
      conversation,
      by,
      content,
      text,
      sentAt,
      recalled,
    })),
  };
}

/**
 * Reads what stands around the messages, and finds their rows without reading them. The search for a notice walks
 * much of the page: whoever knows that nothing outside the messages changed passes the last answer.
 */
export function readFrame(adapter: Adapter, page: Document, notice = noticeOn(adapter, page)): Frame {
  const { conversation, shop, seat, order, product } = adapter;
  const root = rootOf(adapter, page);
  const chat = chatOf(adapter, page);
  const found = firstVisible(chat, adapter.messages);
  const box = found && adapter.scrolls ? scrollingAround(found) : found;
  const buyer = readField(chat, conversation.buyer);
  const frame: Frame = {
    mounted: within(root, adapter.ready) !== null,
    notice,
    box,
    // The chosen row of a list stands beside the chat, not in it.
    named: conversation.key
      .map((field) => readField(chat, field) ?? readField(root, field))
      .filter((key) => key !== null),
    buyer,
    names: { buyer, seat: seat ? readField(root, seat) : null },
    place: {
      console: adapter.id,
      shop: (shop && readField(root, shop)) || 'unknown',
      seat: (seat && readField(root, seat)) || 'unknown',
    },
    order: order ? onlyOrder(root, order) : null,
    item: product ? itemIn(chat, product) : null,
    ...{ rowCss: '', rowNodes: [], keys: [], agreed: true },
  };
  return withRows(adapter, page, frame);
}

/** The same frame with the rows as they are now: all that changes while people write. */
export function withRows(adapter: Adapter, page: Document, frame: Frame): Frame {
  const { row, conversation } = adapter;
  const { box, buyer, named } = frame;
  const { css, nodes } = box ? allOfFirst(box, row.at) : { css: '', nodes: [] };
  if (row.newestFirst) nodes.reverse();
  const own = row.conversation;
  const told = own ? lastNamed(nodes, own) : null;
  const shown = told ? [told, ...named] : named;
  const before = settled.get(page);
  // A list that draws only what is in view drops the chosen row when it is scrolled away.
  const held = shown.length === 0 && before?.box === box && box && (buyer ?? before.buyer) === before.buyer;
  const keys = held ? before.keys : shown;
  const [best = ''] = keys;
  const same = (key: string) =>
    key === best || (conversation.keyIs === 'buyer-name' && (key.startsWith(best) || best.startsWith(key)));
  return { ...frame, rowCss: css, rowNodes: nodes, keys, agreed: keys.every(same) };
}

/** The newest row that names its conversation speaks for the thread. */
function lastNamed(rows: readonly Element[], field: Field): string | null {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const told = row && readField(row, field);
    if (told) return told;
  }
  return null;
}

function itemIn(chat: Scope, { id, title, price }: NonNullable<Adapter['product']>): Item | null {
  const value = (field: Field | undefined) => (field ? readField(chat, field) : null);
  const item = { id: value(id), title: value(title), price: value(price) };
  return item.id || item.title ? item : null;
}

/** What the page is, from its frame and the rows read with it; `hadRows`: whether this box held any when last seen. */
export function stateOf(frame: Frame, rows: readonly Pick<RowReading, 'by'>[], hadRows = false): PageState {
  const { box, place, order, item, buyer, agreed, keys, notice } = frame;
  if (notice && notice !== 'empty') return notice;
  if (!frame.mounted) return { kind: 'loading' };
  if (notice) return { kind: 'no-conversation', place };
  const [key] = keys;
  const missing: string[] = [];
  const much = hadRows ? ROWLESS_NOW : ROWLESS_TEXT;
  if (box && rows.length === 0 && textOf(box, much).length === much) missing.push('row');
  if (rows.length >= FACELESS_ROWS && rows.every(({ by }) => by === 'unknown')) missing.push('row.origin');
  if (!key && rows.length > 0) missing.push('conversation.key');
  if (key && !box) missing.push('messages');
  if (missing.length > 0) return { kind: 'broken', missing };
  return key
    ? {
        kind: 'ready',
        place,
        conversation: { key, buyer: agreed ? buyer : null },
        order,
        ...(item ? { item } : {}),
      }
    : { kind: 'no-conversation', place };
}

/** For each page, what it showed when it was last sure: keys that don't agree and yet stayed are meant. */
const settled = new WeakMap<Document, Pick<Frame, 'keys' | 'buyer' | 'box'>>();

/** Takes what the page shows for settled, though its keys differ: it has shown the same long enough. */
export function settle(page: Document, { keys, buyer, box }: Frame): void {
  settled.set(page, { keys, buyer, box });
}

/** The open conversation's key, or null while the page shows none or is between two. Ask right before any act. */
export function openConversation(adapter: Adapter, page: Document): string | null {
  const { keys, agreed, notice } = readFrame(adapter, page);
  const sure = agreed || settled.get(page)?.keys.join('\n') === keys.join('\n');
  return sure && !notice ? (keys[0] ?? null) : null;
}

/** Looks in short texts outside messages, contacts and composer: nobody can write the page into a state. */
function noticeOn(adapter: Adapter, page: Document): Frame['notice'] {
  const others = [
    adapter.messages,
    ...adapter.row.at,
    ...adapter.contacts.row,
    ...adapter.composer.map(({ css }) => css),
  ];
  const root = rootOf(adapter, page);
  const top = root === page ? [get(page, 'documentElement')] : [...get(root, 'children')];
  const labels = top.flatMap((element) => labelsOf(element, skipping(others.join()), NOTICE_NODES));
  const says = (words: readonly string[]) =>
    labels.find(({ text, element }) => words.some((part) => text.includes(part)) && visible(element));
  for (const { reason, says: words } of adapter.unusable) {
    const found = says(words);
    if (found) return { kind: 'unusable', reason, shown: found.text };
  }
  return adapter.empty && says(adapter.empty) ? 'empty' : null;
}

function onlyOrder(root: Scope, { css, url, shape }: NonNullable<Adapter['order']>): string | null {
  const form = shape
    .replace(/[^#?\w-]/g, '')
    .replaceAll('#', '\\d')
    .replaceAll('?', '[\\dA-Z]');
  const pattern = new RegExp(`(?<![\\dA-Z])${form}(?![\\dA-Z])`, 'g');
  const named = url && readField(root, { url })?.match(pattern)?.[0];
  if (named) return named;
  const found = new Set((css ? allWithin(root, css) : []).flatMap((one) => textOf(one).match(pattern) ?? []));
  const [order = null] = found;
  return found.size === 1 ? order : null;
}
