import type { Sign } from '../define.ts';
import { asideOf } from '../read-row.ts';
import type { Row } from './rows.ts';
import { type Side, sidesOf } from './sides.ts';
import { cssOf, rank, signsOf, wordOf } from './signs.ts';
import { insideOf } from './tree.ts';
import { isReceipt, isSelf, isShop, namesSelf, withoutTimes } from './words.ts';

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

const MIRROR: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', middle: 'middle' };

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
  const shown = sidesOf(rows, signs, insideOf(box));
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

  const named = byName(rows, all, telling, has, known);
  const few = Math.min(...['left', 'right'].map((side) => sides.filter((one) => one === side).length));
  // One that stands apart among many, as a note does: names that speak of both sides know better.
  if (few === 1 && rows.length > 4 && named && named.words >= 2) return named;

  if (bothSides) {
    const own = indexes.filter((index) => sides[index] === 'right');
    const other = indexes.filter((index) => sides[index] === 'left');
    const [ownSign] = telling(own, other, 'own');
    const [otherSign] = telling(other, own, 'other');
    const middle = indexes.filter((index) => sides[index] === 'middle');
    const ownNamed = ownSign && (wordOf(ownSign) === 'own' || (otherSign && own.length > 2));
    const otherNamed = otherSign && (wordOf(otherSign) === 'other' || (ownNamed && other.length > 2));
    // A reader tells no side by faces, nor of messages that fill the line; where nothing else stands between, they are the rest.
    const rest =
      ownSign &&
      !otherSign &&
      own.length > 2 &&
      middle.length === 0 &&
      rows.some(({ rect }, index) => asideOf(rect, insideOf(box)) !== shown[index]);
    const isNamed = rest || (ownNamed && otherNamed);
    const origin: Origin[] = [
      ownNamed || rest ? { by: 'agent', ...ownSign } : { by: 'agent', side: ourSide },
      otherNamed ? { by: 'buyer', ...otherSign } : { by: 'buyer', ...(rest ? ANY : { side: theirSide }) },
    ];
    const clear = (own.length + other.length) / rows.length;
    return {
      whose: sides.map((side) => (side === 'right' ? 'own' : side === 'left' ? 'other' : 'middle')),
      origin,
      sure:
        Math.min(1, 0.55 * clear + (isNamed ? 0.25 : 0.1) + Math.min(0.2, rows.length / 40)) -
        (middle.length > rows.length / 2 ? 0.2 : 0),
      by: 'side',
    };
  }

  const split = named ?? bySender(rows, known);
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
): (Direction & { readonly words: number }) | null {
  let best: (Direction & { readonly score: number; readonly words: number }) | null = null;
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
      words,
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
