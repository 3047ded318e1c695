import type { Editor } from './compose.ts';
import { contains, get, isElement } from './dom.ts';

const BLOCKS = /^(p|div|li|pre|blockquote)$/;
const NOT_TEXT = '[contenteditable="false"], [aria-hidden="true"], [data-slate-placeholder]';

/** A contenteditable editor, whatever model stands behind it: what it shows is what is read. */
export function contenteditable(element: HTMLElement): Editor {
  const page = get(element, 'ownerDocument');
  const read = () => textIn(element);
  /** How many units of text stand before a place in the editor. */
  const offsetOf = (node: Node, at: number): number => {
    const range = get(page, 'createRange').call(page);
    range.setStart(element, 0);
    range.setEnd(node, at);
    return textIn(range.cloneContents()).length;
  };
  return {
    read,
    select(start, end) {
      selectionIn(element)?.setBaseAndExtent(...placeAt(element, start), ...placeAt(element, end));
    },
    range(start, end) {
      const range = get(page, 'createRange').call(page);
      range.setStart(...placeAt(element, start));
      range.setEnd(...placeAt(element, end));
      return range;
    },
    selection() {
      const selection = selectionIn(element);
      if (!selection?.rangeCount) return null;
      const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
      if (!contains(element, startContainer) || !contains(element, endContainer)) return null;
      return { start: offsetOf(startContainer, startOffset), end: offsetOf(endContainer, endOffset) };
    },
  };
}

/** The selection as it is inside the element's own tree: Chromium keeps one for each shadow root. */
export function selectionIn(element: HTMLElement): Selection | null {
  const root = get(element, 'getRootNode').call(element) as Partial<Document>;
  const page = get(element, 'ownerDocument');
  return root !== page && root.getSelection ? root.getSelection() : get(page, 'getSelection').call(page);
}

/** Characters that editors put where nothing is; no person sees them. */
const UNSEEN = /[\u200b\u2060\ufeff]/g;

/** The text as a person sees it: a line a block and a break, without placeholders and what can't be edited. */
function textIn(root: Node): string {
  let text = '';
  for (const [node, piece] of piecesOf(root)) text += node ? piece : '\n';
  return text;
}

/** A framework's comments are none. */
const isText = (node: Node): node is Text => get(node, 'nodeType') === Node.TEXT_NODE;

/** Nodes looked at in an editor: a page may nest or line up as many as it likes. */
const NODE_CAP = 20_000;

/** The text nodes below, each with its text; null stands for the end of a line. */
function* piecesOf(root: Node): Generator<[Text | null, string]> {
  let node = get(root, 'firstChild');
  for (let left = NODE_CAP; node && left > 0; left -= 1) {
    let inside: ChildNode | null = null;
    if (isText(node)) {
      const data = get(node, 'data');
      yield [node, data.replace(UNSEEN, '').replaceAll('\u00a0', ' ')];
    } else if (isElement(node) && !get(node, 'matches').call(node, NOT_TEXT)) {
      const name = get(node, 'localName');
      const breaks =
        name === 'br' ? get(node, 'nextSibling') : BLOCKS.test(name) && get(node, 'previousSibling');
      if (breaks) yield [null, ''];
      inside = get(node, 'firstChild');
    }
    node = inside ?? after(node, root);
  }
}

/** The node that follows in the order of the text, without what is inside this one; null at the end of `root`. */
function after(node: Node, root: Node): ChildNode | null {
  for (let at: Node | null = node; at && at !== root; at = get(at, 'parentNode')) {
    const next = get(at, 'nextSibling');
    if (next) return next;
  }
  return null;
}

/** After how many units of `data` the first `seen` of those that are seen have passed. */
function unitsOf(data: string, seen: number): number {
  let at = 0;
  for (let left = seen; left > 0 && at < data.length; at += 1)
    if (data.charAt(at).search(UNSEEN) < 0) left -= 1;
  return at;
}

/** The text node and place in it at an offset: editors don't follow a selection of their root. */
function placeAt(root: Node, offset: number): [Node, number] {
  let place: [Node, number] = [root, 0];
  let start = 0;
  for (const [node, piece] of piecesOf(root)) {
    if (start > offset) break;
    if (node) place = [node, unitsOf(get(node, 'data'), Math.min(offset - start, piece.length))];
    start += node ? piece.length : 1;
  }
  return place;
}
