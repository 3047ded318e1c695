import type { MessageSighting, Place } from '../core/event.ts';
import type { Adapter } from './define.ts';
import { allOfFirst, allWithin, firstVisible, get, labelsOf, textOf, visible, within } from './dom.ts';
import { type ListRow, readContacts, waitingRows } from './read-contacts.ts';
import { datesOf, type RowReading, readField, readRow } from './read-row.ts';
import type { PageState, WaitingRow } from './sighting.ts';

/** So much text in a message box without one row of it means that the rows look different now. */
const ROWLESS_TEXT = 200;
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
  readonly unusable: Extract<PageState, { kind: 'unusable' }> | null;
  readonly box: Element | null;
  readonly rowCss: string;
  readonly rowNodes: readonly Element[];
  /** Every key that the page gives for the open conversation, best first. */
  readonly keys: readonly string[];
  /** Whether all of them mean the same conversation. */
  readonly agreed: boolean;
  readonly buyer: string | null;
  readonly place: Place;
  readonly order: string | null;
}

/** Reads the whole page at once. `now` is epoch milliseconds; it dates clocks without a day. */
export function readPage(adapter: Adapter, page: Document, now: number): PageReading {
  const frame = readFrame(adapter, page);
  const rows = frame.rowNodes
    .map((node) => frame.box && readRow(adapter, node, frame.box, frame.rowCss, now))
    .filter((row) => row !== null);
  const contacts = readContacts(adapter, page, now);
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
    contacts,
    waiting: waitingRows(contacts),
  };
}

/**
 * Reads what stands around the messages, and finds their rows without reading them. The search for an unusable
 * state walks much of the page: whoever knows that nothing outside the messages changed passes the last answer.
 */
export function readFrame(adapter: Adapter, page: Document, unusable = unusableState(adapter, page)): Frame {
  const { conversation, row, shop, seat, order } = adapter;
  const box = firstVisible(page, adapter.messages);
  const { css, nodes } = box ? allOfFirst(box, row.at) : { css: '', nodes: [] };
  const own = row.conversation;
  // The newest row that names its conversation speaks for the thread.
  const last = own && nodes.findLast((node) => readField(node, own));
  const keys = [
    last && readField(last, own),
    ...conversation.key.map((field) => readField(page, field)),
  ].filter((key) => !!key) as string[];
  const [best = ''] = keys;
  const same = (key: string) =>
    key === best || (conversation.keyIs === 'buyer-name' && (key.startsWith(best) || best.startsWith(key)));
  return {
    mounted: within(page, adapter.ready) !== null,
    unusable,
    box,
    rowCss: css,
    rowNodes: nodes,
    keys,
    agreed: keys.every(same),
    buyer: readField(page, conversation.buyer),
    place: {
      console: adapter.id,
      shop: (shop && readField(page, shop)) || 'unknown',
      seat: (seat && readField(page, seat)) || 'unknown',
    },
    order: order ? onlyOrder(page, order) : null,
  };
}

/** What the page is, from its frame and the rows read with it. */
export function stateOf(frame: Frame, rows: readonly Pick<RowReading, 'by'>[]): PageState {
  const { box, place, order, buyer, agreed, keys } = frame;
  if (frame.unusable) return frame.unusable;
  if (!frame.mounted) return { kind: 'loading' };
  const [key] = keys;
  const missing: string[] = [];
  if (box && rows.length === 0 && textOf(box, ROWLESS_TEXT).length === ROWLESS_TEXT) missing.push('row');
  if (rows.length >= FACELESS_ROWS && rows.every(({ by }) => by === 'unknown')) missing.push('row.origin');
  if (!key && rows.length > 0) missing.push('conversation.key');
  if (key && !box) missing.push('messages');
  if (missing.length > 0) return { kind: 'broken', missing };
  return key
    ? { kind: 'ready', place, conversation: { key, buyer: agreed ? buyer : null }, order }
    : { kind: 'no-conversation', place };
}

/** For each page, the keys that don't agree and yet stayed: the page means them. */
const settled = new WeakMap<Document, string>();

/** Takes what the page shows for settled, though its keys differ: it has shown the same long enough. */
export function settle(page: Document, { keys }: Frame): void {
  settled.set(page, keys.join('\n'));
}

/** The open conversation's key, or null while the page shows none or is between two. Ask right before any act. */
export function openConversation(adapter: Adapter, page: Document): string | null {
  const { keys, agreed, unusable } = readFrame(adapter, page);
  const sure = agreed || settled.get(page) === keys.join('\n');
  return sure && !unusable ? (keys[0] ?? null) : null;
}

/** Looks in short texts outside messages, contacts and composer: nobody can write the page into a state. */
function unusableState(adapter: Adapter, page: Document): Frame['unusable'] {
  const others = [
    adapter.messages,
    ...adapter.row.at,
    ...adapter.contacts.row,
    ...adapter.composer.map(({ css }) => css),
  ];
  const labels = labelsOf(get(page, 'documentElement'), others.join(), NOTICE_NODES);
  for (const { reason, says } of adapter.unusable)
    for (const { text, element } of labels)
      if (says.some((part) => text.includes(part)) && visible(element))
        return { kind: 'unusable', reason, shown: text };
  return null;
}

function onlyOrder(page: Document, { css, shape }: NonNullable<Adapter['order']>): string | null {
  const pattern = new RegExp(`(?<!\\d)${shape.replace(/[^#\w-]/g, '').replaceAll('#', '\\d')}(?!\\d)`, 'g');
  const found = new Set(allWithin(page, css).flatMap((element) => textOf(element).match(pattern) ?? []));
  const [order = null] = found;
  return found.size === 1 ? order : null;
}
