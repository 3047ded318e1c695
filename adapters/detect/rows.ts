import { get, visible } from '../dom.ts';
import { type Block, bubblesOf } from './blocks.ts';
import { ownNames, selectorOf } from './names.ts';
import {
  chainOf,
  commonOf,
  holds,
  insideOf,
  type Rect,
  type Root,
  rectOf,
  rootOf,
  sharedWidth,
  union,
} from './tree.ts';
import { withoutTimes } from './words.ts';

/** One message as it stands: its row and where its own words are. */
export interface Row {
  readonly element: Element;
  readonly blocks: readonly Block[];
  /** What is said in it: pieces in its bubble, else all its words. */
  readonly said: readonly Block[];
  readonly bubble: Element | null;
  readonly rect: Rect;
}

/** A set of elements that may be a chat's messages. */
export interface RowSet {
  readonly css: string;
  readonly root: Root;
  readonly box: Element;
  readonly rows: readonly Row[];
  readonly score: number;
}

const SELECTOR_CAP = 400;

interface Candidate {
  readonly css: string;
  readonly root: Root;
  readonly trust: number;
}

/** Selectors that may name all rows: names that elements around the pieces carry, and places in a list. */
function candidates(blocks: readonly Block[], start: Element): Candidate[] {
  const found = new Map<string, Candidate>();
  const roots = new Map<Root, number>();
  const add = (css: string, root: Root, trust: number) => {
    if (!roots.has(root)) roots.set(root, roots.size);
    const key = `${roots.get(root)} ${css}`;
    if (!found.has(key) && found.size < SELECTOR_CAP) found.set(key, { css, root, trust });
  };
  const lists = new Map<Element, { readonly css: string; readonly trust: number }>();
  const seen = new Set<Element>();
  for (const { element } of blocks) {
    const chain = chainOf(element, start);
    for (const [level, around] of chain.entries()) {
      const root = rootOf(around);
      if (!seen.has(around))
        for (const { css, trust } of ownNames(around)) if (!css.startsWith('#')) add(css, root, trust);
      seen.add(around);
      const list = get(around, 'parentElement');
      if (!list || get(list, 'children').length < 2) continue;
      const known = lists.get(list) ?? selectorOf(list, root);
      lists.set(list, known);
      let { css } = known;
      // Three levels down: groups, what holds a group's messages, the messages.
      for (const inner of chain.slice(Math.max(0, level - 2), level + 1).reverse()) {
        css += ` > ${get(inner, 'localName')}`;
        add(css, root, known.trust * (inner === around ? 0.7 : 0.6));
      }
    }
  }
  return [...found.values()];
}

/** A row's pieces: beside words a badge is a face, alone or under a mere name it is what is said. */
function piecesOf(own: readonly Block[], isName: (block: Block) => boolean): Block[] {
  const worded = own.some((block) => block.kind === 'picture' || (block.kind === 'words' && !isName(block)));
  return own.map((block) =>
    block.kind === 'badge'
      ? { ...block, kind: worded || isName(block) ? ('mark' as const) : ('words' as const) }
      : block,
  );
}

/** Longest name of a sender; times beside it left aside. */
const NAME = 24;

/** Tells names by how often each short text is said: one stands at every message of its sender. */
function repeated(blocks: readonly Block[]): (block: Block) => boolean {
  const times = new Map<string, number>();
  const nameOf = ({ text }: Block) => (text.length <= NAME * 2 ? withoutTimes(text) : '');
  for (const block of blocks) {
    const name = block.kind === 'words' || block.kind === 'badge' ? nameOf(block) : '';
    if (name) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return (block) => {
    const name = nameOf(block);
    return name.length <= NAME && (times.get(name) ?? 0) >= 2;
  };
}

/**
 * Whether a row holds several messages of one sender: several bubbles, or several pieces beside their common header.
 * Pieces in an element of their own, the header outside of it, are one message's paragraphs.
 */
function isGroup({ blocks, said }: Row, bubbles: ReadonlyMap<Element, Element>): boolean {
  const inBubbles = new Set(said.flatMap(({ element }) => bubbles.get(element) ?? []));
  if (inBubbles.size > 0 || said.length < 2) return inBubbles.size > 1;
  const common = commonOf(said.map(({ element }) => element));
  return blocks.some(
    (block) => block.kind !== 'mark' && !said.includes(block) && common && holds(common, block.element),
  );
}

/**
 * The sets of like elements on the page that may be messages beside this editor, best first. Good rows hold all
 * that is said in their box, each one bubble, below each other, in the editor's column, on two sides.
 */
export function rowSets(blocks: readonly Block[], start: Element, editor: Element): RowSet[] {
  const bubbles = bubblesOf(blocks, start);
  const isName = repeated(blocks);
  const isAside = (block: Block) => block.kind === 'time' || block.kind === 'mark' || isName(block);
  const desk = rectOf(editor);
  const sets: RowSet[] = [];
  // What stands in the editor's column, over it: a chat is most of that.
  const overDesk = blocks.filter(
    ({ kind, rect }) => kind !== 'time' && rect.top < desk.top && sharedWidth(rect, desk) > 0.5,
  );
  const size = (some: readonly Block[]) =>
    some.reduce((sum, block) => sum + weightOf(block, isName(block) || block.kind === 'badge'), 0);
  const chains = new Map(blocks.map(({ element }) => [element, new Set(chainOf(element))]));

  for (const { css, root, trust } of candidates(blocks, start)) {
    const elements = [...root.querySelectorAll(css)].filter(visible);
    if (elements.length === 0 || elements.some((one) => holds(one, editor))) continue;
    if (elements.some((one, index) => index > 0 && holds(elements[index - 1] as Element, one))) continue;
    const box = commonOf(elements);
    if (!box) continue;
    const rows: Row[] = [];
    const taken = new Set<Element>();
    const pieces = elements.map((element) => {
      const own = piecesOf(
        blocks.filter((block) => chains.get(block.element)?.has(element)),
        isName,
      );
      return {
        element,
        own,
        inBubble: own.filter(({ element: one, kind }) => kind !== 'mark' && bubbles.has(one)),
      };
    });
    const filled = pieces.filter(({ own }) => own.length > 0).length;
    const inBubbles = pieces.filter(({ inBubble }) => inBubble.length > 0).length > filled / 2;
    const worded = pieces.filter(({ own }) => own.some((block) => !isAside(block))).length > filled / 2;
    for (const { element, own, inBubble } of pieces) {
      // A name alone is a header between messages; where they stand in bubbles, outside of one.
      const bare = inBubbles ? inBubble.length === 0 : worded;
      if (bare && own.every((block) => block.kind !== 'picture' && isAside(block))) continue;
      for (const block of own) taken.add(block.element);
      const plain = own.filter(({ kind }) => kind === 'words' || kind === 'picture');
      const unnamed = plain.filter((block) => !isName(block));
      const bubbled = inBubble.some((block) => !isName(block))
        ? inBubble.filter((block) => !isName(block))
        : inBubble;
      const said = bubbled.length > 0 ? bubbled : unnamed.length > 0 ? unnamed : plain;
      if (said.length === 0) continue;
      const [bubble = null] = said.map((block) => bubbles.get(block.element) ?? null);
      const inside = bubble && holds(element, bubble) ? rectOf(bubble) : union(said.map(({ rect }) => rect));
      rows.push({ element, blocks: own, said, bubble, rect: inside });
    }
    if (rows.length === 0) continue;
    unwiden(rows, insideOf(box));
    const within = blocks.filter((block) => chains.get(block.element)?.has(box) && block.kind !== 'time');
    const shown = insideOf(box);
    const cover = size(within.filter((block) => taken.has(block.element))) / Math.max(1, size(within));
    const all = blocks.filter((block) => chains.get(block.element)?.has(box));
    const coverAll = all.filter((block) => taken.has(block.element)).length / Math.max(1, all.length);
    const single = rows.filter((row) => !isGroup(row, bubbles)).length / rows.length;
    const stacked =
      rows.length < 2
        ? 0.5
        : rows.slice(1).filter((row, index) => below(rows[index] as Row, row)).length / (rows.length - 1);
    const sides = new Set(rows.map(({ rect }) => sideOf(rect, shown)));
    const reach = size(overDesk.filter((block) => taken.has(block.element))) / Math.max(1, size(overDesk));
    const column = sharedWidth(shown, desk);
    const above = shown.top < desk.top && !holds(box, editor) ? 1 : holds(box, editor) ? -1 : 0.2;
    const score =
      cover * 3 +
      coverAll * 0.8 +
      single * 4 +
      stacked * 2 -
      // Cells of a table stand beside each other; messages never do.
      (stacked < 0.8 ? 4 : 0) +
      reach * 2 +
      Math.min(1, rows.length / 4) * 1.5 +
      (rows.length / elements.length) * 2 +
      (sides.has('left') && sides.has('right') ? 2 : 0) +
      (rows.some(({ bubble }) => bubble) ? 0.5 : 0) +
      column * 3 +
      above * 1.5 +
      trust * 0.6 -
      Math.min(1.5, distance(box, editor) * 0.06);
    sets.push({ css, root, box, rows, score });
  }
  return sets.sort((one, other) => other.score - one.score || area(other) - area(one));
}

/** Shortest text, in units, by which a quotation is known: a shorter one may be said twice. */
const QUOTED = 4;

/** The rows without what they quote: a piece that repeats another message, above or below what is said itself. */
export function unquoted(rows: readonly Row[]): Row[] {
  const texts = rows.map(({ said }) => said.map(({ text }) => text).at(-1) ?? '');
  return rows.map((row, own) => {
    const isQuote = (block: Block) =>
      texts.some((text, index) => index !== own && text.length >= QUOTED && block.text.includes(text));
    const found = row.said.filter(isQuote);
    const quotes = found.length === row.said.length ? found.slice(0, -1) : found;
    if (quotes.length === 0) return row;
    const marked = (block: Block): Block => (quotes.includes(block) ? { ...block, kind: 'mark' } : block);
    return {
      ...row,
      blocks: row.blocks.map(marked),
      said: row.said.filter((block) => !quotes.includes(block)),
    };
  });
}

/** Where most bubbles fill the line, as stripes do, the words alone tell the side. */
function unwiden(rows: Row[], box: Rect): void {
  const bubbles = rows.flatMap(({ bubble }) => bubble ?? []);
  const wide = bubbles.filter((bubble) => rectOf(bubble).width > box.width * 0.9);
  if (wide.length * 2 <= bubbles.length) return;
  for (const [index, row] of rows.entries())
    rows[index] = { ...row, rect: union(row.said.map(({ rect }) => rect)) };
}

/** How much a piece left out of all rows speaks against them: a sender's name or face hardly does. */
const weightOf = ({ kind, text }: Block, aside: boolean) =>
  aside ? 3 : kind === 'words' ? Math.min(text.length, 60) + 8 : 12;

const area = ({ rows }: RowSet) =>
  rows.reduce((sum, { element }) => sum + rectOf(element).width * rectOf(element).height, 0);

/** Newest last, or newest first in a reversed column. */
const below = (one: Row, other: Row) => {
  const [a, b] = [rectOf(one.element), rectOf(other.element)];
  return b.top >= a.bottom - 3 || a.top >= b.bottom - 3;
};

/** Steps from the editor up to what it shares with the box, and down again. */
function distance(box: Element, editor: Element): number {
  const up = chainOf(editor);
  const down = chainOf(box).findIndex((element) => up.includes(element));
  return down < 0 ? 40 : down + up.indexOf(chainOf(box)[down] as Element);
}

/** On which side of its box a message stands. */
export function sideOf(rect: Rect, box: Rect): 'left' | 'right' | 'middle' {
  const lean = (rect.left - box.left - (box.right - rect.right)) / Math.max(1, box.width);
  if (Math.abs(lean) < 0.05) return 'middle';
  return lean < 0 ? 'left' : 'right';
}
