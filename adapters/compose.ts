import { contenteditable } from './compose-rich.ts';
import { textarea } from './compose-textarea.ts';
import type { Adapter } from './define.ts';
import { get } from './dom.ts';
import { chooseEditor } from './editor-choice.ts';
import type { Composer } from './sighting.ts';

/** An editor as either kind offers it. */
export type Editor = Omit<Composer, 'element' | 'kind'>;

/** The message box that the agent writes in, or null: the first visible of the adapter's, the focused one before all. */
export function findComposer(adapter: Adapter, page: Document): Composer | null {
  const found = chooseEditor(adapter, page);
  if (!found || !isHtml(found.element)) return null;
  const { element, kind } = found;
  const editor = kind === 'textarea' ? textarea(element as HTMLTextAreaElement) : contenteditable(element);
  return { element, kind, ...editor };
}

/** Also true of elements of a frame, whose constructors are others. */
function isHtml(element: Element): element is HTMLElement {
  return get(element, 'namespaceURI') === 'http://www.w3.org/1999/xhtml';
}
