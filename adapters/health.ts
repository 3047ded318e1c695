import { chatOf, rootOf } from './chat-root.ts';
import type { Adapter, Field, TextSpot } from './define.ts';
import { allWithin, type Scope } from './dom.ts';
import { NOTHING } from './nothing.ts';
import { readPage } from './read.ts';
import { cssOf } from './read-field.ts';
import type { PageState } from './sighting.ts';

/** How an adapter fits the page it is on. */
export interface Health {
  readonly state: PageState['kind'];
  /** For each part with selectors: how many elements they match, best rank first. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  /** Parts that must be there in this state, and are not. */
  readonly missing: readonly string[];
  /** How many of the rows do not tell who wrote them, 0…1; null without rows. */
  readonly unknown: number | null;
  /** Minutes since the newest dated message; null where none is dated. */
  readonly lastMessage: number | null;
}

/** What stands beside the chat, not in it. */
const LISTED = new Set(['ready', 'conversation.key', 'contacts', 'contacts.name']);

/** Counts what every selector matches and names what should be there. Only looks; fit for a bug report: no text. */
export function checkHealth(adapter: Adapter, page: Document, now: number): Health {
  const { state, rows, contacts } = readPage(adapter, page, now);
  const { row, conversation, contacts: list } = adapter;
  const parts: Readonly<Record<string, readonly (Field | TextSpot)[]>> = {
    ready: [adapter.ready],
    messages: [adapter.messages],
    row: row.at,
    'row.id': row.id,
    'row.text': row.text,
    'conversation.key': conversation.key,
    'conversation.buyer': [conversation.buyer],
    contacts: list.row,
    'contacts.name': list.name,
    composer: adapter.composer,
    send: adapter.composer.length > 0 ? [adapter.send] : [],
  };
  const root = rootOf(adapter, page);
  const chat = chatOf(adapter, page);
  const counts = Object.fromEntries(
    Object.entries(parts).map(([part, spots]) => [
      part,
      spots.map((spot) => countOf(LISTED.has(part) ? root : chat, cssOf(spot))),
    ]),
  );
  const needed = {
    loading: ['ready'],
    unusable: [],
    'no-conversation': ['contacts'],
    broken: ['messages', 'composer', 'contacts'],
    ready: [
      'messages',
      'conversation.buyer',
      'composer',
      'send',
      ...(rows.length > 0 ? ['row.id', 'row.text'] : []),
    ],
  }[state.kind];
  const missing = new Set(state.kind === 'broken' ? state.missing : []);
  // What the adapter doesn't know, such as the send control of a page of records, can't be missing.
  for (const part of needed)
    if (parts[part]?.some((spot) => cssOf(spot) !== NOTHING) && counts[part]?.every((count) => count === 0))
      missing.add(part);
  if (rows.length > 0 && rows.every(({ by }) => by === 'unknown')) missing.add('row.origin');
  if (row.time.length > 0 && rows.length > 0 && rows.every(({ sentAt }) => sentAt.precision === 'none'))
    missing.add('row.time');
  if (contacts.length > 0 && contacts.every(({ conversation: { buyer } }) => buyer === null))
    missing.add('contacts.name');
  const dated = rows.flatMap(({ sentAt }) => (sentAt.precision === 'none' ? [] : [sentAt.at]));
  return {
    state: state.kind,
    counts,
    missing: [...missing],
    unknown: rows.length > 0 ? rows.filter(({ by }) => by === 'unknown').length / rows.length : null,
    lastMessage: dated.length > 0 ? Math.round((now - Math.max(...dated)) / 60_000) : null,
  };
}

/** What is read from the address is always there. */
const countOf = (root: Scope, css: string | null): number => (css === null ? 1 : allWithin(root, css).length);
