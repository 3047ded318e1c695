import type { Adapter } from '../../adapters/define.ts';

/** Gone with all that is in them: they run, fetch, draw or tell where a page is from. */
const GONE =
  'script, style, link, meta, noscript, object, embed, base, template, canvas, video, audio, source';
/** Attributes by which pages are read; the others are dropped. */
const KEPT =
  /^(id|class|lang|role|type|name|alt|title|placeholder|contenteditable|datetime|for|tabindex|data-.+|aria-.+|currentuid)$/;
/** Values that people write; the rest are the page's own names. */
const WRITTEN = /^(alt|title|placeholder|aria-label|data-(?:content|text|name|title|tip|placeholder))$/;
/** By these a page may tell sides, or what is hidden. */
const STYLES =
  /(?:^|;)\s*((?:flex-direction|justify-content|text-align|float)\s*:[^;]+|display\s*:\s*none)/gi;
/** Times stay: they are what a page is tested for, and without their words nobody's. */
const TIME =
  /^[\s\d:年月日今昨前天星期周一二三四五六./-]*\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?$|^\d+\s*(?:秒|分钟|小时)前?$|^刚刚$|^现在$/i;
const FILLER = '春夏秋冬山水花木风云日月星辰江河湖海天地';

/**
 * Takes from a saved page all that runs and all that is somebody's: every word that the adapter doesn't read becomes
 * other letters, every long number another one; equal ones stay equal, so that ids still match. Structure, hooks and
 * times stay. Changes the document it is given; gives its HTML.
 */
export function scrub(
  page: Document,
  adapter: Adapter | undefined,
  { address, day }: { readonly address: string | undefined; readonly day: string },
): string {
  const kept = phrasesOf(adapter);
  const numbers = new Map<string, string>();
  const number = (digits: string): string => {
    // Epoch milliseconds date a message; anything else of this length is somebody's.
    if (/^1[5-9]\d{8}(?:\d{3})?$/.test(digits)) return digits;
    const known =
      numbers.get(digits) ??
      String(numbers.size + 1)
        .padStart(digits.length, '9')
        .slice(-digits.length);
    numbers.set(digits, known);
    return known;
  };
  const named = (value: string) => value.replace(/\d{5,}/g, number).replace(/[\w.+-]+@[\w.-]+/g, 'x');
  const written = (text: string): string => {
    if (text.trim() === '' || TIME.test(text.trim())) return text;
    const phrase = kept.find((one) => text.includes(one));
    if (phrase === undefined) return named(filler(text));
    const [before = '', ...after] = text.split(phrase);
    return written(before) + phrase + written(after.join(phrase));
  };

  for (const one of page.querySelectorAll(GONE)) one.remove();
  // A picture is not read; its place may be.
  for (const one of page.querySelectorAll('svg')) one.replaceChildren();
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name === 'style') keepStyle(element, value);
      else if (name === 'src') element.setAttribute(name, 'data:,');
      else if (!KEPT.test(name)) element.removeAttribute(name);
      else element.setAttribute(name, WRITTEN.test(name) ? written(value) : named(value));
    }
    for (const child of [...element.childNodes]) {
      if (child.nodeType === 8) child.remove();
      else if (child.nodeType === 3) child.textContent = written(child.textContent ?? '');
    }
  }
  indent(page.documentElement, 0);
  // What follows a question mark may name an order or a person.
  const [where = ''] = named(address ?? '').split('?');
  return `<!doctype html>\n<!-- ${where} · saved ${day}, every word made up -->\n${page.documentElement.outerHTML}\n`;
}

/** White space between elements becomes a line's beginning; other white space may be a message's own. */
function indent(element: Element, depth: number): void {
  for (const child of [...element.childNodes]) {
    const blank = child.nodeType === 3 && /^\s*\n\s*$/.test(child.textContent ?? '');
    if (blank) child.textContent = `\n${'  '.repeat(child.nextSibling ? depth + 1 : depth)}`;
    else if (child.nodeType === 1) indent(child as Element, depth + 1);
  }
}

function keepStyle(element: Element, style: string): void {
  const kept = [...style.matchAll(STYLES)].map(([, rule]) => rule).join('; ');
  if (kept) element.setAttribute('style', kept);
  else element.removeAttribute('style');
}

/** Where an adapter keeps words of the page. */
const WORDS = new Set(['says', 'label', 'pseudo', 'empty', 'template', 'sender']);

/** Every word that the adapter looks for, the longest first: phrases, and the values of attributes in its selectors. */
function phrasesOf(adapter: Adapter | undefined): string[] {
  const found = new Set<string>();
  const walk = (inner: unknown, spoken: boolean): void => {
    if (typeof inner === 'string') {
      for (const [, quoted = ''] of inner.matchAll(/="([^"]+)"/g)) found.add(quoted);
      if (spoken) for (const part of inner.split('{id}')) found.add(part.trim());
    } else if (inner && typeof inner === 'object')
      for (const [name, value] of Object.entries(inner))
        walk(value, WORDS.has(name) || (spoken && Array.isArray(inner)));
  };
  walk(adapter, false);
  return [...found].filter((one) => one.length > 0).sort((one, other) => other.length - one.length);
}

/** Other letters of the same kinds and number, the same for the same text. */
function filler(text: string): string {
  let seed = [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return text.replace(/\p{L}/gu, (letter) => {
    seed = (seed * 75 + 74) % 65_537;
    if ((letter.codePointAt(0) ?? 0) > 0x2e80) return FILLER[seed % FILLER.length] ?? letter;
    const made = String.fromCharCode(97 + (seed % 26));
    return letter === letter.toUpperCase() ? made.toUpperCase() : made;
  });
}
