import { get, isElement, visible } from './dom.ts';

/** What a browser tells an extension alone: the root that a page has closed to its own scripts. */
interface Opener {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

function shadowOf(element: Element): ShadowRoot | null {
  const open = (globalThis as Opener).chrome?.dom?.openOrClosedShadowRoot;
  if (open) return element instanceof HTMLElement ? open(element) : null;
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** The document in a frame of the page's own origin; null for any other element. */
function framed(element: Element): Document | null {
  return get(element, 'localName') === 'iframe' ? get(element as HTMLIFrameElement, 'contentDocument') : null;
}

/** The element that really has the focus: inside shadow roots, and inside frames of the page's own origin. */
function focusedIn(page: Document): Element | null {
  let focused = get(page, 'activeElement');
  for (;;) {
    const inside = focused && (shadowOf(focused) ?? framed(focused));
    const next = inside?.activeElement;
    if (!isElement(next)) return focused;
    focused = next;
  }
}

const last = new WeakMap<Document, WeakRef<Element>>();

/**
 * The element of this selector that a person writes in, where the page's own document does not hold it: the one
 * that has the focus in a shadow root or a frame, or had it last and is still shown.
 */
export function writtenIn(page: Document, css: string): Element | null {
  const fits = (element: Element | null | undefined): element is Element =>
    !!element && get(element, 'matches').call(element, css);
  const focused = focusedIn(page);
  if (fits(focused)) {
    last.set(page, new WeakRef(focused));
    return focused;
  }
  const before = last.get(page)?.deref();
  return fits(before) && visible(before) ? before : null;
}
