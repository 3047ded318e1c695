import type { CompiledRule } from './compile.ts';
import { isDenied } from './context.ts';
import type { Hit } from './hit.ts';
import type { Words } from './language.ts';
import { groupOf, NEAR, roleOf } from './meaning.ts';
import { distanceBetween, type Span } from './span.ts';
import type { Units } from './units.ts';

interface Sign extends Span {
  readonly sign: number;
  readonly points: number;
  readonly away: number;
}

/**
 * The signs around `hit` that speak against the sentence, or null if what they say does not add up. A sign counts
 * once, the longest of its phrases that takes no character of another; what speaks for the sentence may lie anywhere.
 * A word that is only part of a longer one with the opposite meaning says nothing (视频 in 安装视频), nor
 * does what is denied.
 */
export function weigh(
  { clues, near = [], exceptNegated }: CompiledRule,
  hit: Hit,
  kept: readonly Hit[],
  units: Units,
  words: Words,
): Span[] | null {
  if (clues === undefined) return [];
  const signs = kept
    .filter(({ meaning }) => roleOf(meaning) === NEAR && groupOf(meaning) >= near.length)
    .map(({ meaning, ...span }): Sign => {
      const sign = groupOf(meaning) - near.length;
      return { ...span, sign, points: clues.points[sign] as number, away: distanceBetween(units, hit, span) };
    })
    .filter(({ away }) => away <= clues.within)
    .filter(({ points, from, to }) => !(exceptNegated && points > 0 && isDenied(units, from, to, words)));
  const ranked = signs
    .filter((one) => !signs.some((other) => overrules(other, one)))
    .sort((a, b) => b.points - a.points || b.to - b.from - (a.to - a.from) || a.away - b.away);
  const own = clues.anywhere ? groupOf(hit.meaning) : -1;
  const counted = new Set([own]);
  const against: Span[] = [];
  let sum = clues.points[own] ?? 0;
  for (const { from, to, folds, sign, points } of ranked) {
    if (counted.has(sign)) continue;
    if (points > 0) {
      if ([hit, ...against].some((other) => other.from < to && from < other.to)) continue;
      against.push({ from, to, folds });
    }
    counted.add(sign);
    sum += points;
  }
  return sum >= clues.enough ? against : null;
}

/** Whether `other` holds `one` and more, and means the opposite. */
const overrules = (other: Sign, one: Sign): boolean =>
  other.points > 0 !== one.points > 0 &&
  other.from <= one.from &&
  one.to <= other.to &&
  one.to - one.from < other.to - other.from;
