import { chatOf } from './chat-root.ts';
import type { Adapter } from './define.ts';
import { allWithin, firstVisible, get, textOf, visible } from './dom.ts';
import { writtenIn } from './focus.ts';

/** The message box and its kind, by the adapter's ranks; null while there is none, or it writes to colleagues. */
export function chooseEditor(
  adapter: Adapter,
  page: Document,
): { readonly element: Element; readonly kind: Adapter['composer'][number]['kind'] } | null {
  if (isInternal(adapter, page)) return null;
  const chat = chatOf(adapter, page);
  for (const { css, kind, near } of adapter.composer) {
    const element = (near ? nearSend(adapter, page, css) : firstVisible(chat, css)) ?? writtenIn(page, css);
    if (element) return { element, kind };
  }
  return null;
}

/** Whether what is written now is a note among colleagues: neither checked nor held. */
export function isInternal(adapter: Adapter, page: Document): boolean {
  const { internal } = adapter;
  if (!internal) return false;
  return allWithin(chatOf(adapter, page), internal.css).some(
    (one) => visible(one) && (internal.says?.some((word) => textOf(one).includes(word)) ?? true),
  );
}

/** The visible one inside the smallest element around the send control that holds any. */
function nearSend(adapter: Adapter, page: Document, css: string): Element | null {
  let around = firstVisible(chatOf(adapter, page), adapter.send);
  while (around) {
    const found = firstVisible(around, css);
    if (found) return found;
    around = get(around, 'parentElement');
  }
  return null;
}
