/**
 * Reading a page that may fight back. In Chromium a form's named inputs shadow `children`, `textContent`,
 * `querySelector` and the rest even in a content script's isolated world; the prototypes they can't touch.
 * Everything here goes through those, is capped, and only looks.
 */

/** Text of a message is kept up to here, in UTF-16 units. */
const TEXT_CAP = 4_000;
/** A label is a short text: a time, a mark, a notice. */
export const LABEL_CAP = 80;
/** Nodes looked at for one text. */
const NODE_CAP = 500;

const BREAKS = /^(p|div|li|ul|section)$/;

/** What each kind of node has under a name: in our own world prototypes stay as they are. */
const properties = new WeakMap<object, Map<PropertyKey, PropertyDescriptor | null>>();

function propertyOf(kind: object, name: PropertyKey): PropertyDescriptor | null {
  const known = properties.get(kind) ?? new Map<PropertyKey, PropertyDescriptor | null>();
  if (known.size === 0) properties.set(kind, known);
  let found = known.get(name);
  if (found !== undefined) return found;
  found = null;
  for (let proto = kind; proto && !found; proto = Object.getPrototypeOf(proto))
    found = Object.getOwnPropertyDescriptor(proto, name) ?? null;
  known.set(name, found);
  return found;
}

/** A node's property or method as its prototype has it, whatever the page hung on the node itself. */
export function get<N extends Node, K extends keyof N>(node: N, name: K): N[K] {
  const found = propertyOf(Object.getPrototypeOf(node), name);
  if (found) return found.get ? found.get.call(node) : found.value;
  return node[name];
}

export type Scope = Element | Document | DocumentFragment;

export function isElement(node: Node | null | undefined): node is Element {
  return !!node && get(node, 'nodeType') === Node.ELEMENT_NODE;
}

export function within(scope: Scope, css: string): Element | null {
  return get(scope, 'querySelector').call(scope, css);
}

export function allWithin(scope: Scope, css: string): Element[] {
  return [...get(scope, 'querySelectorAll').call(scope, css)];
}

/** The elements of the first of the ranked selectors that matches anything. */
export function allOfFirst(
  scope: Scope,
  ranked: readonly string[],
): { readonly css: string; readonly nodes: Element[] } {
  for (const css of ranked) {
    const nodes = allWithin(scope, css);
    if (nodes.length > 0) return { css, nodes };
  }
  return { css: '', nodes: [] };
}

function matches(element: Element, css: string): boolean {
  return get(element, 'matches').call(element, css);
}

/** The element itself if it matches, else the first one inside it that does. */
export function at(scope: Scope, css: string): Element | null {
  // A document has no such method, and a page may hang anything on it under that name.
  const fits = propertyOf(Object.getPrototypeOf(scope), 'matches')?.value as Element['matches'] | undefined;
  return fits?.call(scope as Element, css) ? (scope as Element) : within(scope, css);
}

/** The nearest element around the node, or the node itself, that matches. */
export function around(node: Node, css: string): Element | null {
  const element = isElement(node) ? node : get(node, 'parentElement');
  return element && get(element, 'closest').call(element, css);
}

export function contains(outer: Node, inner: Node): boolean {
  return get(outer, 'contains').call(outer, inner);
}

export function attribute(element: Element, name: string): string | null {
  return get(element, 'getAttribute').call(element, name);
}

/** On the page and not hidden; a dialog kept for later is neither. */
export function visible(element: Element): boolean {
  return get(element, 'checkVisibility').call(element, { visibilityProperty: true });
}

/** The first visible element of the selector; the focused one before all. */
export function firstVisible(scope: Scope, css: string): Element | null {
  const shown = allWithin(scope, css).filter(visible);
  return shown.find((element) => matches(element, ':focus')) ?? shown[0] ?? null;
}

/** Where something begins and ends from left to right, in CSS pixels of the viewport. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** What an element's content may fill: without border and scroll bar, so that its middle is in the middle. */
export function spanOf(element: Element): Span {
  const { left, width } = get(element, 'getBoundingClientRect').call(element);
  const start = left + get(element, 'clientLeft');
  return { left: start, right: start + (get(element, 'clientWidth') || width) };
}

/** The nearest element around this one that scrolls up and down, enough in it or not; else the page's body does. */
export function scrollingAround(inner: Element): Element {
  let box = get(inner, 'parentElement');
  while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = get(box, 'parentElement');
  return box ?? get(get(inner, 'ownerDocument'), 'body');
}

type Skip = (element: Element) => boolean;

/** Says of an element whether the selector takes it; an empty one takes none. */
export const skipping =
  (css: string): Skip =>
  (element) =>
    css !== '' && matches(element, css);

/** The nodes below `root`, in order, up to `cap`; subtrees to skip are left out and not counted. */
function nodesIn(root: Element, skip: Skip, cap: number): Node[] {
  const page = get(root, 'ownerDocument');
  // Without a filter: to be called back for every node costs several times as much.
  const walker = get(page, 'createTreeWalker').call(page, root, 5);
  const found: Node[] = [];
  let node = walker.nextNode();
  while (node && found.length < cap) {
    if (isElement(node) && skip(node)) node = after(walker);
    else {
      found.push(node);
      node = walker.nextNode();
    }
  }
  return found;
}

/** Goes on behind the subtree that the walker stands at. */
function after(walker: TreeWalker): Node | null {
  let next = walker.nextSibling();
  while (!next && walker.parentNode()) next = walker.nextSibling();
  return next;
}

/** The element's text: lines where it breaks or a block begins, trimmed, at most `cap` units; without what `strip` takes. */
export function textOf(root: Element, cap = TEXT_CAP, strip = ''): string {
  const only = get(root, 'firstChild');
  // Most elements that are read hold one text and nothing else.
  if (!only || (get(only, 'nodeType') === Node.TEXT_NODE && !get(only, 'nextSibling')))
    return only ? worded(only as Text, cap).trim() : '';
  let text = '';
  for (const node of nodesIn(root, skipping(strip), NODE_CAP)) {
    if (text.length >= cap) break;
    if (isElement(node)) {
      const name = get(node, 'localName');
      if (name === 'br' || (BREAKS.test(name) && text && !text.endsWith('\n'))) text += '\n';
    } else text += worded(node as Text, cap - text.length);
  }
  return text.trim();
}

const worded = ({ data }: Text, cap: number): string => data.slice(0, cap).replaceAll('\u00a0', ' ');

/** A short text on the page and the element that holds it. */
export interface Label {
  readonly text: string;
  readonly element: Element;
}

/** The short texts below `root`, one a text node, without those inside what is to skip. */
export function labelsOf(root: Element, skip: Skip, nodes = NODE_CAP): Label[] {
  const labels: Label[] = [];
  for (const node of nodesIn(root, skip, nodes)) {
    if (isElement(node)) continue;
    const { data, parentElement } = node as Text;
    const text = data.length < LABEL_CAP * 4 ? data.trim() : '';
    if (parentElement && text && text.length <= LABEL_CAP) labels.push({ text, element: parentElement });
  }
  return labels;
}
