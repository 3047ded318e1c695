import type { Sign } from '../define.ts';
import { get } from '../dom.ts';
import { paintOf } from './blocks.ts';
import { classesOf, isReadable } from './names.ts';
import { type Row, sideOf } from './rows.ts';
import { chainOf, type Rect, rectOf } from './tree.ts';
import { sideNamed } from './words.ts';

type Origin = Sign & { readonly by: 'buyer' | 'agent' | 'robot' | 'system' };
export type Whose = 'own' | 'other' | 'middle' | null;

export interface Direction {
  /** Whose each row is, by all that speaks for it. */
  readonly whose: readonly Whose[];
  readonly origin: readonly Origin[];
  readonly sure: number;
  /** What it was told by. */
  readonly by: 'side' | 'name' | 'nothing';
}

/** Pixels within which edges count as one line. */
const ALIGNED = 3;

/** The most frequent value, neighbours taken for one. */
function common(values: readonly number[]): number | null {
  const near = (value: number) => values.filter((other) => Math.abs(other - value) <= ALIGNED).length;
  const best = [...values].sort((one, other) => near(other) - near(one))[0];
  return best ?? null;
}

type Side = 'left' | 'right' | 'middle';
const MIRROR: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', middle: 'middle' };

/**
 * On which side each row stands. By pictures of their senders where both sides have them; else by the lean of its
 * words, and where a long message fills its line, by the edge that it shares with others. A row that none of this
 * tells goes with the rows of its colour.
 */
export function sidesOf(rows: readonly Row[], box: Rect): Side[] {
  const faces = rows.map(({ element, rect }) => avatarSide(element, rect));
  const faced = faces.includes('left') && faces.includes('right');
  const lean = rows.map(({ rect }) => sideOf(rect, box));
  const left = common(rows.filter((_, index) => lean[index] === 'left').map(({ rect }) => rect.left));
  const right = common(rows.filter((_, index) => lean[index] === 'right').map(({ rect }) => rect.right));
  const byPlace = rows.map(({ rect }, index): Side => {
    const onLeft = left !== null && Math.abs(rect.left - left) <= ALIGNED;
    const onRight = right !== null && Math.abs(rect.right - right) <= ALIGNED;
    if (onLeft !== onRight) return onLeft ? 'left' : 'right';
    return lean[index] ?? 'middle';
  });
  const told = rows.map((_, index) => (faced ? (faces[index] ?? null) : (byPlace[index] ?? null)));
  const colours = rows.map(({ bubble }) => (bubble ? paintOf(bubble) : null));
  const sideOfColour = (colour: string | null): Side | null => {
    if (colour === null || new Set(colours).size < 2) return null;
    const sides = told.filter((side, index) => side && side !== 'middle' && colours[index] === colour);
    const lefts = sides.filter((side) => side === 'left').length;
    if (sides.length === 0 || lefts * 2 === sides.length) return null;
    const most = lefts * 2 > sides.length ? 'left' : 'right';
    return Math.max(lefts, sides.length - lefts) >= sides.length * 0.8 ? most : null;
  };
  return rows.map((_, index) => {
    const side = told[index];
    const colour = sideOfColour(colours[index] ?? null);
    if (side && side !== 'middle') return side;
    return colour ?? (faced ? (byPlace[index] ?? 'middle') : 'middle');
  });
}

/** The side of a small square beside the words. */
function avatarSide(row: Element, words: Rect): 'left' | 'right' | null {
  for (const element of [...row.querySelectorAll('img, svg, span, div, i, p')].slice(0, 80)) {
    const { width, height, left, right, top, bottom } = rectOf(element);
    if (width < 20 || width > 64 || Math.abs(width - height) > 4) continue;
    if (bottom < words.top - 40 || top > words.bottom + 40) continue;
    if (right <= words.left + 2) return 'left';
    if (left >= words.right - 2) return 'right';
  }
  return null;
}

/** Selectors that hold for a row: classes and attributes of itself, of what is in it, and of what is around it. */
function signsOf(row: Row, box: Element): Map<string, Sign> {
  const signs = new Map<string, Sign>();
  const add = (element: Element, place: 'in' | 'around') => {
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
    for (const one of css) signs.set(`${place} ${one}`, place === 'in' ? { css: one } : { around: one });
  };
  add(row.element, 'in');
  for (const element of [...row.element.querySelectorAll('*')].slice(0, 60)) add(element, 'in');
  for (const element of chainOf(row.element, box).slice(1)) add(element, 'around');
  return signs;
}

const wordOf = (sign: Sign) => sideNamed(sign.css ?? sign.around ?? '');

/** Two rows of which a person said whose they are, by index. */
export interface Known {
  readonly own: number;
  readonly other: number;
}

/**
 * Tells the buyer's rows from our own: by the side on which they stand (ours is the right one, where what the agent
 * writes appears), then by names that go with the sides; where all stand on one side, by names that speak of sides.
 */
export function directionOf(rows: readonly Row[], box: Element, known?: Known): Direction {
  const shown = sidesOf(rows, rectOf(box));
  // A person's word turns the page round, or says that its sides mean nothing.
  const mirrored = known !== undefined && shown[known.own] === 'left' && shown[known.other] === 'right';
  const useless = known !== undefined && shown[known.own] === shown[known.other];
  const sides = shown.map((side): Side => (useless ? 'middle' : mirrored ? MIRROR[side] : side));
  const [ourSide, theirSide] = mirrored ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const signs = rows.map((row) => signsOf(row, box));
  const all = new Map(signs.flatMap((own) => [...own]));
  const has = (index: number, key: string) => signs[index]?.has(key) === true;
  const indexes = rows.map((_, index) => index);
  const bothSides = sides.includes('left') && sides.includes('right');

  /** The signs that hold for all of these rows and none of those; those that say so by name first. */
  const telling = (mine: readonly number[], theirs: readonly number[], word: 'own' | 'other'): Sign[] =>
    [...all]
      .filter(([key]) => mine.every((index) => has(index, key)) && !theirs.some((index) => has(index, key)))
      .map(([, sign]) => sign)
      .filter((sign) => wordOf(sign) === word || mine.length >= 2)
      .sort((one, other) => rank(one, word) - rank(other, word));

  if (bothSides) {
    const own = indexes.filter((index) => sides[index] === 'right');
    const other = indexes.filter((index) => sides[index] === 'left');
    const [ownSign] = telling(own, other, 'own');
    const [otherSign] = telling(other, own, 'other');
    const middle = indexes.filter((index) => sides[index] === 'middle');
    const ownNamed = ownSign && (wordOf(ownSign) === 'own' || (otherSign && own.length > 2));
    const otherNamed = otherSign && (wordOf(otherSign) === 'other' || (ownNamed && other.length > 2));
    const named = ownNamed && otherNamed;
    const origin: Origin[] = [
      ownNamed ? { by: 'agent', ...ownSign } : { by: 'agent', side: ourSide },
      otherNamed ? { by: 'buyer', ...otherSign } : { by: 'buyer', side: theirSide },
    ];
    const clear = (own.length + other.length) / rows.length;
    return {
      whose: sides.map((side) => (side === 'right' ? 'own' : side === 'left' ? 'other' : 'middle')),
      origin,
      sure:
        Math.min(1, 0.55 * clear + (named ? 0.25 : 0.1) + Math.min(0.2, rows.length / 40)) -
        (middle.length > rows.length / 2 ? 0.2 : 0),
      by: 'side',
    };
  }

  const split = byName(all, telling, has, indexes, known);
  if (split) return split;
  return {
    whose: rows.map(() => null),
    origin: [
      { by: 'agent', side: ourSide },
      { by: 'buyer', side: theirSide },
    ],
    sure: 0.1,
    by: 'nothing',
  };
}

/** Where all messages stand on one side: the names that split them in two, and say which half is whose. */
function byName(
  all: ReadonlyMap<string, Sign>,
  telling: (mine: readonly number[], theirs: readonly number[], word: 'own' | 'other') => Sign[],
  has: (index: number, key: string) => boolean,
  indexes: readonly number[],
  known: Known | undefined,
): Direction | null {
  let best: (Direction & { readonly score: number }) | null = null;
  for (const [key, own] of all) {
    const mine = indexes.filter((index) => has(index, key));
    const theirs = indexes.filter((index) => !has(index, key));
    const [other] = telling(theirs, mine, 'other');
    if (mine.length === 0 || theirs.length === 0 || !other) continue;
    const words = Number(wordOf(own) === 'own') + Number(wordOf(other) === 'other');
    const right = known ? mine.includes(known.own) && theirs.includes(known.other) : words > 0;
    const score = words * 2 + Math.min(mine.length, theirs.length) / indexes.length;
    if (!right || (best && best.score >= score)) continue;
    best = {
      whose: indexes.map((index) => (mine.includes(index) ? 'own' : 'other')),
      origin: [
        { by: 'agent', ...own },
        { by: 'buyer', ...other },
      ],
      sure: Math.min(0.8, 0.4 + score * 0.1),
      by: 'name',
      score,
    };
  }
  return best;
}

/** Names that speak of the side first, then the row's own, then short ones. */
function rank(sign: Sign, word: 'own' | 'other'): number {
  const name = sign.css ?? sign.around ?? '';
  return (
    (wordOf(sign) === word ? 0 : 100) +
    (sign.around ? 10 : 0) +
    (attributeFirst(name) ? 0 : 2) +
    name.length / 100
  );
}

const attributeFirst = (css: string) => css.startsWith('[data-');

export const ownRows = (rows: readonly Row[], { whose }: Direction): Row[] =>
  rows.filter((_, index) => whose[index] === 'own');
