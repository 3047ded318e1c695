/** What a person does in the panel with keys and clipboard is none of the console's business. */
const PRIVATE =
  'keydown keypress keyup beforeinput input change paste copy cut compositionstart compositionupdate compositionend';

function stop(event: Event): void {
  event.stopPropagation();
}

/** A ref for the panel's root: its keys, typing and clipboard end here. Setting it twice changes nothing. */
export function isolate(root: HTMLElement | null): void {
  for (const type of PRIVATE.split(' ')) root?.addEventListener(type, stop);
}

/**
 * A press on the panel must not take the editor's focus and caret away; only our own fields may.
 * For the root's `mousedown`.
 */
export function keepEditorFocus(event: MouseEvent): void {
  const [target] = event.composedPath();
  if (target instanceof Element && !target.closest('input, textarea')) event.preventDefault();
}

/** A ref that takes the focus once, when its element appears. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
