import type { Sign } from '../define.ts';
import { allWithin } from '../dom.ts';
import { paintOf } from './blocks.ts';
import { type Row, sideOf } from './rows.ts';
import { signsOnly } from './signs.ts';
import { type Rect, rectOf } from './tree.ts';

/** Pixels within which edges count as one line. */
const ALIGNED = 3;

/** The most frequent value, neighbours taken for one. */
function common(values: readonly number[]): number | null {
  const near = (value: number) => values.filter((other) => Math.abs(other - value) <= ALIGNED).length;
  const best = [...values].sort((one, other) => near(other) - near(one))[0];
  return best ?? null;
}

export type Side = 'left' | 'right' | 'middle';

/**
 * On which side each row stands. By pictures of their senders where both sides have them; else by the lean of its
 * words, and where a long message fills its line, by the edge that it shares with others. A row that none of this
 * tells goes with the rows of its colour, else with those whose names it bears.
 */
export function sidesOf(
  rows: readonly Row[],
  signs: readonly ReadonlyMap<string, Sign>[],
  box: Rect,
): Side[] {
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

/** The side of a small square beside the words. */
function avatarSide(row: Element, words: Rect): 'left' | 'right' | null {
  for (const element of allWithin(row, 'img, svg, span, div, i, p').slice(0, 80)) {
    const { width, height, left, right, top, bottom } = rectOf(element);
    if (width < 20 || width > 64 || Math.abs(width - height) > 4) continue;
    if (bottom < words.top - 40 || top > words.bottom + 40) continue;
    if (right <= words.left + 2) return 'left';
    if (left >= words.right - 2) return 'right';
  }
  return null;
}
