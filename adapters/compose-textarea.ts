import type { Editor } from './compose.ts';
import { get } from './dom.ts';

/** A textarea, plain or held by React or Vue. */
export function textarea(element: HTMLTextAreaElement): Editor {
  return {
    read: () => get(element, 'value'),
    selection: () => ({ start: get(element, 'selectionStart'), end: get(element, 'selectionEnd') }),
    select: (start, end) => get(element, 'setSelectionRange').call(element, start, end),
    range: () => null,
  };
}
