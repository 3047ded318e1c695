import type { Words } from './language.ts';
import { gapAt, looseAt, SOFT_GAP, textOf, type Units, WALL } from './units.ts';

/** Digits in one piece; `to` is exclusive. */
export type Block = readonly [from: number, to: number];

/** A mobile number has so many figures. */
const FIGURES = 11;
/** Longer than this a joining word is a sentence of its own. */
const LONGEST_JOIN = 9;

/**
 * Mobile numbers told in pieces: parted by commas or lines (139，1234，5678) or by words that say how they go on
 * (139然后12345678, 开头139，尾号…). `digits` holds a figure for each unit that is one and a blank for the others.
 * Pieces that only soft separators part are for the caller to find.
 */
export function numbersInPieces(digits: string, units: Units, words: Words): Block[] {
  const blocks = blocksOf(digits, units);
  const found: Block[] = [];
  for (let first = 0; first < blocks.length; first++) {
    const pieces = piecesFrom(blocks, first, units, words);
    if (pieces === null || isListed(blocks, first, pieces, units)) continue;
    const taken = blocks.slice(first, first + pieces);
    const from = taken[0]?.[0] ?? 0;
    const to = taken[pieces - 1]?.[1] ?? 0;
    const number = taken.map((block) => digits.slice(...block)).join('');
    if (!/^1[3-9]\d{9}$/.test(number) || words.counts.test(textOf(units, to, to + 3))) continue;
    if (words.otherNumber.test(textOf(units, Math.max(0, from - 14), from))) continue;
    found.push([from, to]);
    first += pieces - 1;
  }
  return found;
}

/** Stretches of figures that nothing parts; one that counts places (后八位) is none. */
function blocksOf(digits: string, units: Units): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: row } of digits.matchAll(/\d+/g)) {
    let from = index;
    for (let at = from + 1; at <= index + row.length; at++) {
      if (at < index + row.length && gapAt(units, at) === 0) continue;
      if (textOf(units, at, at + 1) !== '位') blocks.push([from, at]);
      from = at;
    }
  }
  return blocks;
}

/** How many blocks from `first` on make up a number, or null. */
function piecesFrom(blocks: readonly Block[], first: number, units: Units, words: Words): number | null {
  const lengths: number[] = [];
  let sum = 0;
  let said = false;
  let parted = false;
  for (let next = first; next < blocks.length && sum < FIGURES; next++) {
    const [from, to] = blocks[next] as Block;
    if (next > first) {
      const end = (blocks[next - 1] as Block)[1];
      if (hasWall(units, end, from)) return null;
      const between = textOf(units, end, from);
      const loose = isLoose(units, end, from);
      if (between.length > LONGEST_JOIN || !(loose || words.joins.test(between))) return null;
      said ||= !loose;
      parted ||= !loose || from > end || gapAt(units, from) > SOFT_GAP;
    }
    lengths.push(to - from);
    sum += to - from;
  }
  if (sum !== FIGURES || !parted) return null;
  const [head = 0] = lengths;
  const spelt = lengths.length === FIGURES;
  const fits = said ? head > 2 && lengths.length < 5 : spelt || words.phoneBreaks.has(lengths.join('-'));
  return fits ? lengths.length : null;
}

/** Whether more numbers follow each other in the same way: prices or sizes rather than one number. */
function isListed(blocks: readonly Block[], first: number, count: number, units: Units): boolean {
  const meets = (one: Block | undefined, other: Block | undefined): boolean =>
    one !== undefined && other !== undefined && isLoose(units, one[1], other[0]);
  const before = blocks[first - 1];
  const country = before !== undefined && /^(00)?86$/.test(textOf(units, ...before));
  return (
    (!country && meets(before, blocks[first])) || meets(blocks[first + count - 1], blocks[first + count])
  );
}

/** Whether nothing but separators and decoration lies between. */
function isLoose(units: Units, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!looseAt(units, at)) return false;
  return true;
}

function hasWall(units: Units, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (gapAt(units, at) === WALL) return true;
  return false;
}
