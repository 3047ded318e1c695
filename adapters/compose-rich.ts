import type { Editor } from './compose.ts';
import { typeOver } from './compose-textarea.ts';
import { contains, get, isElement } from './dom.ts';

/** An editor's model hears of a new selection by an event in a later task. */
const SELECTION_SETTLES = 120;
/** So long an editor that prevented the paste's default may need to show it, and one that did not. */
const TAKEN = 400;
const PASSED = 120;
const STEP = 20;
const BLOCKS = /^(p|div|li|pre|blockquote)$/;
const NOT_TEXT = '[contenteditable="false"], [aria-hidden="true"], [data-slate-placeholder]';

/**
 * A contenteditable editor. Rich editors keep a model of their own: they take a paste event or execCommand,
 * differently in each browser, so one is tried after the other, and only while the text is untouched.
 */
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
    async put(text, wanted, stillRight) {
      const before = read();
      const shows = async (limit: number): Promise<boolean> => {
        for (let waited = 0; waited < limit && read() === before; waited += STEP) await pause(STEP);
        return read() !== before;
      };
      await pause(SELECTION_SETTLES);
      if (!stillRight() || read() !== before) return false;
      const shown = text !== '' && (await shows(paste(element, text) ? TAKEN : PASSED));
      if (!shown && stillRight()) {
        typeOver(page, text);
        await shows(PASSED);
      }
      // Editors end with a line of their own.
      return read().trim() === wanted.trim();
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The selection as it is inside the element's own tree: Chromium keeps one for each shadow root. */
function selectionIn(element: HTMLElement): Selection | null {
  const root = get(element, 'getRootNode').call(element) as Partial<Document>;
  const page = get(element, 'ownerDocument');
  return root !== page && root.getSelection ? root.getSelection() : get(page, 'getSelection').call(page);
}

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
  const caret = selectionIn(element)?.anchorNode ?? element;
  const target = isElement(caret) ? caret : (caret.parentElement ?? element);
  target.dispatchEvent(event);
  return event.defaultPrevented;
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

/** The text nodes below, each with its text; null stands for the end of a line. */
function* piecesOf(root: Node): Generator<[Text | null, string]> {
  for (let node = get(root, 'firstChild'); node; node = get(node, 'nextSibling')) {
    if (isText(node)) {
      const data = get(node, 'data');
      yield [node, data.replace(UNSEEN, '').replaceAll('\u00a0', ' ')];
    } else if (isElement(node) && !get(node, 'matches').call(node, NOT_TEXT)) {
      const name = get(node, 'localName');
      const breaks =
        name === 'br' ? get(node, 'nextSibling') : BLOCKS.test(name) && get(node, 'previousSibling');
      if (breaks) yield [null, ''];
      yield* piecesOf(node);
    }
  }
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
