import type { Editor } from './compose.ts';
import { typeOver } from './compose-textarea.ts';
import { attribute, get, isElement } from './dom.ts';

/** An editor's model hears of a new selection by an event in a later task. */
const SELECTION_SETTLES = 60;
/** So long an editor that took a paste may need to show it, and one that let it pass. */
const PASTE_SHOWS = { taken: 400, passed: 120 } as const;
const STEP = 20;
const BLOCKS = new Set(['p', 'div', 'li', 'pre', 'blockquote']);

interface Piece {
  readonly node: Node;
  readonly start: number;
  readonly text: string;
}

/**
 * A contenteditable editor. Rich editors keep a model of their own: they take a paste event or execCommand,
 * differently in each browser, so one is tried after the other, and only while the text is untouched.
 */
export function contenteditable(element: HTMLElement): Editor {
  const page = element.ownerDocument;
  const read = () => layout(element).text;
  const select = (start: number, end: number) => {
    const { pieces } = layout(element);
    const range = page.createRange();
    const from = place(element, pieces, start);
    const to = place(element, pieces, end);
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const selection = page.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  };
  return {
    read,
    select,
    selection() {
      const selection = page.getSelection();
      if (!selection || selection.rangeCount === 0) return null;
      const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
      if (!element.contains(startContainer) || !element.contains(endContainer)) return null;
      const { pieces, text } = layout(element);
      const offset = (node: Node, at: number) => offsetOf(pieces, text.length, node, at);
      return { start: offset(startContainer, startOffset), end: offset(endContainer, endOffset) };
    },
    async put(text, wanted, stillRight) {
      const before = read();
      const shows = async (limit: number) => {
        for (let waited = 0; waited < limit && read() === before; waited += STEP) await pause(STEP);
        return read() !== before;
      };
      await pause(SELECTION_SETTLES);
      if (!stillRight() || read() !== before) return false;
      const prevented = text !== '' && paste(element, text);
      const pasted = text !== '' && (await shows(prevented ? PASTE_SHOWS.taken : PASTE_SHOWS.passed));
      if (!pasted && stillRight()) {
        typeOver(page, text);
        await shows(PASTE_SHOWS.passed);
      }
      return same(read(), wanted);
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Editors end with a line of their own, and turn spaces at line ends into others. */
const same = (one: string, other: string) => one.trim() === other.trim();

/** Hands the text over as a paste; says whether the editor prevented the default. An empty paste is never sent. */
function paste(element: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox leaves `clipboardData` empty and knows these two of its own; an editor wipes its selection on nothing.
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
    dataType: 'text/plain',
    data: text,
  };
  const event = new ClipboardEvent('paste', init);
  if (event.clipboardData?.getData('text/plain') !== text) return false;
  const caret = element.ownerDocument.getSelection()?.anchorNode ?? element;
  const target = isElement(caret) ? caret : (caret.parentElement ?? element);
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

/** The text as a person sees it: a line a block and a break, without placeholders and what can't be edited. */
function layout(root: HTMLElement): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const walk = (parent: Node) => {
    for (let node = get(parent, 'firstChild'); node; node = get(node, 'nextSibling')) {
      if (!isElement(node)) {
        const data = (node as Text).data.replace(/[\u200b\ufeff]/g, '').replaceAll('\u00a0', ' ');
        pieces.push({ node, start: text.length, text: data });
        text += data;
        continue;
      }
      const name = get(node, 'localName');
      const hidden =
        attribute(node, 'contenteditable') === 'false' ||
        attribute(node, 'aria-hidden') === 'true' ||
        attribute(node, 'data-slate-placeholder') !== null;
      if (hidden) continue;
      if (name === 'br' && get(node, 'nextSibling')) text += '\n';
      if (BLOCKS.has(name) && get(node, 'previousSibling')) text += '\n';
      walk(node);
    }
  };
  walk(root);
  return { text, pieces };
}

/** The deepest text node at an offset: editors don't follow a range on their root. */
function place(root: HTMLElement, pieces: readonly Piece[], offset: number): { node: Node; offset: number } {
  const piece = pieces.findLast(({ start }) => start <= offset) ?? pieces[0];
  if (!piece) return { node: root, offset: 0 };
  const within = Math.min(offset - piece.start, piece.text.length);
  return { node: piece.node, offset: Math.max(0, within) };
}

function offsetOf(pieces: readonly Piece[], length: number, node: Node, at: number): number {
  const piece = pieces.find((candidate) => candidate.node === node);
  if (piece) return piece.start + Math.min(at, piece.text.length);
  const child = node.childNodes[at];
  const after =
    child && pieces.find((candidate) => child.contains(candidate.node) || follows(child, candidate.node));
  return after?.start ?? length;
}

function follows(node: Node, other: Node): boolean {
  return (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
