import { attribute, get, isElement } from '../dom.ts';
import { parentOf, type Root, rootOf } from './tree.ts';

/**
 * Names by which an element is found again after the page was loaded or built anew. Ranked by how long they were
 * seen to last: test hooks, ids and data, roles, readable classes, place. Hashed names never.
 */

const HOOKS = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa-id',
  'data-qa',
  'data-cy',
  'data-e2e',
  'data-kora',
];
const MEANT = ['name', 'role', 'type', 'data-role', 'data-type', 'aria-label', 'placeholder', 'part'];
/** Layout and state: readable, but not the element's own name. */
const UTILITY =
  /^(?:-?(?:[mp][trblxyse]?|w|h|min-[wh]|max-[wh]|top|left|right|bottom|inset|gap|space-[xy]|z|order|col|row|grid|text|font|leading|bg|border|rounded|shadow|opacity|transition|duration|ease|overflow|items|justify|self|content|place|flex|grow|shrink|basis|cursor|select|ring|divide|sr|sm|md|lg|xl|2xl|hover|focus|dark|group|animate|translate|scale|rotate)(?:-.*|:.*)?|flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|static|container|row|col|clearfix|truncate|uppercase|italic|underline|active|selected|current|focused?|hover(?:ed)?|open(?:ed)?|show(?:n)?|visible|hidden|disabled|enabled|loading|loaded|last|first|odd|even|new|animated?|fade.*|is-.*|has-.*|Mui-.*)$/;

/** A name that holds only for a while. */
const STATE =
  /(?:^|[-_])(?:active|selected|current|focus(?:ed)?|hover(?:ed)?|disabled|enabled|loading|loaded|open(?:ed)?|closed|visible|hidden|unread|read|sending|pending|typing|empty|last|first|enter|leave|animat\w*|fade\w*)(?:$|[-_])/i;

/** A part of a name that no person wrote. */
function isHashed(part: string): boolean {
  if (part.length <= 3)
    return /^\d{3}$/.test(part) || (/\d/.test(part) && /[a-z]/i.test(part) && part.length === 3);
  if (/^\d+$/.test(part)) return true;
  if (/\d/.test(part.replace(/\d{1,2}$/, ''))) return true;
  if (/[a-z]/.test(part) && /[A-Z]{3}/.test(part)) return true;
  const words = part.replace(/\d+$/, '').split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  if (words.length > 1 && part.length / words.length < 2.6) return true;
  // No word begins like that, or has a q without its u.
  if (words.some((word) => word.length >= 5 && /^[bcdfgjkmqtvxz][bcdfgjkmpqtvxz]|q(?!u|$)/i.test(word)))
    return true;
  return words.some((word) => word.length >= 4 && (!/[aeiouy]/i.test(word) || /[^aeiouy]{6}/i.test(word)));
}

/** Whether people, not a build step, wrote this class name, id or value. */
export function isReadable(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !/^[a-z\u4e00-\u9fff]/i.test(name)) return false;
  if (/^(?:css|sc|jsx?|emotion|svelte|jss|astro|r|v|radix|headlessui|react-aria)-[a-z0-9]+/i.test(name)) {
    const rest = name.slice(name.indexOf('-') + 1);
    if (/^(?:css|jsx?|emotion|svelte|jss|astro)-|^sc-[^-]+(?:-\d+)?$/i.test(name) || /\d/.test(rest))
      return false;
  }
  return name.split(/[-_:]+/).every((part) => part === '' || !isHashed(part));
}

/** The element's own readable classes, utilities left out. */
export function classesOf(element: Element): string[] {
  // styled-components gives two: one with its mark, and a short one that reads like a word by chance.
  const styled = [...get(element, 'classList')].some((name) => /^sc-[a-z]/i.test(name) && !isReadable(name));
  if (styled) return [...get(element, 'classList')].filter((name) => name.includes('-') && isReadable(name));
  return [...get(element, 'classList')].filter(
    (name) => isReadable(name) && !UTILITY.test(name) && !STATE.test(name),
  );
}

const quote = (value: string) => JSON.stringify(value);
const named = (name: string, value: string | null) =>
  value && value.length <= 60 && !/\d{4}/.test(value) ? [`[${name}=${quote(value)}]`] : [];

/** Selectors for the element alone, best first; each with how far it can be trusted, 0…1. */
export function ownNames(element: Element): { readonly css: string; readonly trust: number }[] {
  const tag = get(element, 'localName');
  const id = attribute(element, 'id');
  const rate = (trust: number) => (css: string) => ({ css, trust });
  return [
    ...HOOKS.flatMap((hook) => named(hook, attribute(element, hook))).map(rate(1)),
    ...(id && isReadable(id) ? [`#${CSS.escape(id)}`] : []).map(rate(0.95)),
    ...classesOf(element)
      .map((name) => `.${CSS.escape(name)}`)
      .map(rate(0.8)),
    ...MEANT.flatMap((name) => named(name, attribute(element, name))).map((css) => ({
      css: tag + css,
      trust: 0.75,
    })),
    ...(tag.includes('-') || /^(?:textarea|main|form|footer|ul|ol)$/.test(tag) ? [rate(0.7)(tag)] : []),
    ...[...get(element, 'attributes')]
      .map(({ name }) => name)
      .filter((name) => /^data-[a-z-]+$/.test(name) && isReadable(name.slice(5)) && !/^data-v-/.test(name))
      .map((name) => rate(0.6)(`[${name}]`)),
    ...(attribute(element, 'contenteditable') !== null
      ? [rate(0.65)(`[contenteditable=${quote(attribute(element, 'contenteditable') ?? '')}]`)]
      : []),
  ];
}

/** Which of its kind the element is among its siblings. */
export function placed(element: Element, fromEnd = false): string {
  const tag = get(element, 'localName');
  const parent = get(element, 'parentNode');
  const siblings = [...(parent ? get(parent, 'childNodes') : [])].filter(
    (node): node is Element => isElement(node) && get(node, 'localName') === tag,
  );
  const at = siblings.indexOf(element);
  if (siblings.length < 2) return tag;
  return fromEnd ? `${tag}:nth-last-of-type(${siblings.length - at})` : `${tag}:nth-of-type(${at + 1})`;
}

export interface Found {
  readonly css: string;
  /** How likely it still finds the element after the page changed, 0…1. */
  readonly trust: number;
}

/** A selector that finds this element first in its root, the most lasting there is. */
export function selectorOf(element: Element, root: Root = rootOf(element)): Found {
  const tag = get(element, 'localName');
  if (tag === 'body' || tag === 'html') return { css: tag, trust: 0.9 };
  const only = (css: string) => {
    const all = root.querySelectorAll(css);
    return all.length === 1 && all[0] === element;
  };
  const names = ownNames(element);
  for (const name of names) if (only(name.css)) return name;
  for (const one of names)
    for (const other of names)
      if (one !== other && /^[.[]/.test(other.css) && only(one.css + other.css))
        return { css: one.css + other.css, trust: Math.min(one.trust, other.trust) * 0.95 };
  const parent = get(element, 'parentNode') === root ? null : parentOf(element);
  const around: Found = parent ? selectorOf(parent, root) : { css: '', trust: 0.9 };
  for (const name of names) {
    const css = `${around.css} > ${name.css}`;
    if (around.css && only(css)) return { css, trust: Math.min(around.trust, name.trust) * 0.95 };
  }
  const own = placed(element);
  const css = around.css ? `${around.css} > ${own}` : own;
  return { css, trust: around.trust * (own.includes(':') ? 0.6 : 0.8) };
}
