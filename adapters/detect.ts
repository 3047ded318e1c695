import type { Adapter } from './define.ts';
import { adapterOf } from './detect/adapter.ts';
import { blocksIn } from './detect/blocks.ts';
import { type Direction, directionOf, type Whose } from './detect/direction.ts';
import { type Control, type Editor, editorsIn, sendControlOf } from './detect/editors.ts';
import { type RowSet, rowSets } from './detect/rows.ts';
import { documentsOf, rectOf, sharedWidth } from './detect/tree.ts';
import { readChat } from './read.ts';

/** The parts of a chat that a page must show, each with how sure we are of it, 0…1. */
export interface Sureness {
  readonly composer: number;
  readonly messages: number;
  readonly direction: number;
  readonly send: number;
}

/** A chat found on a page that nobody described. */
export interface Detection {
  readonly adapter: Adapter;
  readonly sure: Sureness;
  /** The elements themselves, for showing them; of the document that the chat is in. */
  readonly shown: {
    readonly box: Element;
    readonly composer: HTMLElement;
    readonly send: Element | null;
    readonly rows: readonly { readonly element: Element; readonly whose: Direction['whose'][number] }[];
  };
}

/** Whether it is worth asking the agent about: an editor for messages, rows that look like them, and two sides. */
export const isSure = ({ sure, shown }: Detection): boolean =>
  sure.composer >= 0.55 && sure.messages >= 0.5 && sure.direction >= 0.5 && shown.rows.length >= 2;

/** Editors tried, the likeliest first. */
const EDITORS_TRIED = 4;

interface Chat {
  readonly editor: Editor;
  readonly set: RowSet;
  readonly score: number;
}

/**
 * Finds the chat on a page without an adapter: the editor, the messages beside it and whose they are, and what
 * sends. Told by structure, layout and repetition, then by names. Null while there is no editor or no message.
 * Frames of other origins have a look of their own; with `this`, all have. Only looks; takes some 10 ms on a page of 2,000 elements.
 */
export function detect(page: Document, frames: 'all' | 'this' = 'all'): Detection | null {
  let best: Chat | null = null;
  for (const inner of frames === 'all' ? documentsOf(page) : [page]) {
    if (!inner.body) continue;
    const blocks = blocksIn(inner.body);
    for (const editor of editorsIn(inner.body).slice(0, EDITORS_TRIED)) {
      const [set] = rowSets(blocks, inner.body, editor.element);
      if (!set) continue;
      const score = set.score + editor.sure * 5;
      if (!best || score > best.score) best = { editor, set, score };
    }
  }
  return best && detectionOf(best);
}

/** Vertical gap, in pixels, up to which an editor stands right under its messages. */
const NEAR = 160;

/** How much the place of an editor speaks for it: a chat is answered right under its messages, as wide as they. */
function placeOf(editor: Element, box: Element): number {
  const [desk, list] = [rectOf(editor), rectOf(box)];
  const gap = desk.top - Math.min(list.bottom, box.ownerDocument.documentElement.clientHeight);
  const under = desk.top > list.top && gap > -NEAR && gap < NEAR && sharedWidth(desk, list) > 0.8;
  return under ? 0.1 : desk.bottom <= list.top ? -0.2 : -0.1;
}

/** The share of the rows found that the adapter reads, and as the same side's. */
function agreement(adapter: Adapter, whose: readonly Whose[], page: Document): number {
  const { rows } = readChat(adapter, page, 0);
  const count = (list: readonly unknown[], wanted: unknown) => list.filter((one) => one === wanted).length;
  const by = rows.map((row) => row.by);
  const sides = [
    [count(whose, 'own'), count(by, 'agent')],
    [count(whose, 'other'), count(by, 'buyer')],
  ] as const;
  const shared = sides.reduce((sum, [found, read]) => sum + Math.min(found, read), 0);
  const most = sides.reduce((sum, [found, read]) => sum + Math.max(found, read), 0);
  return most === 0 ? 1 : shared / most;
}

function detectionOf({ editor, set }: Chat): Detection {
  const direction = directionOf(set.rows, set.box);
  const send: Control | null = sendControlOf(editor.element, set.box);
  const inner = set.box.ownerDocument;
  const adapter = adapterOf(
    {
      box: set.box,
      row: set.css,
      rows: set.rows,
      origin: direction.origin,
      composer: editor,
      send: send?.element ?? null,
      buyer: null,
    },
    { url: /^https?:/.test(inner.location.href) ? inner.location.href : location.href, title: inner.title },
  );
  return {
    adapter,
    sure: {
      composer: Math.max(0, Math.min(1, editor.sure + placeOf(editor.element, set.box))),
      messages:
        Math.max(0, Math.min(1, (set.score - 6) / 9)) * agreement(adapter, direction.whose, inner) ** 3,
      direction: direction.sure,
      send: send?.sure ?? 0.3,
    },
    shown: {
      box: set.box,
      composer: editor.element,
      send: send?.element ?? null,
      rows: set.rows.map(({ element }, index) => ({ element, whose: direction.whose[index] ?? null })),
    },
  };
}
