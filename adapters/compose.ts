import { contenteditable } from './compose-rich.ts';
import { textarea } from './compose-textarea.ts';
import { compositionEnds } from './composition.ts';
import type { Adapter } from './define.ts';
import { get, visible } from './dom.ts';
import { chooseEditor } from './editor-choice.ts';
import { openConversation } from './read.ts';
import type { Composer, InsertOutcome } from './sighting.ts';

/** An editor as either kind offers it; the rules around them are the same. */
export interface Editor extends Pick<Composer, 'read' | 'selection' | 'select' | 'range'> {
  /**
   * Puts the text over the selection, and says whether the editor holds `wanted` afterwards. `stillRight` is asked
   * again after a wait, before the editor is touched.
   */
  put(text: string, wanted: string, stillRight: () => boolean): Promise<boolean>;
}

/** The message box that the agent writes in, or null: the first visible of the adapter's, the focused one before all. */
export function findComposer(adapter: Adapter, page: Document): Composer | null {
  const found = chooseEditor(adapter, page);
  return found && isHtml(found.element) ? composer(adapter, page, found.element, found.kind) : null;
}

/** Also true of elements of a frame, whose constructors are others. */
function isHtml(element: Element): element is HTMLElement {
  return get(element, 'namespaceURI') === 'http://www.w3.org/1999/xhtml';
}

function composer(adapter: Adapter, page: Document, element: HTMLElement, kind: Composer['kind']): Composer {
  const editor = kind === 'textarea' ? textarea(element as HTMLTextAreaElement) : contenteditable(element);
  const trouble = (expected: string): 'composer-missing' | 'conversation-changed' | null => {
    if (!visible(element)) return 'composer-missing';
    return openConversation(adapter, page) === expected ? null : 'conversation-changed';
  };
  const put = async (
    text: string,
    expected: string,
    span?: readonly [number, number],
  ): Promise<InsertOutcome> => {
    if (!(await compositionEnds(page))) return { ok: false, reason: 'composing' };
    const reason = trouble(expected);
    if (reason) return { ok: false, reason };
    const before = editor.read();
    const { start, end } = editor.selection() ?? { start: before.length, end: before.length };
    const [from, to] = span ?? [start, end];
    get(element, 'focus').call(element, { preventScroll: true });
    editor.select(from, to);
    const wanted = before.slice(0, from) + text + before.slice(to);
    const taken = await editor.put(text, wanted, () => trouble(expected) === null);
    return taken ? { ok: true } : { ok: false, reason: trouble(expected) ?? 'not-taken' };
  };
  return {
    element,
    kind,
    ...editor,
    insert: (text, expected) => put(text, expected),
    replace: (start, end, text, expected) => put(text, expected, [start, end]),
  };
}
