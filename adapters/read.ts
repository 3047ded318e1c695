import type { MessageSighting, Place } from '../core/event.ts';
import type { Adapter, Spot } from './define.ts';
import { allWithin, get, labelsOf, type Scope, textOf, visible, within } from './dom.ts';
import { type ListRow, readContacts, waitingRows } from './read-contacts.ts';
import { type DatedBy, type RowReading, readField, readFirst, readRow, rowsIn, timesOf } from './read-row.ts';
import type { PageState, WaitingRow } from './sighting.ts';
import { UNDATED } from './time.ts';

/** So much text in a message box without one row of it means that the rows look different now. */
const ROWLESS_TEXT = 200;
/** So many rows of which none tells who wrote it mean the same of their direction. */
const FACELESS_ROWS = 5;

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
  const { box, rowCss } = frame;
  const rows = box
    ? frame.rowNodes.map((node) => readRow(adapter, node, box, rowCss, now)).filter((row) => row !== null)
    : [];
  const contacts = readContacts(adapter, page, now);
  return {
    state: stateOf(frame, rows),
    rows: withTimes(adapter, rows, now).map(({ id, conversation, by, content, text, sentAt, recalled }) => ({
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

/** The rows with their times, which depend on the rows above. */
export function withTimes<R extends RowReading>(
  adapter: Adapter,
  rows: readonly R[],
  now: number,
): (R & DatedBy)[] {
  const times = timesOf(adapter, rows, now);
  return rows.map((row, index) => ({ ...row, ...(times[index] ?? { sentAt: UNDATED, carried: true }) }));
}

/**
 * Reads what stands around the messages, and finds their rows without reading them. The search for an unusable
 * state walks much of the page: whoever knows that nothing outside the messages changed passes the last answer.
 */
export function readFrame(
  adapter: Adapter,
  page: Document,
  unusable: Frame['unusable'] = unusableState(adapter, page),
): Frame {
  const box = shown(page, adapter.messages);
  const { css, nodes } = box ? rowsIn(adapter, box) : { css: '', nodes: [] };
  const keys = keysOf(adapter, page, nodes);
  return {
    mounted: adapter.ready.some((spot) => within(page, spot.css) !== null),
    unusable,
    box,
    rowCss: css,
    rowNodes: nodes,
    keys,
    agreed: keys.every((key) => sameConversation(adapter, key, keys[0])),
    buyer: readFirst(page, adapter.conversation.buyer),
    place: {
      console: adapter.id,
      shop: readFirst(page, adapter.shop ?? []) ?? 'unknown',
      seat: readFirst(page, adapter.seat ?? []) ?? 'unknown',
    },
    order: adapter.order ? onlyOrder(page, adapter.order) : null,
  };
}

/** What the page is, from its frame and the rows read with it. */
export function stateOf(frame: Frame, rows: readonly Pick<RowReading, 'by'>[]): PageState {
  const { unusable, mounted, box, place, order, keys, buyer } = frame;
  if (unusable) return unusable;
  if (!mounted) return { kind: 'loading' };
  const key = keys[0];
  const missing: string[] = [];
  if (box && rows.length === 0 && textOf(box, ROWLESS_TEXT).length >= ROWLESS_TEXT) missing.push('row');
  if (rows.length >= FACELESS_ROWS && rows.every(({ by }) => by === 'unknown')) missing.push('row.origin');
  if (key === undefined && rows.length > 0) missing.push('conversation.key');
  if (key !== undefined && !box) missing.push('messages');
  if (missing.length > 0) return { kind: 'broken', missing };
  return key === undefined
    ? { kind: 'no-conversation', place }
    : { kind: 'ready', place, conversation: { key, buyer: frame.agreed ? buyer : null }, order };
}

/** The open conversation's key, or null while the page shows none or is between two. Ask right before any act. */
export function openConversation(adapter: Adapter, page: Document): string | null {
  const { keys, agreed, unusable } = readFrame(adapter, page);
  return agreed && !unusable ? (keys[0] ?? null) : null;
}

function keysOf(adapter: Adapter, page: Document, rows: readonly Element[]): string[] {
  const own = adapter.row.conversation;
  const keys: string[] = [];
  for (let index = rows.length - 1; own && index >= 0 && keys.length === 0; index -= 1) {
    const row = rows[index];
    const key = row && readField(row, own);
    if (key) keys.push(key);
  }
  for (const field of adapter.conversation.key) {
    const key = readField(page, field);
    if (key) keys.push(key);
  }
  return keys;
}

/** Ids are equal or not; a name may carry an ornament at its end. */
function sameConversation(adapter: Adapter, one: string, other = one): boolean {
  if (one === other || adapter.conversation.keyIs === 'buyer-id') return one === other;
  return one.startsWith(other) || other.startsWith(one);
}

function shown(page: Document, spots: readonly Spot[]): Element | null {
  for (const { css } of spots) {
    const found = allWithin(page, css).find(visible);
    if (found) return found;
  }
  return null;
}

/** Looks in short texts outside messages, contacts and composer: nobody can write the page into a state. */
function unusableState(adapter: Adapter, page: Document): Frame['unusable'] {
  const body = get(page, 'body');
  const spots = [...adapter.messages, ...adapter.row.at, ...adapter.contacts.row, ...adapter.composer];
  const said = body ? labelsOf(body, spots.map(({ css }) => css).join(','), { nodes: 5_000 }) : [];
  for (const { reason, says } of adapter.unusable) {
    const notice = said.find(
      ({ text, element }) => says.some((part) => text.includes(part)) && visible(element),
    );
    if (notice) return { kind: 'unusable', reason, shown: notice.text };
  }
  return null;
}

function onlyOrder(scope: Scope, { css, shape }: Spot & { readonly shape: string }): string | null {
  const pattern = new RegExp(`(?<!\\d)${shape.replace(/[^#\w-]/g, '').replaceAll('#', '\\d')}(?!\\d)`, 'g');
  const found = new Set(allWithin(scope, css).flatMap((element) => textOf(element).match(pattern) ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
