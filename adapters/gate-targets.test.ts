// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { chordOf, isSendGesture } from './gate-targets.ts';
import { adapters } from './registry.ts';

const adapter = adapters.find(({ id }) => id === 'pinduoduo')!;

beforeEach(() => {
  document.body.innerHTML =
    '<textarea id="replyTextarea"></textarea><div class="send-btn"><b>发送</b></div><input id="other" />';
});

/** Whether the event, fired at the place, may send. */
function sends(css: string, event: Event): boolean | undefined {
  const answers: boolean[] = [];
  const ask = (fired: Event) => answers.push(isSendGesture(adapter, fired, document));
  window.addEventListener(event.type, ask, { capture: true, once: true });
  document.querySelector(css)!.dispatchEvent(event);
  return answers[0];
}
const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, ...init });
const pointer = (type: string) => new MouseEvent(type, { bubbles: true });

it.each([
  ['Enter in the composer', '#replyTextarea', key({ key: 'Enter' }), true],
  ['Ctrl+Enter in the composer', '#replyTextarea', key({ key: 'Enter', ctrlKey: true }), true],
  ['Shift+Enter makes a line', '#replyTextarea', key({ key: 'Enter', shiftKey: true }), false],
  ['a letter', '#replyTextarea', key({ key: 'a' }), false],
  ['Enter that picks a candidate', '#replyTextarea', key({ key: 'Enter', isComposing: true }), false],
  ['Enter elsewhere', '#other', key({ key: 'Enter' }), false],
  ['pointer on the send control', '.send-btn', pointer('pointerdown'), true],
  ['mouse on a part of it', '.send-btn b', pointer('mousedown'), true],
  ['click on it', '.send-btn b', pointer('click'), true],
  ['click elsewhere', '#other', pointer('click'), false],
  ['focus on the send control', '.send-btn', new FocusEvent('focusin', { bubbles: true }), false],
])('%s: %s %o', (_, css, event, expected) => expect(sends(css, event)).toBe(expected));

it('takes key 229 for the input method, whatever the key says', () => {
  const event = key({ key: 'Enter' });
  Object.defineProperty(event, 'keyCode', { value: 229 });
  expect(sends('#replyTextarea', event)).toBe(false);
});

it('writes chords as adapters do', () => {
  expect(chordOf(key({ key: 'Enter', ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Enter');
});
