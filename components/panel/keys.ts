import type { FindingView, PanelView, Wish } from './view.ts';

/** What is printed on the keys. One place, so that what a button shows is what {@link wishOfKey} hears. */
export const KEYS = {
  insert: (index: number) => `Alt ${index + 1}`,
  replace: 'Alt ↵',
  next: 'Alt ↓',
  previous: 'Alt ↑',
  undo: 'Alt Z',
  keepEditing: 'Esc',
  sendAnyway: 'Alt ⇧ ↵',
} as const;

/** Suggestions that have a key of their own while the editor has the focus. */
export const KEYED_SUGGESTIONS = 3;

/** The finding that the panel shows now, if any. */
export function currentFinding({ screening }: Pick<PanelView, 'screening'>): FindingView | null {
  if (screening.kind !== 'found' && screening.kind !== 'held') return null;
  return screening.findings[screening.current] ?? screening.findings[0] ?? null;
}

type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode'
>;

/** A key pressed alone and outside a composition (229 is what input methods report in their place). */
export function isPlain(press: KeyPress): boolean {
  return !isElsewhere(press) && !press.altKey;
}

function isElsewhere(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229 || press.ctrlKey || press.metaKey;
}

/**
 * The wish behind a key, wherever the focus is; null leaves the key to the page. Nothing during a composition.
 * `code`, not `key`: on a Mac Alt+1 types ¡. Ctrl+Alt is AltGr and types letters, so it is never ours.
 */
export function wishOfKey(
  press: KeyPress,
  view: Pick<PanelView, 'screening' | 'suggestions' | 'search' | 'notice'>,
): Wish | null {
  if (isElsewhere(press)) return null;
  if (press.key === 'Escape') return press.altKey || press.shiftKey ? null : leave(view);
  if (!press.altKey) return null;
  if (press.shiftKey)
    return isEnter(press) && view.screening.kind === 'held' ? { kind: 'choose-reason' } : null;
  if (isEnter(press)) {
    const finding = currentFinding(view);
    return finding?.replacement ? { kind: 'replace', finding: finding.id } : null;
  }
  if (press.code === 'ArrowDown' || press.code === 'ArrowUp')
    return hasSeveral(view) ? { kind: 'step', by: press.code === 'ArrowDown' ? 1 : -1 } : null;
  if (press.code === 'KeyZ') return view.notice?.undo ? { kind: 'undo' } : null;
  return insertion(press.code, view);
}

function isEnter({ code }: KeyPress): boolean {
  return code === 'Enter' || code === 'NumpadEnter';
}

function leave({ screening, search }: Pick<PanelView, 'screening' | 'search'>): Wish | null {
  if (screening.kind === 'held') return { kind: 'keep-editing' };
  return search ? { kind: 'close-search' } : null;
}

function hasSeveral({ screening }: Pick<PanelView, 'screening'>): boolean {
  return (screening.kind === 'found' || screening.kind === 'held') && screening.findings.length > 1;
}

function insertion(code: string, { suggestions }: Pick<PanelView, 'suggestions'>): Wish | null {
  const index = Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]) - 1;
  if (suggestions.kind !== 'list' || !(index < KEYED_SUGGESTIONS) || !suggestions.items[index]) return null;
  return { kind: 'insert', index };
}
