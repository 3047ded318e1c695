import { describe, expect, it } from 'vitest';
import { wishOfKey } from './keys.ts';
import { hurried, views } from './Panel.fixture.tsx';
import type { PanelView } from './view.ts';

const KEYS: Readonly<Record<string, string>> = { Escape: 'Escape', Enter: 'Enter' };

/** A key as a person would write it: `Alt+Shift+Enter`. */
function press(keys: string, more: Partial<KeyboardEvent> = {}) {
  const parts = keys.split('+');
  const code = parts.at(-1) ?? '';
  return {
    code,
    key: KEYS[code] ?? '¡',
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    isComposing: false,
    keyCode: 0,
    ...more,
  };
}

const view = (name: string): PanelView => views[name]!;

describe('wishOfKey', () => {
  it.each([
    ['Alt+Digit1', 'sketch', { kind: 'insert', index: 0 }],
    ['Alt+Numpad3', 'sketch', { kind: 'insert', index: 2 }],
    ['Alt+Enter', 'sketch', { kind: 'replace', finding: 'f1' }],
    ['Alt+ArrowDown', 'several findings', { kind: 'step', by: 1 }],
    ['Alt+ArrowUp', 'held', { kind: 'step', by: -1 }],
    ['Alt+KeyZ', 'newer', { kind: 'undo' }],
    ['Escape', 'held', { kind: 'keep-editing' }],
    ['Escape', 'search', { kind: 'close-search' }],
    ['Alt+Shift+Enter', 'held', { kind: 'choose-reason' }],
  ])('%s over «%s»', (keys, name, wish) => {
    expect(wishOfKey(press(keys), view(name))).toEqual(wish);
  });

  it.each([
    ['a fourth reply has no key', 'Alt+Digit4', 'sketch'],
    ['no reply, no key', 'Alt+Digit1', 'nobody'],
    ['a digit alone is typed', 'Digit1', 'sketch'],
    ['Enter alone belongs to the page', 'Enter', 'held'],
    ['nothing to write instead', 'Alt+Enter', 'several findings'],
    ['one finding needs no steps', 'Alt+ArrowDown', 'sketch'],
    ['nothing to undo', 'Alt+KeyZ', 'sketch'],
    ['Escape belongs to the page', 'Escape', 'sketch'],
    ['only a held send can be sent anyway', 'Alt+Shift+Enter', 'sketch'],
    ['AltGr types letters', 'Ctrl+Alt+Digit1', 'sketch'],
  ])('%s', (_, keys, name) => {
    expect(wishOfKey(press(keys), view(name))).toBeNull();
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])('means nothing during a composition: %o', (during) => {
    expect(wishOfKey(press('Alt+Digit1', during), hurried)).toBeNull();
    expect(wishOfKey(press('Escape', during), view('held'))).toBeNull();
  });
});
