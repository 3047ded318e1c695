import type { Sign } from '../define.ts';
import { get } from '../dom.ts';
import { paintOf } from './blocks.ts';
import { classesOf, isReadable } from './names.ts';
import { type Row, sideOf } from './rows.ts';
import { chainOf, type Rect, rectOf } from './tree.ts';
import { isReceipt, isSelf, isShop, namesSelf, sideNamed, withoutTimes } from './words.ts';

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
 * tells goes with the rows of its colour, else with those whose names it bears.
 */
function sidesOf(rows: readonly Row[], signs: readonly ReadonlyMap<string, Sign>[], box: Rect): Side[] {
  const faces = rows.map(({ element, rect }) => avatarSide(element, rect));
  const faced = faces.includes('left') && faces.includes('right');
  const lean = rows.map(({ rect }) => sideOf(rect, box));
  const left = common(rows.filter((_, index) => lean[index] === 'left').map(({ rect }) => rect.left));
  const right = common(rows.filter((_, index) => lean[index] === 'right').map(({ rect }) => rect.right));
  const edges = rows.map(({ rect }) => ({
    onLeft: left !== null && Math.abs(rect.left - left) <= ALIGNED,
    onRight: right !== null && Math.abs(rect.right - right) <= ALIGNED,
  }));
  // A message as wide as the longest may go stands on both lines.
  const isFull = (index: number) => edges[index]?.onLeft === true && edges[index].onRight;
  const byPlace = edges.map(({ onLeft, onRight }, index): Side => {
    if (onLeft !== onRight) return onLeft ? 'left' : 'right';
    return onLeft ? 'middle' : (lean[index] ?? 'middle');
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
  const coloured = rows.map((_, index) => {
    const side = told[index];
    return side && side !== 'middle' ? side : sideOfColour(colours[index] ?? null);
  });
  const named = (side: Side) =>
    signsOnly(
      signs,
      (index) => coloured[index] === side,
      (index) => {
        const other = coloured[index];
        return other !== null && other !== side && other !== 'middle';
      },
    );
  const [lefts, rights] = [named('left'), named('right')];
  return rows.map((_, index) => {
    const side = coloured[index];
    if (side) return side;
    if (faced) return byPlace[index] ?? 'middle';
    const bears = (keys: readonly string[]) => keys.filter((key) => signs[index]?.has(key)).length;
    const more = bears(rights) - bears(lefts);
    if (more !== 0) return more > 0 ? 'right' : 'left';
    // It has nothing of what all messages of one side have, and those of the other side have nothing of their own.
    if (isFull(index) && (lefts.length === 0) !== (rights.length === 0))
      return lefts.length > 0 ? 'right' : 'left';
    return faces[index] ?? lean[index] ?? 'middle';
  });
}

/** The keys of signs that hold for all of some rows (two at least) and for none of some others. */
function signsOnly(
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
  for (const element of [...row.element.querySelectorAll('*')].slice(0, 60)) add(element, 'in');
  for (const element of chainOf(row.element, box).slice(1)) add(element, 'around');
  return signs;
}

const cssOf = (sign: Sign) => sign.css ?? sign.around ?? '';
const wordOf = (sign: Sign) => sideNamed(cssOf(sign));

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
  const signs = rows.map((row) => signsOf(row, box));
  const shown = sidesOf(rows, signs, rectOf(box));
  // A person's word turns the page round, or says that its sides mean nothing.
  const useless = known !== undefined && shown[known.own] === shown[known.other];
  const mirrored = known ? shown[known.own] === 'left' : ownSide(rows, shown, signs, box) === 'left';
  const sides = shown.map((side): Side => (useless ? 'middle' : mirrored ? MIRROR[side] : side));
  const [ourSide, theirSide] = mirrored ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const all = new Map(signs.flatMap((own) => [...own]));
  const has = (index: number, key: string) => signs[index]?.has(key) === true;
  const indexes = rows.map((_, index) => index);
  const bothSides = sides.includes('left') && sides.includes('right');

  /** The signs that hold for all of these rows and none of those; those that say so by name first. */
  const telling = (mine: readonly number[], theirs: readonly number[], word: 'own' | 'other'): Sign[] =>
    [...all]
      .filter(([key]) => mine.every((index) => has(index, key)) && !theirs.some((index) => has(index, key)))
      .filter(([, sign]) => wordOf(sign) === word || mine.length >= 2)
      .sort((one, other) => rank(one, word) - rank(other, word))
      .map(([, sign]) => sign);

  if (bothSides) {
    const own = indexes.filter((index) => sides[index] === 'right');
    const other = indexes.filter((index) => sides[index] === 'left');
    const [ownSign] = telling(own, other, 'own');
    const [otherSign] = telling(other, own, 'other');
    const middle = indexes.filter((index) => sides[index] === 'middle');
    const ownNamed = ownSign && (wordOf(ownSign) === 'own' || (otherSign && own.length > 2));
    const otherNamed = otherSign && (wordOf(otherSign) === 'other' || (ownNamed && other.length > 2));
    // Messages that fill the line are on no side for a reader; where nothing else stands between, they are the rest.
    const rest =
      ownSign &&
      !otherSign &&
      own.length > 2 &&
      middle.length === 0 &&
      rows.some(({ rect }) => sideOf(rect, rectOf(box)) === 'middle');
    const named = rest || (ownNamed && otherNamed);
    const origin: Origin[] = [
      ownNamed || rest ? { by: 'agent', ...ownSign } : { by: 'agent', side: ourSide },
      otherNamed ? { by: 'buyer', ...otherSign } : { by: 'buyer', ...(rest ? ANY : { side: theirSide }) },
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

  const split = byName(rows, all, telling, has, known) ?? bySender(rows, known);
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

/**
 * The side of our own messages: where somebody is called by no name but as whoever looks, where a class says "mine",
 * where marks tell what became of a message; else where lines end in this page's writing.
 */
function ownSide(
  rows: readonly Row[],
  sides: readonly Side[],
  signs: readonly ReadonlyMap<string, Sign>[],
  box: Element,
): 'left' | 'right' {
  const only = (holds: (row: Row, index: number) => boolean): 'left' | 'right' | null => {
    const found = rows.flatMap((row, index) => (holds(row, index) ? [sides[index]] : []));
    const left = found.filter((side) => side === 'left').length;
    const right = found.filter((side) => side === 'right').length;
    return left >= 2 && right === 0 ? 'left' : right >= 2 && left === 0 ? 'right' : null;
  };
  return (
    only((row) => isSelf(senderOf(row))) ??
    only((_, index) => [...(signs[index]?.values() ?? [])].some((sign) => namesSelf(cssOf(sign)))) ??
    only(hasReceipt) ??
    (getComputedStyle(box).direction === 'rtl' ? 'left' : 'right')
  );
}

/** What stands beside the words as their sender; empty where nothing does. */
const senderOf = ({ blocks, said }: Row): string =>
  blocks
    .filter((block) => block.kind === 'words' && !said.includes(block))
    .map(({ text }) => withoutTimes(text))
    .find((text) => text !== '' && text.length <= 24) ?? '';

const hasReceipt = ({ blocks }: Row): boolean =>
  blocks.some(({ kind, text }) => kind === 'mark' && isReceipt(text));

/** Holds for every row: for what is left once others were asked. */
const ANY: Sign = { css: '*' };

/** Where all messages stand on one side: the names that split them in two, and say which half is whose. */
function byName(
  rows: readonly Row[],
  all: ReadonlyMap<string, Sign>,
  telling: (mine: readonly number[], theirs: readonly number[], word: 'own' | 'other') => Sign[],
  has: (index: number, key: string) => boolean,
  known: Known | undefined,
): Direction | null {
  let best: (Direction & { readonly score: number }) | null = null;
  const indexes = rows.map((_, index) => index);
  for (const [key, own] of all) {
    const mine = indexes.filter((index) => has(index, key));
    const rest = indexes.filter((index) => !has(index, key));
    if (mine.length === 0 || rest.length === 0) continue;
    // Notes and notices may be neither: then a name for most of the others does, if it says so.
    const most = [...all].find(
      ([one, sign]) =>
        wordOf(sign) === 'other' &&
        !mine.some((index) => has(index, one)) &&
        rest.filter((index) => has(index, one)).length >= Math.max(2, rest.length * 0.6),
    );
    const other = telling(rest, mine, 'other')[0] ?? most?.[1] ?? (namesSelf(cssOf(own)) ? ANY : undefined);
    if (!other) continue;
    const theirs = rest.filter((index) => other !== most?.[1] || has(index, most[0]));
    const receipts = rows.filter(hasReceipt).length;
    const marked = receipts >= 2 && rows.every((row, index) => !hasReceipt(row) || mine.includes(index));
    const words =
      Number(wordOf(own) === 'own') + Number(wordOf(other) === 'other') + Number(namesSelf(cssOf(own)));
    const right = known ? mine.includes(known.own) && theirs.includes(known.other) : words > 0 || marked;
    const score =
      words * 2 +
      Number(marked) +
      Math.min(mine.length, theirs.length) / indexes.length -
      Number(other === ANY);
    if (!right || (best && best.score >= score)) continue;
    best = {
      whose: indexes.map((index) =>
        mine.includes(index) ? 'own' : theirs.includes(index) ? 'other' : 'middle',
      ),
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

/** Where nothing but the senders' names tells messages apart: ours is the one that says "me", or speaks for a shop. */
function bySender(rows: readonly Row[], known: Known | undefined): Direction | null {
  const senders = rows.map(senderOf);
  const names = [...new Set(senders.filter((name) => name !== ''))];
  const knownOwn = known && senders[known.own];
  const own = knownOwn ?? names.find(isSelf) ?? names.find(isShop);
  if (!own || names.length < 2 || senders.filter((name) => name !== '').length < rows.length * 0.7)
    return null;
  if (known && senders[known.other] === own) return null;
  return {
    whose: senders.map((name) => (name === own ? 'own' : name ? 'other' : 'middle')),
    origin: [
      { by: 'agent', label: [own] },
      { by: 'buyer', ...ANY },
    ],
    sure: isSelf(own) || known ? 0.75 : 0.6,
    by: 'name',
  };
}

/** Names that speak of the side first, then the row's own, then short ones. */
function rank([key, sign]: readonly [string, Sign], word: 'own' | 'other'): number {
  const name = cssOf(sign);
  return (
    (wordOf(sign) === word ? 0 : 100) +
    (key.startsWith('on ') ? 0 : sign.around ? 10 : 5) +
    (attributeFirst(name) ? 0 : 2) +
    name.length / 100
  );
}

const attributeFirst = (css: string) => css.startsWith('[data-');
