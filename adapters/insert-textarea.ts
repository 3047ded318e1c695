import { get } from './dom.ts';
import type { Composer } from './sighting.ts';

/**
 * Puts a text over the selection of the focused editor, and says whether it holds `wanted` afterwards. `stillRight`
 * is asked again after a wait, before the editor is touched.
 */
export type Put = (
  composer: Composer,
  text: string,
  wanted: string,
  stillRight: () => boolean,
) => Promise<boolean>;

/** Frameworks may write their own value back in the next task. */
const WRITES_BACK = 30;

/**
 * A textarea, plain or held by React or Vue. `execCommand('insertText')` goes the way of a key: trusted `input`
 * event, the framework's model follows, one undo step. Where it does nothing, the native setter and an `input`
 * event still reach the model, without undo.
 */
export const putPlain: Put = async (composer, text, wanted) => {
  const element = composer.element as HTMLTextAreaElement;
  const before = composer.read();
  const caret = get(element, 'selectionStart') + text.length;
  typeOver(get(element, 'ownerDocument'), text);
  if (composer.read() === before && before !== wanted) {
    set(element, wanted);
    const inputType = text === '' ? 'deleteContentBackward' : 'insertText';
    element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data: text }));
    get(element, 'setSelectionRange').call(element, caret, caret);
  }
  await new Promise((resolve) => setTimeout(resolve, WRITES_BACK));
  return composer.read() === wanted;
};

/** Types over the selection of the focused editor, as one step of its undo. */
export function typeOver(page: Document, text: string): void {
  const command = get(page, 'execCommand');
  if (text === '') command.call(page, 'delete');
  else command.call(page, 'insertText', false, text);
}

/** The prototype's setter: React puts its own on the element and would not notice. */
function set(element: HTMLTextAreaElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set;
  setter?.call(element, value);
}
