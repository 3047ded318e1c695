import type { Adapter, Chord } from './define.ts';
import { get } from './dom.ts';
import { isInternal } from './editor-choice.ts';

const POINTER = /^(pointer|mouse|touch|click|dblclick)/;

/** The chord of a key event as adapters write it, such as `Ctrl+Enter`. */
export function chordOf({ ctrlKey, altKey, shiftKey, metaKey, key }: KeyboardEvent): Chord {
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta'];
  return [...held.filter(Boolean), key].join('+');
}

/**
 * Whether this trusted event is part of a gesture that may send the draft: one of the adapter's keys in the
 * composer, outside IME composition, or any pointer, mouse, touch or click event in a send control. The Enter
 * just after `compositionend` is the caller's to know.
 */
export function isSendGesture(adapter: Adapter, event: Event, page: Document): boolean {
  const path = event.composedPath();
  const [target] = path;
  if (!(target instanceof Node) || get(target, 'ownerDocument') !== page) return false;
  if (isInternal(adapter, page)) return false;
  const { send, confirm = send } = adapter;
  // Out of shadow roots too: a button may be a component of its own, named by its host.
  const isIn = (css: string) =>
    path.some((one) => one instanceof Element && get(one, 'matches').call(one, css));
  if (POINTER.test(event.type)) return isIn(`${send},${confirm}`);
  if (!(event instanceof KeyboardEvent)) return false;
  // 229: the input method has the key, whatever `key` says.
  if (event.isComposing || event.keyCode === 229 || !adapter.sendKeys.includes(chordOf(event))) return false;
  return adapter.composer.some(({ css }) => isIn(css));
}
