import type { Adapter } from './define.ts';
import { allWithin, get, type Scope, within } from './dom.ts';
import { readField } from './read-field.ts';

/** Where the console is: the document, or the open shadow root that it lives in; an empty place while that is not there. */
export function rootOf(adapter: Adapter, page: Document): Scope {
  let root: Scope = page;
  for (const css of adapter.shadow ?? []) {
    const host = within(root, css);
    const inside = host && get(host, 'shadowRoot');
    if (!inside) return get(page, 'createDocumentFragment').call(page);
    root = inside;
  }
  return root;
}

/** Where the open conversation is: all of the console, or the one of several chats that the address names. */
export function chatOf(adapter: Adapter, page: Document): Scope {
  const root = rootOf(adapter, page);
  const { scope } = adapter;
  if (!scope) return root;
  const wanted = readField(root, { url: scope.url });
  const chat = allWithin(root, scope.css).find((one) => wanted && readField(one, scope.id) === wanted);
  return chat ?? get(page, 'createDocumentFragment').call(page);
}
