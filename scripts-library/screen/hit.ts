import { ABBREVIATION, FILLER, PINYIN, REPEAT, REVERSED, SPLIT } from './folds.ts';
import type { Words } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { isReversed } from './meaning.ts';
import { type Path, swapsAllowed } from './path.ts';
import { lengthOf } from './readings.ts';
import { cutsToken, isDigit, isLetter, runsOn } from './tokens.ts';
import { COMMA_GAP, type Units } from './units.ts';

/** A phrase found: units [from, to), what it means and the folds that had to be undone. */
export interface Hit {
  readonly meaning: number;
  readonly from: number;
  readonly to: number;
  readonly folds: number;
}

/** Punctuation disguises only between all characters; a long phrase may hold one comma of its own. */
const gapsFit = ({ worst, gaps, used, n, swaps }: Path): boolean =>
  worst < COMMA_GAP || gaps === used - 1 || (worst === COMMA_GAP && (gaps > 1 || (n > 4 && swaps === 0)));

/** A weak alias counts in a longer phrase, and at its end only before what may follow an alias. */
function weakFits({ weak, n, swaps }: Path, units: Units, to: number, words: Words): boolean {
  if (weak === null) return true;
  if (n <= lengthOf(weak) || swaps > 0) return false;
  const after = units.code[to] as number;
  if (weak.to !== to || to >= units.length || !runsOn(units, to) || words.afterWeak.has(after)) return true;
  return isDigit(after) || (isLetter(after) && !isLetter(units.code[to - 1]));
}

/** Adds the phrases at `node`, units [from, to), to `hits` if the path there hides one. No token is cut at `from`. */
export function addHits(
  { trie, language }: Lexicon,
  node: number,
  path: Path,
  units: Units,
  from: number,
  to: number,
  hits: Hit[],
): void {
  const { ends, meanings } = trie;
  const { n, swaps, letters, folds } = path;
  const last = ends[node + 1] as number;
  let at = ends[node] as number;
  if (at === last || swaps > swapsAllowed(n) || !gapsFit(path) || !weakFits(path, units, to, language))
    return;
  if (folds & FILLER && (n < 3 || swaps > 0)) return;
  if (letters < 5 && path.used === letters) return;
  if (cutsToken(units, to)) return;
  for (; at < last; at++) {
    const meaning = meanings[at] as number;
    const reversed = isReversed(meaning);
    if (reversed && (swaps > 0 || folds & (ABBREVIATION | PINYIN | SPLIT | FILLER | REPEAT))) continue;
    hits.push({ meaning, from, to, folds: folds | (reversed ? REVERSED : 0) });
  }
}
