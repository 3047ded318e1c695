import { parentOf, shadowOf } from '../../adapters/detect/tree.ts';
import { get, visible } from '../../adapters/dom.ts';

const GESTURE = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'contextmenu',
];

/** A click comes so soon after its pointer was released, in milliseconds. */
const CLICKS_MS = 150;

export interface Aim {
  /** Under the pointer, or reached by keys. */
  over(element: Element): void;
  picked(element: Element): void;
  cancelled(): void;
}

/** The element at a point of the viewport, shadow roots looked into. */
function elementAt(page: Document, x: number, y: number): Element | null {
  let element = page.elementFromPoint(x, y);
  for (let inner = element && shadowOf(element); inner; inner = element && shadowOf(element)) {
    const next = inner.elementFromPoint(x, y);
    if (!next || next === element) break;
    element = next;
  }
  return element;
}

/** The next element in a direction that is shown; the same one where there is none. */
function moved(from: Element, key: string): Element {
  const step: Record<string, (element: Element) => Element | null> = {
    ArrowUp: parentOf,
    ArrowDown: (element) => [...get(element, 'children')].find(visible) ?? null,
    ArrowLeft: (element) => get(element, 'previousElementSibling'),
    ArrowRight: (element) => get(element, 'nextElementSibling'),
  };
  let next = step[key]?.(from) ?? null;
  while (next && !visible(next))
    next = key === 'ArrowUp' || key === 'ArrowDown' ? null : (step[key]?.(next) ?? null);
  return next && next.localName !== 'html' && next.localName !== 'body' ? next : from;
}

/**
 * Lets a person point at an element of the page with the pointer or the keys. The page hears nothing of it: a click
 * on a message must not open it, one on the send button must not send. `isOurs` tells events in our own card.
 */
export function takeAim(
  page: Document,
  aim: Aim,
  isOurs: (event: Event) => boolean,
  { signal }: { signal: AbortSignal },
): void {
  let current: Element | null = null;
  let unclicked: ReturnType<typeof setTimeout> | undefined;
  const options = { capture: true, signal };
  const turn = (element: Element | null) => {
    if (!element || element === current) return;
    current = element;
    aim.over(element);
  };
  const onMove = (event: PointerEvent) => {
    if (!isOurs(event)) turn(elementAt(page, event.clientX, event.clientY));
  };
  const onGesture = (event: Event) => {
    if (!event.isTrusted || isOurs(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click' && event.type !== 'pointerup') return;
    clearTimeout(unclicked);
    const { clientX, clientY } = event as MouseEvent;
    const pick = () => {
      const element = signal.aborted ? null : elementAt(page, clientX, clientY);
      if (element) aim.picked(element);
    };
    // Nothing is clicked on a button that is disabled, as many are while nothing is written.
    if (event.type === 'click') pick();
    else unclicked = setTimeout(pick, CLICKS_MS);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === 'Escape') aim.cancelled();
    else if (isOurs(event) && (event.key === 'Enter' || event.key === 'Tab' || event.key === ' ')) return;
    else if (event.key.startsWith('Arrow'))
      turn(moved(current ?? elementAt(page, innerWidth / 2, innerHeight / 2) ?? page.body, event.key));
    else if (event.key === 'Enter' && current) aim.picked(current);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('keydown', onKey, options);
  for (const type of GESTURE) window.addEventListener(type, onGesture, { ...options, passive: false });
}
