/** Names that a form's fields take from whoever reads the form as an element: what reading code would like to call. */
const TAKEN = [
  ...['children', 'childNodes', 'parentNode', 'parentElement', 'attributes', 'textContent', 'innerText'],
  ...['querySelector', 'querySelectorAll', 'closest', 'matches', 'contains', 'getAttribute', 'hasAttribute'],
  ...['nodeType', 'nodeName', 'localName', 'tagName', 'ownerDocument', 'isConnected', 'getRootNode', 'id'],
  ...['firstChild', 'firstElementChild', 'lastElementChild', 'nextSibling', 'nextElementSibling', 'value'],
  ...['previousElementSibling', 'shadowRoot', 'classList', 'className', 'style', 'dataset', 'offsetParent'],
  ...['getBoundingClientRect', 'checkVisibility', 'compareDocumentPosition', 'remove', 'append', 'title'],
  ...['addEventListener', 'body', 'documentElement', 'defaultView', 'length', 'constructor', 'toString'],
];
const LETTERS = [
  '字',
  'a',
  '\u202e',
  '\u200b',
  '\u0301',
  '\ufeff',
  '\ud800',
  '👩‍👩‍👧',
  'ي',
  '\u2066',
  '\u0000',
  '\n',
];

/** Everything that a page can do to its own document while somebody reads it. Each takes some element of the page. */
type Deed = (random: () => number, target: Element) => void;

const whole = (random: () => number, below: number) => Math.floor(random() * below);
const pick = <T>(random: () => number, from: ArrayLike<T>): T | undefined => from[whole(random, from.length)];
const anyElement = (random: () => number, within: ParentNode = document.body): Element | undefined =>
  pick(random, within.querySelectorAll('*'));
// A form that was made hostile trips whoever calls it by name, us too.
const put = (parent: Element, ...nodes: (Node | string)[]) => Element.prototype.append.call(parent, ...nodes);
const isThere = (node: Node) => document.contains(node);
const make = (name: string, text = '') => Object.assign(document.createElement(name), { textContent: text });

function clobber(random: () => number, target: Element): void {
  const form = document.createElement(random() < 0.8 ? 'form' : 'fieldset');
  for (const name of TAKEN)
    if (random() < 0.5) {
      const field = document.createElement(
        pick(random, ['input', 'button', 'img', 'textarea', 'output']) ?? '',
      );
      field.setAttribute(random() < 0.5 ? 'name' : 'id', name);
      put(form, field);
    }
  if (random() < 0.5) Element.prototype.replaceWith.call(target, form);
  put(form, target);
  if (!isThere(form)) put(document.body, form);
  for (const name of target.getAttributeNames())
    Element.prototype.setAttribute.call(form, name, target.getAttribute(name) ?? '');
}

/** A copy of an element; without what is in it where that is much: copies of copies would fill the memory. */
const copyOf = (target: Element): Node =>
  target.cloneNode(Node.prototype.hasChildNodes.call(target) && sizeOf(target) < 20_000);
const sizeOf = (target: Element): number =>
  String(target.textContent ?? '').length + 20 * Element.prototype.querySelectorAll.call(target, '*').length;

export const DEEDS: Readonly<Record<string, Deed>> = {
  clobber,
  'clobber the document': (random, target) => {
    for (const name of TAKEN) {
      const image = document.createElement(random() < 0.5 ? 'img' : 'form');
      image.setAttribute('name', name);
      put(target, image);
    }
  },
  'a megabyte of words': (random, target) => {
    const letter = pick(random, LETTERS) ?? '字';
    put(target, letter.repeat(Math.ceil(1_000_000 / letter.length)));
  },
  'words of all directions and none': (random, target) => {
    let text = '';
    for (let at = 0; at < 2_000; at++) text += pick(random, LETTERS);
    put(target, text);
  },
  'ten thousand siblings': (_, target) => {
    const all = document.createDocumentFragment();
    for (let at = 0; at < 10_000; at++) all.append(make('i', String(at)));
    put(target, all);
  },
  'the row ten thousand times': (_, target) => {
    const all = document.createDocumentFragment();
    const empty = target.cloneNode(false);
    for (let at = 0; at < 10_000; at++) all.append(empty.cloneNode());
    target.after(all);
  },
  'a thousand levels': (_, target) => {
    let inner: Element = make('b', '底');
    for (let level = 0; level < 1_000; level++) {
      const around = document.createElement('div');
      around.append(inner);
      inner = around;
    }
    put(target, inner);
  },
  'parents that become children': (random, target) => {
    const { parentElement } = target;
    const { parentElement: above } = parentElement ?? {};
    if (!parentElement || !above || parentElement === document.body) return;
    above.insertBefore(target, parentElement);
    put(target, parentElement);
    if (random() < 0.5) document.body.append(target);
  },
  'shadow roots': (random, target) => {
    for (let at = 0; at < 50; at++) {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: random() < 0.5 ? 'open' : 'closed' });
      root.append(copyOf(target), document.createElement('slot'));
      target.after(host);
      if (random() < 0.2) host.append(target);
    }
  },
  'into a template': (random, target) => {
    const template = document.createElement('template');
    target.replaceWith(template);
    (random() < 0.5 ? template.content : template).append(target);
  },
  detached: (random, target) => {
    const { parentNode } = target;
    target.remove();
    if (random() < 0.5) setTimeout(() => parentNode?.append(target));
  },
  'another kind of element': (random, target) => {
    const [space, name] = pick(random, [
      ['http://www.w3.org/2000/svg', 'foreignObject'],
      ['http://www.w3.org/1998/Math/MathML', 'annotation-xml'],
      ['urn:none', 'p:q'],
      ['http://www.w3.org/1999/xhtml', 'select'],
      ['http://www.w3.org/1999/xhtml', 'object'],
      ['http://www.w3.org/1999/xhtml', 'frameset'],
    ]) ?? ['', ''];
    const other = document.createElementNS(space, name);
    for (const attribute of target.getAttributeNames())
      other.setAttribute(attribute, target.getAttribute(attribute) ?? '');
    other.append(...target.childNodes);
    target.replaceWith(other);
  },
  'attributes without end': (random, target) => {
    const names = ['id', 'class', 'title', 'placeholder', 'aria-label', 'data-id', 'role', 'name', 'style'];
    for (const name of names) if (random() < 0.5) target.setAttribute(name, 'x"]\\ :'.repeat(20_000));
  },
  'a frame of its own': (_, target) => {
    const frame = document.createElement('iframe');
    put(target, frame);
    frame.contentDocument?.body.append(copyOf(target));
  },
  'no body': (random) => {
    const { body } = document;
    body.remove();
    if (random() < 0.7) setTimeout(() => document.documentElement.append(body));
  },
  'nodes that are no elements': (_, target) => {
    put(target, document.createComment('<!--'), document.createProcessingInstruction('x', 'y'));
    target.before(document.createComment(''));
  },
};

/** Does so many deeds to the document, mostly where reading code looks; gives their names. */
export function spoil(random: () => number, deeds: number, looked: readonly string[]): string[] {
  const done: string[] = [];
  for (let at = 0; at < deeds; at++) {
    const name = pick(random, Object.keys(DEEDS)) ?? '';
    const found = looked.length > 0 && random() < 0.7 && document.querySelector(pick(random, looked) ?? '*');
    const target = found || (document.body ? anyElement(random) : undefined);
    if (!target || target === document.documentElement || target === document.body) continue;
    done.push(name);
    try {
      DEEDS[name]?.(random, target);
    } catch (error) {
      // Not everything can be put into everything, and forms answer us with their fields; what the document is like by
      // then is hostile enough.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }
  return done;
}
