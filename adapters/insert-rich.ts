import { selectionIn } from './compose-rich.ts';
import { get, isElement } from './dom.ts';
import { type Put, typeOver } from './insert-textarea.ts';
import type { Composer } from './sighting.ts';

/** An editor's model hears of a new selection by an event in a later task; Slate looks at it ten times a second. */
const SELECTION_SETTLES = 120;
/** So long an editor that prevented the paste's default may need to show it, and one that did not. */
const TAKEN = 400;
const PASSED = 120;
const STEP = 20;

/**
 * Puts a text over the selection of a contenteditable editor. Rich editors keep a model of their own: they take a
 * paste event or execCommand, differently in each browser, so one is tried after the other, and only while the text
 * is untouched.
 */
export const putRich: Put = async (composer, text, wanted, stillRight) => {
  const { element, read } = composer;
  const before = read();
  const shows = async (limit: number): Promise<boolean> => {
    for (let waited = 0; waited < limit && read() === before; waited += STEP) await pause(STEP);
    return read() !== before;
  };
  if (!(await selectionSettles(composer)) || !stillRight() || read() !== before) return false;
  const shown = text !== '' && (await shows(paste(element, text) ? TAKEN : PASSED));
  if (!shown && stillRight()) {
    typeOver(get(element, 'ownerDocument'), withItsLine(composer, before, text));
    await shows(PASSED);
  }
  // Editors end with a line of their own.
  return read().trim() === wanted.trim();
};

/**
 * Gives the editor time to hear of the selection. One that puts its caret back meanwhile is told once more; false if
 * it insists: then what was to be replaced would stay, with the new words beside it.
 */
async function selectionSettles({ selection, select }: Composer): Promise<boolean> {
  const wanted = selection();
  const lost = () => {
    const now = selection();
    return wanted !== null && wanted.start !== wanted.end && (now === null || now.start === now.end);
  };
  await pause(SELECTION_SETTLES);
  if (!wanted || !lost()) return true;
  select(wanted.start, wanted.end);
  await pause(SELECTION_SETTLES);
  return !lost();
}

/**
 * Firefox puts what replaces the whole last line before the line's break. There the break is replaced with it; gives
 * the text to type over the selection.
 */
function withItsLine({ selection, select }: Composer, before: string, text: string): string {
  const { start, end } = selection() ?? { start: 0, end: 0 };
  if (text === '' || start === end || end < before.length || before.charAt(start - 1) !== '\n') return text;
  select(start - 1, end);
  return `\n${text}`;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
