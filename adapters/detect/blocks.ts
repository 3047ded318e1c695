import { get, isElement } from '../dom.ts';
import { chainOf, parentOf, type Rect, rectOf, shownIn, union } from './tree.ts';
import { isMark, isTime } from './words.ts';

/** Something that a person sees as one piece: a run of text, or a picture. */
export interface Block {
  readonly element: Element;
  /** A badge is a letter or two in a small square: somebody's face, or a very short message. */
  readonly kind: 'words' | 'time' | 'mark' | 'badge' | 'picture';
  readonly text: string;
  readonly rect: Rect;
}

const BLOCK_CAP = 900;
/** A picture in a message is larger than an avatar or an icon, in pixels. */
const PICTURE = 72;
const NO_MESSAGE =
  'script, style, noscript, template, head, textarea, input, select, button, [role="button"], [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"], [role="menu"], [role="toolbar"]';

const isInline = (element: Element) => /^(?:inline$|contents)/.test(getComputedStyle(element).display);

const isTimed = (element: Element) => get(element, 'localName') === 'time';

/** The pieces of a page outside its editors and controls, in document order. */
export function blocksIn(start: Element): Block[] {
  const found = new Map<Element, { text: string; rects: Rect[]; last: Node | null }>();
  const pictures: Block[] = [];
  const range = get(start, 'ownerDocument').createRange();
  const skip = (element: Element) => get(element, 'matches').call(element, NO_MESSAGE);
  for (const element of shownIn(start, skip)) {
    if (found.size >= BLOCK_CAP) break;
    if (/^(?:img|picture|video|canvas)$/.test(get(element, 'localName'))) {
      const rect = rectOf(element);
      if (rect.width >= PICTURE && rect.height >= PICTURE * 0.6)
        pictures.push({ element, kind: 'picture', text: '', rect });
      continue;
    }
    for (const node of get(element, 'childNodes')) {
      if (isElement(node) || node.nodeType !== Node.TEXT_NODE || !(node as Text).data.trim()) continue;
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      // One pixel is how words are hidden from the eye and told to a screen reader.
      if (rect.width < 2 || rect.height < 4 || rectOf(element).width < 3) continue;
      let holder = element;
      while (isInline(holder) && holder !== start) {
        const around = parentOf(holder);
        if (!around || around === start) break;
        // Two short runs beside each other, such as a name and a time, stay two pieces.
        if (isTimed(holder) || isTime((node as Text).data.trim()) || isMark((node as Text).data.trim()))
          break;
        holder = around;
      }
      const known = found.get(holder) ?? { text: '', rects: [], last: null };
      // Frameworks write one text as several nodes beside each other.
      const more = known.last !== null && get(node, 'previousSibling') === known.last;
      known.text = more ? known.text + (node as Text).data : `${known.text} ${(node as Text).data}`;
      known.last = node;
      known.rects.push(rect);
      found.set(holder, known);
    }
  }
  const texts = [...found].map(([element, { text: shown, rects }]): Block => {
    const text = shown.replace(/\s+/g, ' ').trim();
    const kind =
      isTimed(element) || isTime(text)
        ? 'time'
        : isMark(text)
          ? 'mark'
          : isBadge(element, text)
            ? 'badge'
            : 'words';
    return { element, kind, text: text.slice(0, 400), rect: union(rects) };
  });
  return [...texts, ...pictures];
}

/** Sizes of avatars and icons, in pixels. */
const BADGE = { least: 14, most: 64 };

/** A small square with a letter or two: what stands for a picture of somebody. */
function isBadge(element: Element, text: string): boolean {
  if (text.length > 3) return false;
  return chainOf(element)
    .slice(0, 3)
    .some((around) => {
      const { width, height } = rectOf(around);
      const square = Math.abs(width - height) <= 4 && width >= BADGE.least && width <= BADGE.most;
      return square && parseFloat(getComputedStyle(around).borderTopLeftRadius) >= Math.min(8, width / 4);
    });
}

/** What fills an element, so that two neighbours can be told apart; null where the page shows through. */
export function paintOf(element: Element): string | null {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const alpha = /rgba?\([^)]*?(?:,|\/)\s*([\d.]+)\)$/.exec(backgroundColor);
  const filled =
    backgroundColor !== 'transparent' && !(backgroundColor.startsWith('rgba') && Number(alpha?.[1]) < 0.03);
  if (filled) return backgroundColor;
  if (backgroundImage !== 'none') return backgroundImage;
  return isFramed(element) ? 'border' : null;
}

function isFramed(element: Element): boolean {
  const { borderTopWidth, borderLeftWidth, borderTopStyle } = getComputedStyle(element);
  return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && parseFloat(borderLeftWidth) >= 1;
}

/** The colour that stands behind an element. */
function ground(element: Element | null): string {
  for (let node = element; node; node = parentOf(node)) {
    const paint = paintOf(node);
    if (paint && paint !== 'border') return paint;
  }
  return 'rgb(255, 255, 255)';
}

/**
 * For each piece, the painted element around it that looks like a speech bubble: it differs from what is behind it
 * and holds but a small part of all that is said. None where messages stand on the bare page.
 */
export function bubblesOf(blocks: readonly Block[], start: Element): Map<Element, Element> {
  const said = blocks.filter(({ kind }) => kind !== 'time' && kind !== 'mark');
  const painted = new Map<Element, { paint: boolean; count: number }>();
  for (const { element } of said)
    for (const around of chainOf(element, start)) {
      const known = painted.get(around);
      if (known) known.count += 1;
      else {
        const paint = paintOf(around);
        const differs = paint !== null && (paint !== ground(parentOf(around)) || isFramed(around));
        painted.set(around, { paint: differs, count: 1 });
      }
    }
  const most = Math.max(3, said.length * 0.34);
  const bubbles = new Map<Element, Element>();
  for (const block of said) {
    const chain = chainOf(block.element, start).filter((around) => {
      const { paint, count } = painted.get(around) ?? { paint: false, count: 0 };
      return paint && count <= most;
    });
    const bubble = chain.at(-1);
    if (bubble) bubbles.set(block.element, bubble);
  }
  return bubbles;
}
