/** A key with Alt, as adapters and settings name it: `Alt+0`, `Alt+Shift+W`; empty for none. */
export type Chord = string;

export const CHORD = /^(?:|Alt\+(?:Shift\+)?[A-Z0-9])$/u;

/** Keys that the panel has for other things. */
export const PANEL_CHORDS: readonly Chord[] = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+S', 'Alt+Z'];

type Press = Pick<KeyboardEvent, 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** The chord of a key press by the key's place, whatever it types; null where it is none. Ctrl+Alt is AltGr. */
export function chordOf({ code, altKey, shiftKey, ctrlKey, metaKey }: Press): Chord | null {
  const key = /^(?:Digit|Key)([A-Z0-9])$/u.exec(code)?.[1];
  return altKey && !ctrlKey && !metaKey && key !== undefined ? `Alt+${shiftKey ? 'Shift+' : ''}${key}` : null;
}

/** As it is printed on a button: `Alt ⇧ W`. */
export const printed = (chord: Chord): string => chord.replace('Shift', '⇧').replaceAll('+', ' ');
