import { expect, it } from 'vitest';
import { CHORD, chordOf, PANEL_CHORDS, printed } from './chord.ts';

const press = (code: string, held: Partial<Record<'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey', boolean>>) =>
  chordOf({ ...{ altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }, ...held, code });

it('names a key with Alt by its place', () => {
  expect(press('Digit0', { altKey: true })).toBe('Alt+0');
  expect(press('KeyW', { altKey: true, shiftKey: true })).toBe('Alt+Shift+W');
  expect(press('KeyW', {})).toBeNull();
  expect(press('KeyW', { altKey: true, ctrlKey: true })).toBeNull();
  expect(press('Enter', { altKey: true })).toBeNull();
  expect(printed('Alt+Shift+W')).toBe('Alt ⇧ W');
});

it('knows what a setting may hold', () => {
  for (const chord of ['', 'Alt+0', 'Alt+Shift+Q', ...PANEL_CHORDS]) expect(CHORD.test(chord)).toBe(true);
  for (const other of ['0', 'Alt+', 'Ctrl+0', 'Alt+F4', 'Alt+00']) expect(CHORD.test(other)).toBe(false);
});
