import type { Adapter } from './define.ts';
import { adapterOf } from './detect/adapter.ts';
import { blocksIn } from './detect/blocks.ts';
import { directionOf } from './detect/direction.ts';
import { type RowSet, rowSets } from './detect/rows.ts';
import { holds } from './detect/tree.ts';
import { get } from './dom.ts';
import { readField } from './read-field.ts';

/** What a person pointed at. */
export interface Picks {
  readonly buyer: Element;
  readonly own: Element;
  readonly composer: Element;
  /** Null: Enter alone sends. */
  readonly send: Element | null;
  /** Where the open conversation's buyer is named; null where nothing says it. */
  readonly name: Element | null;
}

export type Calibration =
  | { readonly ok: true; readonly adapter: Adapter }
  /** The two messages are not of one list. */
  | { readonly ok: false; readonly trouble: 'not-rows' };

const EDITOR =
  'textarea, input, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/** The editor that an element is, is in, or holds; null if nothing can be written there. */
export function editorAt(element: Element): HTMLElement | null {
  const around =
    get(element, 'closest').call(element, EDITOR) ?? get(element, 'querySelector').call(element, EDITOR);
  return around as HTMLElement | null;
}

/** What is pressed where this is: the button around an icon or a word. */
export function controlAt(element: Element): Element {
  return get(element, 'closest').call(element, 'button, [role="button"], a, input') ?? element;
}

/** Of all sets of like rows, the best that holds both messages apart. */
function rowsWith({ buyer, own, composer }: Picks): RowSet | null {
  const start = buyer.ownerDocument.body;
  const sets = rowSets(blocksIn(start), start, composer);
  const rowOf = ({ rows }: RowSet, pick: Element) =>
    rows.find(({ element }) => holds(element, pick) || holds(pick, element));
  return (
    sets.find((set) => {
      const [theirs, ours] = [rowOf(set, buyer), rowOf(set, own)];
      return theirs && ours && theirs !== ours;
    }) ?? null
  );
}

/**
 * An adapter from what a person pointed at. With `broken`, that adapter is repaired: what was pointed out is read
 * anew, its name, its times and what nobody pointed at stay.
 */
export function calibrate(picks: Picks, broken: Adapter | null): Calibration {
  const set = rowsWith(picks);
  const page = picks.buyer.ownerDocument;
  if (!set) return { ok: false, trouble: 'not-rows' };
  const at = (pick: Element) =>
    set.rows.findIndex(({ element }) => holds(element, pick) || holds(pick, element));
  const { origin } = directionOf(set.rows, set.box, { own: at(picks.own), other: at(picks.buyer) });
  const kind = /^(?:textarea|input)$/.test(get(picks.composer, 'localName')) ? 'textarea' : 'contenteditable';
  const made = adapterOf(
    {
      box: set.box,
      row: set.css,
      rows: set.rows,
      origin,
      composer: { element: picks.composer, kind },
      send: picks.send,
      buyer: picks.name,
    },
    { url: page.location.href, title: page.title },
  );
  return { ok: true, adapter: broken ? repaired(broken, made, page, picks.name !== null) : made };
}

function repaired(broken: Adapter, made: Adapter, page: Document, named: boolean): Adapter {
  const still = (fields: Adapter['row']['id']) => fields.some((field) => readField(page, field) !== null);
  const { row } = broken;
  return {
    ...broken,
    ...(made.shadow ? { shadow: made.shadow } : {}),
    ready: made.ready,
    messages: made.messages,
    row: {
      ...row,
      at: made.row.at,
      skip: [...row.skip, ...made.row.skip],
      id: still(row.id) ? row.id : made.row.id,
      // What tells robots and notices apart is nothing that anyone points at.
      origin: [...row.origin.filter(({ by }) => by === 'robot' || by === 'system'), ...made.row.origin],
      content: [...row.content, ...made.row.content],
      text: made.row.text,
      time: [...row.time, ...made.row.time],
    },
    conversation: named || !still(broken.conversation.key) ? made.conversation : broken.conversation,
    composer: made.composer,
    send: made.send,
  };
}

/** Whether an adapter knows some part by its place on the page alone: such a part is the first to break. */
export function isWeak({ messages, row, composer, send }: Adapter): boolean {
  const spots = [messages, ...row.at, ...row.text, ...composer.map(({ css }) => css), send];
  return spots.some((spot) => typeof spot === 'string' && spot.includes(':nth-'));
}
