import { ABBREVIATION, DIGITS, EMOJI, FILLER, PINYIN, REPEAT, REVERSED, SPLIT } from './folds.ts';
import type { Words } from './language.ts';
import { ALIAS_ROOT, ANY_NUMBER, indexOf, isReversed, isWeak } from './meaning.ts';
import { mayStart, type Starts } from './starts.ts';
import type { Trie } from './trie.ts';
import { COMMA_GAP, NO_GAP, type Units, WALL } from './units.ts';
import type { Tables } from './variants.ts';

/** A phrase found: units [from, to), what it means and the folds that had to be undone. */
export interface Hit {
  readonly meaning: number;
  readonly from: number;
  readonly to: number;
  readonly folds: number;
}

/** How the walk came to where it is. `n` counts the phrase's characters, `used` the units taken for them. */
interface Path {
  readonly from: number;
  readonly n: number;
  readonly used: number;
  /** Characters replaced by one that sounds or looks alike. */
  readonly swaps: number;
  /** Joints with something between, and the strongest of it. */
  readonly gaps: number;
  readonly worst: number;
  readonly folds: number;
  /** Letters read as pinyin so far, and whether the last unit was one. */
  readonly letters: number;
  readonly spelling: boolean;
  readonly fillers: number;
  /** Where a weak alias ended, and the length of its word; 0 if none. */
  readonly weakTo: number;
  readonly weakWord: number;
}

const BLANK: Path = {
  from: 0,
  n: 0,
  used: 0,
  swaps: 0,
  gaps: 0,
  worst: 0,
  folds: 0,
  letters: 0,
  spelling: false,
  fillers: 0,
  weakTo: 0,
  weakWord: 0,
};

/** An alias in the text: it stands for `word`, ends before unit `to`. */
interface AliasHit {
  readonly word: readonly number[];
  readonly to: number;
  readonly weak: boolean;
  readonly folds: number;
}

/** What the walk looks up. */
export interface Lexicon {
  readonly trie: Trie;
  readonly tables: Tables;
  readonly words: readonly (readonly number[])[];
  readonly starts: Starts;
  readonly language: Words;
}

/** Steps from one start; only a text made to slow us down needs more. */
const PATIENCE = 3000;
const FILLERS = new Set([...'一丨丶乀'].map((c) => c.charCodeAt(0)));

const NUMERALS = new Set([...'0123456789一二两三四五六七八九十百几半'].map((c) => c.charCodeAt(0)));
const isNumeral = (code: number | undefined): boolean => code !== undefined && NUMERALS.has(code);
const isLetter = (code = 0): boolean => code >= 97 && code <= 122;
const isDigit = (code = 0): boolean => code >= 48 && code <= 57;
/** How many characters of a phrase of `n` may be swapped before it is another phrase. */
const swapsAllowed = (n: number): number => (n < 3 ? 0 : n < 5 ? 1 : n < 7 ? 2 : 3);

/** Finds every phrase of the lexicon in the units, disguised or not. */
export function walk(units: Units, { trie, tables, words, starts, language }: Lexicon): Hit[] {
  const { code, gap, length } = units;
  const hits: Hit[] = [];
  const aliasRoot = trie.step(0, ALIAS_ROOT);
  let patience = 0;

  /** A Latin word or number must not go on outside the hit: AVX512 holds no VX. */
  function cutsToken(from: number, to: number): boolean {
    const before = gap[from] === NO_GAP ? code[from - 1] : undefined;
    const after = gap[to] === NO_GAP ? code[to] : undefined;
    return (
      (isLetter(code[from]) && isLetter(before)) ||
      (isLetter(code[to - 1]) && isLetter(after)) ||
      (isDigit(code[from]) && isDigit(before)) ||
      (isDigit(code[to - 1]) && isDigit(after))
    );
  }

  /** Punctuation disguises only between all characters; a long phrase may hold one comma of its own. */
  const gapsFit = (path: Path): boolean =>
    path.worst < COMMA_GAP ||
    path.gaps === path.used - 1 ||
    (path.worst === COMMA_GAP && (path.gaps > 1 || (path.n > 4 && path.swaps === 0)));

  function weakFits(path: Path, to: number): boolean {
    if (path.weakTo === 0) return true;
    if (path.n <= path.weakWord || path.swaps > 0) return false;
    const after = code[to] as number;
    if (path.weakTo !== to || to >= length || gap[to] !== NO_GAP || language.afterWeak.has(after))
      return true;
    return isDigit(after) || (isLetter(after) && !isLetter(code[to - 1]));
  }

  function report(node: number, path: Path, to: number): void {
    const last = trie.first(node + 1);
    for (let at = trie.first(node); at < last; at++) {
      const meaning = trie.ends[at] as number;
      if (path.swaps > swapsAllowed(path.n) || !gapsFit(path) || !weakFits(path, to)) continue;
      if (path.fillers > 0 && (path.n < 3 || path.swaps > 0)) continue;
      if (path.letters > 0 && path.letters < 5 && path.used === path.letters) continue;
      if (path.spelling && isLetter(code[to]) && gap[to] === NO_GAP) continue;
      if (cutsToken(path.from, to)) continue;
      const reversed = isReversed(meaning);
      if (reversed && (path.swaps > 0 || path.folds & (ABBREVIATION | PINYIN | SPLIT | FILLER | REPEAT)))
        continue;
      hits.push({ meaning, from: path.from, to, folds: path.folds | (reversed ? REVERSED : 0) });
    }
  }

  function arrive(node: number, to: number, path: Path): void {
    report(node, path, to);
    go(node, to, path);
  }

  /** Tries every way to read on from unit `i`. Most fail at the look-up, so nothing is made before it. */
  function go(node: number, i: number, past: Path): void {
    if (i >= length || ++patience > PATIENCE) return;
    const here = code[i] as number;
    const apart = gap[i] as number;
    if (past.used > 0 && apart === WALL) return;
    const midWord = past.spelling && apart === NO_GAP && isLetter(here);
    const own = units.folds[i] as number;
    if (isLetter(here)) spell(node, i, joint(past, i), midWord);
    if (midWord) return;
    const same = trie.step(node, here);
    if (same !== 0) arrive(same, i + 1, taken(past, i, own, 0));
    const number = isNumeral(here) ? trie.step(node, ANY_NUMBER) : 0;
    if (number !== 0) arrive(number, numberEnd(i), taken(past, i, own, 0));
    const swapsLeft = swapsAllowed(past.n + trie.reach(node)) - past.swaps;
    for (const { code: meant, fold } of tables.variants.get(here) ?? []) {
      const swap = fold === DIGITS ? 0 : 1;
      const next = swap > swapsLeft ? 0 : trie.step(node, meant);
      if (next !== 0 && past.swaps + swap <= swapsAllowed(past.n + 1 + trie.reach(next))) {
        arrive(next, i + 1, taken(past, i, own | fold, swap));
      }
    }
    for (const alias of aliasesAt[i] ?? []) {
      const next = follow(node, alias.word);
      if (next === 0) continue;
      const path = taken(past, i, alias.folds | ABBREVIATION, 0);
      const weak = alias.weak ? { weakTo: alias.to, weakWord: alias.word.length } : {};
      arrive(next, alias.to, { ...path, ...weak, n: past.n + alias.word.length });
    }
    const second = code[i + 1];
    if (second !== undefined && (gap[i + 1] as number) < COMMA_GAP) {
      for (const whole of tables.parts.get(here * 0x10000 + second) ?? []) {
        const next = trie.step(node, whole);
        if (next !== 0) arrive(next, i + 2, taken(past, i, own | (units.folds[i + 1] as number) | SPLIT, 0));
      }
    }
    if (past.used === 0) return;
    const skip = FILLERS.has(here)
      ? FILLER
      : units.either[i]
        ? EMOJI
        : here === code[i - 1] && !isDigit(here)
          ? REPEAT
          : 0;
    if (skip === 0) return;
    const path = joint(past, i);
    go(node, i + 1, { ...path, fillers: path.fillers + (skip === FILLER ? 1 : 0), folds: path.folds | skip });
  }

  /** The path with the gap before unit `i` crossed. */
  function joint(past: Path, i: number): Path {
    const apart = gap[i] as number;
    const folds = units.gapFolds[i] as number;
    if (past.used === 0 || (apart === NO_GAP && folds === 0)) return past;
    return {
      ...past,
      gaps: past.gaps + (apart > NO_GAP ? 1 : 0),
      worst: Math.max(past.worst, apart),
      folds: past.folds | folds,
    };
  }

  /** The path with one more character of the phrase read at unit `i`. */
  function taken(past: Path, i: number, folds: number, swap: number): Path {
    const {
      from,
      n,
      used,
      swaps,
      gaps,
      worst,
      folds: known,
      letters,
      fillers,
      weakTo,
      weakWord,
    } = joint(past, i);
    return {
      from,
      n: n + 1,
      used: used + 1,
      swaps: swaps + swap,
      gaps,
      worst,
      folds: known | folds,
      letters,
      spelling: false,
      fillers,
      weakTo,
      weakWord,
    };
  }

  function numberEnd(i: number): number {
    let to = i + 1;
    while (to < length && isNumeral(code[to]) && (gap[to] as number) <= NO_GAP) to++;
    return to;
  }

  function follow(node: number, word: readonly number[]): number {
    let next = node;
    for (const sign of word) {
      next = trie.step(next, sign);
      if (next === 0) break;
    }
    return next;
  }

  /** Reads letters as pinyin. They must be whole syllables of a whole word: no fan in "fantasy". */
  function spell(node: number, i: number, path: Path, midWord: boolean): void {
    if (!midWord && i > 0 && gap[i] === NO_GAP && isLetter(code[i - 1])) return;
    let reading = '';
    let folds = path.folds | PINYIN;
    for (let to = i; to < length && to < i + 6 && isLetter(code[to]); to++) {
      if (to > i && (gap[to] as number) >= COMMA_GAP) return;
      reading += String.fromCharCode(code[to] as number);
      folds |= (units.folds[to] as number) | (to > i ? (units.gapFolds[to] as number) : 0);
      for (const meant of tables.readings.get(reading) ?? []) {
        const used = path.used + reading.length;
        const letters = path.letters + reading.length;
        arrive(trie.step(node, meant), to + 1, {
          ...path,
          n: path.n + 1,
          used,
          letters,
          folds,
          spelling: true,
        });
      }
    }
  }

  /** Whether a Latin alias goes on as a short number: WX-100 is a product, vx12345678 is not. */
  function isModel(to: number): boolean {
    let end = to;
    while (end < length && isDigit(code[end]) && (gap[end] as number) < COMMA_GAP) end++;
    return isLetter(code[to - 1]) && end > to && end - to < 5 && !isLetter(code[end]);
  }

  /** Aliases that start at a unit. Separators inside are fine, other folds are spelt out in the list. */
  function aliasesFrom(start: number): AliasHit[] | undefined {
    let node = trie.step(aliasRoot, code[start] as number);
    if (node === 0) return undefined;
    let found: AliasHit[] | undefined;
    let folds = units.folds[start] as number;
    for (let to = start + 1; node !== 0; to++) {
      for (let at = trie.first(node); at < trie.first(node + 1); at++) {
        const meaning = trie.ends[at] as number;
        const word = words[indexOf(meaning)];
        if (word !== undefined && !cutsToken(start, to) && !isModel(to)) {
          found ??= [];
          found.push({ word, to, weak: isWeak(meaning), folds });
        }
      }
      if (to >= length || (gap[to] as number) >= COMMA_GAP) break;
      folds |= (units.folds[to] as number) | (units.gapFolds[to] as number);
      node = trie.step(node, code[to] as number);
    }
    return found;
  }

  const aliasesAt: (AliasHit[] | undefined)[] = [];
  if (aliasRoot !== 0) for (let i = 0; i < length; i++) aliasesAt.push(aliasesFrom(i));
  for (let from = 0; from < length; from++) {
    if (!aliasesAt[from] && !aliasesAt[from + 1] && !mayStart(starts, tables, units, from)) continue;
    patience = 0;
    go(0, from, { ...BLANK, from });
  }
  return hits;
}
