import type { Sign } from '../define.ts';
import { allWithin, get } from '../dom.ts';
import { classesOf, isReadable } from './names.ts';
import type { Row } from './rows.ts';
import { chainOf } from './tree.ts';
import { sideNamed } from './words.ts';

/** Selectors that hold for a row: classes and attributes of itself, of what is in it, and of what is around it. */
export function signsOf(row: Row, box: Element): Map<string, Sign> {
  const signs = new Map<string, Sign>();
  const add = (element: Element, place: 'on' | 'in' | 'around') => {
    const css = [
      ...classesOf(element).map((name) => `.${CSS.escape(name)}`),
      // A modifier may look like layout (`right`, `is-me`): here it is what we look for.
      ...[...get(element, 'classList')]
        .filter((name) => isReadable(name) && sideNamed(name) !== null)
        .map((name) => `.${CSS.escape(name)}`),
      ...[...get(element, 'attributes')]
        .filter(
          ({ name, value }) =>
            /^(?:data-|aria-label|type|direction|role|slot|part)/.test(name) &&
            value.length <= 24 &&
            isReadable(value),
        )
        .map(({ name, value }) => `[${name}=${JSON.stringify(value)}]`),
    ];
    for (const one of css) signs.set(`${place} ${one}`, place === 'around' ? { around: one } : { css: one });
  };
  add(row.element, 'on');
  for (const element of allWithin(row.element, '*').slice(0, 60)) add(element, 'in');
  for (const element of chainOf(row.element, box).slice(1)) add(element, 'around');
  return signs;
}

/** The keys of signs that hold for all of some rows (two at least) and for none of some others. */
export function signsOnly(
  signs: readonly ReadonlyMap<string, Sign>[],
  mine: (index: number) => boolean,
  theirs: (index: number) => boolean,
): string[] {
  const own = signs.filter((_, index) => mine(index));
  const other = signs.filter((_, index) => theirs(index));
  const [first] = own;
  if (!first || own.length < 2) return [];
  return [...first.keys()].filter(
    (key) => own.every((one) => one.has(key)) && !other.some((one) => one.has(key)),
  );
}

/** The selector that a sign looks for. */
export const cssOf = (sign: Sign) => sign.css ?? sign.around ?? '';
/** The side that its selector speaks of, if it does. */
export const wordOf = (sign: Sign) => sideNamed(cssOf(sign));

/** Names that speak of the side first, then the row's own, then short ones. */
export function rank([key, sign]: readonly [string, Sign], word: 'own' | 'other'): number {
  const name = cssOf(sign);
  return (
    (wordOf(sign) === word ? 0 : 100) +
    (key.startsWith('on ') ? 0 : sign.around ? 10 : 5) +
    (attributeFirst(name) ? 0 : 2) +
    name.length / 100
  );
}

const attributeFirst = (css: string) => css.startsWith('[data-');
