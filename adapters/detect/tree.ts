import { get, isElement, spanOf, visible } from '../dom.ts';

/** Edges and size in CSS pixels of the viewport. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export type Root = Document | ShadowRoot;

/** Elements looked at when a page is searched; a chat page has a few thousand. */
const ELEMENT_CAP = 12_000;

/** Extensions may open closed shadow roots: a function in Chromium, a property in Firefox. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = get(element, 'shadowRoot');
  if (open || !get(element, 'localName').includes('-')) return open;
  const door = (
    globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?(e: Element): ShadowRoot | null } } }
  ).chrome?.dom?.openOrClosedShadowRoot;
  return (
    door?.(element) ??
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
    null
  );
}

export function rectOf(element: Element): Rect {
  return get(element, 'getBoundingClientRect').call(element);
}

/** The element without its borders and its scroll bar, as far as they stand at its sides. */
export function insideOf(element: Element): Rect {
  const { top, bottom, height } = rectOf(element);
  const { left, right } = spanOf(element);
  return { left, top, right, bottom, width: right - left, height };
}

export function rootOf(element: Element): Root {
  return get(element, 'getRootNode').call(element) as Root;
}

/** The element around this one, out of shadow roots too. */
export function parentOf(element: Element): Element | null {
  const parent = get(element, 'parentNode');
  if (isElement(parent)) return parent;
  return (parent && (parent as ShadowRoot).host) ?? null;
}

/** The element and all around it, innermost first, up to and without `end`. */
export function chainOf(element: Element, end: Element | null = null): Element[] {
  const chain: Element[] = [];
  for (let node: Element | null = element; node && node !== end; node = parentOf(node)) chain.push(node);
  return chain;
}

/** Whether `inner` is `outer` or stands in it, shadow roots included. */
export function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/** The smallest element around them all. */
export function commonOf(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements;
  let common = first ? parentOf(first) : null;
  for (const other of others) while (common && !holds(common, other)) common = parentOf(common);
  return common;
}

/** Seen, or without a box of its own around what is seen, as the hosts of many component frameworks are. */
export const shown = (element: Element): boolean =>
  visible(element) || getComputedStyle(element).display === 'contents';

/** Every shown element below `start`, in order, shadow roots included; `skip` leaves a subtree out. */
export function* shownIn(
  start: Element | ShadowRoot,
  skip: (element: Element) => boolean,
): Generator<Element> {
  let left = ELEMENT_CAP;
  const pending: Element[] = [...get(start, 'children')].reverse();
  for (let element = pending.pop(); element && left > 0; element = pending.pop(), left -= 1) {
    if (skip(element) || !shown(element)) continue;
    yield element;
    const inner = shadowOf(element);
    pending.push(...[...get(element, 'children')].reverse());
    if (inner) pending.push(...[...inner.children].reverse());
  }
}

/** This document and those of its frames that we may look into. */
export function documentsOf(page: Document): Document[] {
  const frames = [...page.querySelectorAll('iframe, frame')].flatMap((frame) => {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner?.body && visible(frame) ? documentsOf(inner) : [];
  });
  return [page, ...frames];
}

/** How much of the narrower of two spans of the page's width the other covers, 0…1. */
export function sharedWidth(one: Rect, other: Rect): number {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return Math.max(0, shared) / Math.max(1, Math.min(one.width, other.width));
}

export function union(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}
