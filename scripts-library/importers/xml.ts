import { ImportTrouble } from './zip.ts';

/** A tag of an XML text, or the words between two. */
export type XmlToken =
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'text'; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** `ns:name` without its prefix: writers differ in what they call the spreadsheet's namespace. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * The tags and words of a spreadsheet's XML in order, one after another, so that a long sheet never stands in memory
 * as a tree. Knows the five entities and numbers; a document type, where entities multiply, is refused.
 *
 * @throws {ImportTrouble} E_XML_DTD, E_ARCHIVE
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  if (/<!DOCTYPE|<!ENTITY/iu.test(xml)) throw new ImportTrouble('E_XML_DTD');
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const words = xml.slice(at, tag < 0 ? undefined : tag);
    if (words !== '') yield { kind: 'text', text: plain(words) };
    if (tag < 0) return;
    const data = xml.startsWith('<![CDATA[', tag);
    const [from, to] = data ? [9, ']]>'] : xml.startsWith('<!--', tag) ? [4, '-->'] : [1, '>'];
    const end = xml.indexOf(to, tag + from);
    if (end < 0) throw new ImportTrouble('E_ARCHIVE', 'xml');
    if (data) yield { kind: 'text', text: xml.slice(tag + 9, end) };
    else if (from === 1) yield* tagTokens(xml.slice(tag + 1, end));
    at = end + to.length;
  }
}

function* tagTokens(inside: string): Generator<XmlToken> {
  if (/^[?!]/u.test(inside)) return;
  if (inside.startsWith('/')) {
    yield { kind: 'close', name: bare(inside.slice(1).trim()), attributes: {} };
    return;
  }
  const empty = inside.endsWith('/');
  const name = bare(/^[^\s/]+/u.exec(inside)?.[0] ?? '');
  const attributes: Record<string, string> = {};
  for (const [, key = '', quoted = ''] of inside.matchAll(/\s([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/gu))
    attributes[`@${key}`] = plain(quoted.slice(1, -1));
  yield { kind: 'open', name, attributes };
  if (empty) yield { kind: 'close', name, attributes: {} };
}
