import { allWithin, attribute, get, visible, within } from '../dom.ts';
import { isReadable } from './names.ts';
import { chainOf, holds, type Rect, rectOf, sharedWidth, shownIn } from './tree.ts';
import { isMessageEditor, isOtherEditor, isSearch, namesOtherControl, namesSend, saysSend } from './words.ts';

export interface Editor {
  readonly element: HTMLElement;
  readonly kind: 'textarea' | 'contenteditable';
  /** 0…1: how much it looks like the place where messages are written, the messages left aside. */
  readonly sure: number;
}

const EDITORS =
  'textarea, input:not([type]), input[type="text"], input[type=""], [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

const named = (element: Element) =>
  [
    'placeholder',
    'data-placeholder',
    'aria-label',
    'aria-placeholder',
    'name',
    'id',
    'class',
    'title',
    'data-testid',
  ]
    .map((name) => attribute(element, name) ?? '')
    .join(' ');

/** Where one could write a message, the likeliest first. */
export function editorsIn(start: Element): Editor[] {
  const found: Editor[] = [];
  const view = get(start, 'ownerDocument').documentElement.clientHeight || 1;
  for (const element of shownIn(start, () => false)) {
    if (!get(element, 'matches').call(element, EDITORS) || found.length > 60) continue;
    const field = element as HTMLInputElement;
    if (field.disabled || field.readOnly) continue;
    // The outer one of editors inside each other is the editor.
    if (found.some((one) => holds(one.element, element))) continue;
    const rect = rectOf(element);
    if (rect.width < 60 || rect.height < 12) continue;
    const name = named(element);
    const around = chainOf(element).slice(1, 4).map(named).join(' ');
    const tag = get(element, 'localName');
    const form = get(element, 'closest').call(element, '[role="search"]');
    const sure =
      (tag === 'input' ? 0.3 : 0.5) +
      (isMessageEditor(name) ? 0.2 : 0) +
      (isMessageEditor(around) ? 0.05 : 0) -
      (isSearch(name) || form ? 0.5 : isSearch(around) ? 0.2 : 0) -
      (isOtherEditor(name) && !isMessageEditor(name) ? 0.25 : 0) +
      Math.min(0.15, rect.width / 4_000) +
      (rect.top > view * 0.5 ? 0.1 : 0);
    found.push({
      element: element as HTMLElement,
      kind: /^(?:textarea|input)$/.test(tag) ? 'textarea' : 'contenteditable',
      sure: Math.max(0, Math.min(1, sure)),
    });
  }
  return found.sort((one, other) => other.sure - one.sure);
}

export interface Control {
  readonly element: Element;
  readonly sure: number;
}

const CONTROLS =
  'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"], a';
/** Levels above the editor in which its send control is looked for. */
const LEVELS = 7;

const label = (element: Element) =>
  `${attribute(element, 'aria-label') ?? ''} ${attribute(element, 'title') ?? ''} ${attribute(element, 'value') ?? ''} ${attribute(element, 'alt') ?? ''} ${(get(element, 'textContent') ?? '').slice(0, 60)}`;
/** What people called it; what a build step did says nothing. */
const idsOf = (element: Element) =>
  ['id', 'class', 'name', 'data-testid', 'data-qa', 'type', 'slot', 'part']
    .flatMap((name) => (attribute(element, name) ?? '').split(/\s+/))
    .filter(isReadable)
    .join(' ');

/** A thing to press: said to be one, or shown as one by the pointer. */
function isControl(element: Element): boolean {
  if (get(element, 'matches').call(element, CONTROLS)) return true;
  const tag = get(element, 'localName');
  if (!/^(?:div|span|i|svg|img|label)$/.test(tag) && !tag.includes('-')) return false;
  if (getComputedStyle(element).cursor === 'pointer') return true;
  // An icon that stands alone is there to be pressed, even while nothing says so.
  if (tag === 'svg' || (tag === 'img' && rectOf(element).width <= 40)) return true;
  return /(?:^|[\s_-])(?:send|submit)/i.test(idsOf(element));
}

/**
 * The control that sends what the editor holds, or null: some editors send by Enter alone. Looked for around the
 * editor, level by level: by what it says, what it is called, and where it stands (the last one at the right).
 */
export function sendControlOf(editor: Element, list: Element | null): Control | null {
  const desk = rectOf(editor);
  const found: { element: Element; score: number }[] = [];
  const seen = new Set<Element>();
  const levels = chainOf(editor).slice(1, LEVELS + 1);
  for (const [level, around] of levels.entries()) {
    if (list && holds(around, list) && level > 0 && found.length > 0) break;
    for (const element of shownIn(around, (one) => one === list || one === editor)) {
      if (seen.has(element)) continue;
      seen.add(element);
      if (!isControl(element) || holds(element, editor)) continue;
      // Of a button and the icon in it, the button.
      if (found.some((one) => holds(one.element, element))) continue;
      const rect = rectOf(element);
      if (rect.width < 8 || rect.height < 8 || rect.width > Math.max(desk.width, 200)) continue;
      if (!beside(rect, desk)) continue;
      found.push({ element, score: rate(element, rect, desk) - level * 0.08 });
    }
    if (list && holds(around, list)) break;
  }
  const ranked = found.sort((one, other) => other.score - one.score);
  const [best, next] = ranked;
  if (!best || best.score < 0.4) return null;
  const lead = best.score - (next?.score ?? 0);
  return { element: best.element, sure: Math.max(0, Math.min(1, best.score * 0.6 + Math.min(0.4, lead))) };
}

/** Around the editor's own box: a control far above or below belongs to something else. */
function beside(rect: Rect, desk: Rect): boolean {
  return rect.bottom > desk.top - 60 && rect.top < desk.bottom + 90;
}

function rate(element: Element, rect: Rect, desk: Rect): number {
  const words = label(element);
  const inner = allWithin(element, 'svg, img, i, span, use, path').slice(0, 6);
  const names = `${idsOf(element)} ${inner.map((one) => `${idsOf(one)} ${label(one).slice(0, 40)}`).join(' ')}`;
  const isFile = [element, get(element, 'parentElement')].some(
    (one) => one && within(one, 'input[type="file"]') && get(one, 'children').length <= 2,
  );
  const other = isFile || namesOtherControl(words) || (namesOtherControl(names) && !namesSend(names));
  const isRtl = getComputedStyle(element).direction === 'rtl';
  const right = (rect.left + rect.width / 2 - (desk.left + desk.width / 2)) * (isRtl ? -1 : 1);
  const said = saysSend(words) || namesSend(names);
  return (
    (saysSend(words) ? 0.8 : 0) +
    (namesSend(names) ? 0.5 : 0) +
    (attribute(element, 'type') === 'submit' ? 0.25 : 0) +
    (get(element, 'matches').call(element, CONTROLS) ? 0.15 : 0) +
    0.3 * Math.max(-1, Math.min(1, right / (desk.width / 2 + 40))) +
    ((isRtl ? rect.right <= desk.left + 80 : rect.left >= desk.right - 80) ? 0.15 : 0) +
    (sharedWidth(rect, desk) === 0 || rect.top >= desk.top - 4 ? 0.1 : 0) +
    0.15 -
    (other ? 0.8 : 0) -
    // Tools stand in a bar on top of the editor; what sends stands beside or below it, or says so.
    (!said && rect.bottom <= desk.top + 6 ? 0.5 : 0) -
    (visible(element) ? 0 : 1)
  );
}
