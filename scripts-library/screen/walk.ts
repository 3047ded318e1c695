import {
  ABBREVIATION,
  DIGITS,
  EMOJI,
  FILLER,
  HOMOPHONE,
  LOOKALIKE,
  PINYIN,
  REPEAT,
  REVERSED,
  SPLIT,
} from './folds.ts';
import type { Words } from './language.ts';
import { ALIAS_ROOT, ANY_NUMBER, indexOf, isReversed, isWeak } from './meaning.ts';
import { FIGURE, FILLS, JOINED, JOINS, marked, NUMERAL, placesOf, type Starts, WILD } from './starts.ts';
import { edgeFrom, sounds, step, type Trie } from './trie.ts';
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
  /** Its place among the paths, which are used again: the walk is where the time goes. */
  readonly depth: number;
  from: number;
  n: number;
  used: number;
  /** Characters replaced by one that sounds or looks alike. */
  swaps: number;
  /** Joints with something between, and the strongest of it. */
  gaps: number;
  worst: number;
  folds: number;
  /** Letters read as pinyin so far, and whether the last unit was one. */
  letters: number;
  spelling: boolean;
  fillers: number;
  /** Where a weak alias ended, and the length of its word; 0 if none. */
  weakTo: number;
  weakWord: number;
}

const blank = (depth: number): Path => ({
  depth,
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
});

/** An alias or a split character in the text: it stands for `word`, ends before unit `to`. */
interface Other {
  readonly word: string;
  readonly to: number;
  readonly weak: boolean;
  readonly folds: number;
}

/** What the walk looks up. */
export interface Lexicon {
  readonly trie: Trie;
  readonly tables: Tables;
  readonly words: readonly string[];
  readonly starts: Starts;
  readonly language: Words;
}

const NONE: readonly Other[] = [];

/** Steps from one start; only a text made to slow us down needs more. */
const PATIENCE = 3000;

const isLetter = (code = 0): boolean => code > 96 && code < 123;
const isDigit = (code = 0): boolean => code > 47 && code < 58;
/** How many characters of a phrase of `n` may be swapped before it is another phrase. */
const swapsAllowed = (n: number): number => (n < 3 ? 0 : n < 5 ? 1 : n < 7 ? 2 : 3);

/** Makes a finder of every phrase of the lexicon in the units of a text, disguised or not. */
export function walkOf({ trie, tables, words, starts, language }: Lexicon): (units: Units) => Hit[] {
  const { edges, labels, targets, ends, reach } = trie;
  const { sound, alike } = tables;
  const { traits } = starts;
  const firsts = new Uint32Array(0x10000);
  const toNode = (node: number, label: number): number =>
    node === 0 ? (firsts[label] as number) : step(trie, node, label);
  for (let edge = 0; edge < (edges[1] as number); edge++)
    firsts[labels[edge] as number] = targets[edge] as number;
  const aliasRoot = toNode(0, ALIAS_ROOT);
  let units: Units;
  let { code, gap, length } = {} as Units;
  let hits: Hit[];
  const others: (readonly Other[])[] = [];
  let patience: number;
  const root = blank(0);
  const paths = [root];
  const places: number[] = [];

  const runsOn = (to: number): boolean => gap[to] === NO_GAP;
  /** A Latin word or number goes on over the border before unit `at`: AVX512 holds no VX. */
  const cutsToken = (at: number): boolean =>
    runsOn(at) &&
    ((isLetter(code[at]) && isLetter(code[at - 1])) || (isDigit(code[at]) && isDigit(code[at - 1])));

  /** Punctuation disguises only between all characters; a long phrase may hold one comma of its own. */
  const gapsFit = ({ worst, gaps, used, n, swaps }: Path): boolean =>
    worst < COMMA_GAP || gaps === used - 1 || (worst === COMMA_GAP && (gaps > 1 || (n > 4 && swaps === 0)));

  function weakFits({ weakTo, weakWord, n, swaps }: Path, to: number): boolean {
    if (weakTo === 0) return true;
    if (n <= weakWord || swaps > 0) return false;
    const after = code[to] as number;
    if (weakTo !== to || to >= length || !runsOn(to) || language.afterWeak.has(after)) return true;
    return isDigit(after) || (isLetter(after) && !isLetter(code[to - 1]));
  }

  function report(node: number, path: Path, to: number): void {
    const { n, swaps, letters, folds, from } = path;
    const last = ends[node + 1] as number;
    let at = ends[node] as number;
    if (at === last || swaps > swapsAllowed(n) || !gapsFit(path) || !weakFits(path, to)) return;
    if (path.fillers > 0 && (n < 3 || swaps > 0)) return;
    if (letters > 0 && letters < 5 && path.used === letters) return;
    if (path.spelling && isLetter(code[to]) && runsOn(to)) return;
    if (cutsToken(from) || cutsToken(to)) return;
    for (; at < last; at++) {
      const meaning = trie.meanings[at] as number;
      const reversed = isReversed(meaning);
      if (reversed && (swaps > 0 || folds & (ABBREVIATION | PINYIN | SPLIT | FILLER | REPEAT))) continue;
      hits.push({ meaning, from, to, folds: folds | (reversed ? REVERSED : 0) });
    }
  }

  /** Whether anything can come of being at `node` before unit `i` with so many swaps left; mostly nothing can. */
  function leads(node: number, i: number, swapsLeft: number): boolean {
    if (ends[node] !== ends[node + 1]) return true;
    if (i >= length) return false;
    const here = code[i] as number;
    const trait = traits[here] as number;
    if (isLetter(here) || (trait & NUMERAL && toNode(node, ANY_NUMBER) !== 0)) return true;
    for (const { word } of othersAt(i)) if (follow(node, word) !== 0) return true;
    const heard = sound[here] as number;
    const last = edges[node + 1] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, edge, last, heard); edge++)
      if (swapsLeft > 0 || labels[edge] === here) return true;
    const forms = swapsLeft > 0 || trait & FIGURE ? (alike.get(here) ?? '') : '';
    for (let k = 1; k < forms.length; k++) if (toNode(node, forms.charCodeAt(k)) !== 0) return true;
    const skippable = trait & FILLS || units.either[i] || here === code[i - 1];
    return skippable ? leads(node, i + 1, swapsLeft) : false;
  }

  /** Tries every way to read on from unit `i`. Most fail at the look-up, so nothing is made before it. */
  function go(node: number, i: number, past: Path): void {
    if (i >= length || ++patience > PATIENCE) return;
    const here = code[i] as number;
    if (past.used > 0 && gap[i] === WALL) return;
    const midWord = past.spelling && runsOn(i) && isLetter(here);
    if (isLetter(here)) spell(node, i, past, midWord);
    if (midWord) return;
    const own = units.folds[i] as number;
    const trait = traits[here] as number;
    const swapsLeft = swapsAllowed(past.n + (reach[node] as number)) - past.swaps;

    const heard = sound[here] as number;
    const last = edges[node + 1] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, edge, last, heard); edge++) {
      const next = targets[edge] as number;
      if (labels[edge] === here) take(past, i, next, i + 1, own);
      else if (swapsLeft > 0) take(past, i, next, i + 1, own | HOMOPHONE, 1);
    }
    if (trait & NUMERAL) take(past, i, toNode(node, ANY_NUMBER), numberEnd(i), own);
    const forms = alike.get(here) ?? '';
    for (let k = 1; k < forms.length; k++) {
      const label = forms.charCodeAt(k);
      if (isDigit(label)) take(past, i, toNode(node, label), i + 1, own | DIGITS);
      else if (swapsLeft > 0) take(past, i, toNode(node, label), i + 1, own | LOOKALIKE, 1);
    }
    for (const other of othersAt(i)) take(past, i, follow(node, other.word), other.to, other.folds, 0, other);
    if (past.used === 0) return;
    const skip =
      trait & FILLS ? FILLER : units.either[i] ? EMOJI : here === code[i - 1] && !isDigit(here) ? REPEAT : 0;
    if (skip === 0) return;
    const path = fork(past, i, skip);
    if (skip === FILLER) path.fillers++;
    go(node, i + 1, path);
  }

  /** Goes on along an edge that unit `i`, and what follows it before `to`, may be read as. */
  function take(
    past: Path,
    i: number,
    next: number,
    to: number,
    folds: number,
    swap = 0,
    other?: Other,
  ): void {
    if (next === 0) return;
    const n = past.n + (other === undefined ? 1 : other.word.length);
    const swapsLeft = swapsAllowed(n + (reach[next] as number)) - past.swaps - swap;
    if ((swap > 0 && swapsLeft < 0) || !leads(next, to, swapsLeft)) return;
    const path = fork(past, i, folds);
    path.n = n;
    path.used++;
    path.swaps += swap;
    path.spelling = false;
    if (other?.weak) {
      path.weakTo = to;
      path.weakWord = other.word.length;
    }
    report(next, path, to);
    go(next, to, path);
  }

  /** The path one step on, the gap before unit `i` crossed. */
  function fork(past: Path, i: number, folds: number): Path {
    const { depth, used } = past;
    paths[depth + 1] ??= blank(depth + 1);
    const path = paths[depth + 1] as Path;
    const apart = used > 0 ? (gap[i] as number) : NO_GAP;
    path.from = past.from;
    path.n = past.n;
    path.used = used;
    path.swaps = past.swaps;
    path.gaps = past.gaps + (apart > NO_GAP ? 1 : 0);
    path.worst = Math.max(past.worst, apart);
    path.folds = past.folds | folds | (used > 0 ? (units.gapFolds[i] as number) : 0);
    path.letters = past.letters;
    path.spelling = past.spelling;
    path.fillers = past.fillers;
    path.weakTo = past.weakTo;
    path.weakWord = past.weakWord;
    return path;
  }

  function numberEnd(i: number): number {
    let to = i + 1;
    while (runsOn(to) && (traits[code[to] as number] as number) & NUMERAL) to++;
    return to;
  }

  /** Reads letters as pinyin. They must be whole syllables of a whole word: no fan in "fantasy". */
  function spell(node: number, i: number, past: Path, midWord: boolean): void {
    if (!midWord && runsOn(i) && isLetter(code[i - 1])) return;
    let reading = '';
    let folds = PINYIN;
    for (let to = i; to < i + 6 && isLetter(code[to]); to++) {
      if (to > i && (gap[to] as number) >= COMMA_GAP) return;
      reading += String.fromCharCode(code[to] as number);
      folds |= (units.folds[to] as number) | (to > i ? (units.gapFolds[to] as number) : 0);
      const heard = tables.readings.get(reading) ?? 0;
      const last = edges[node + 1] as number;
      let edge = edgeFrom(trie, node, heard);
      for (; heard > 0 && sounds(trie, edge, last, heard); edge++) {
        const path = fork(past, i, folds);
        path.n++;
        path.used += reading.length;
        path.letters += reading.length;
        path.spelling = true;
        const next = targets[edge] as number;
        report(next, path, to + 1);
        go(next, to + 1, path);
      }
    }
  }

  /** Whether a Latin alias goes on as a short number: WX-100 is a product, vx12345678 is not. */
  function isModel(to: number): boolean {
    let end = to;
    while (isDigit(code[end]) && (gap[end] as number) < COMMA_GAP) end++;
    return isLetter(code[to - 1]) && end > to && end - to < 5 && !isLetter(code[end]);
  }

  /** Where a word leads to from `node`. */
  function follow(node: number, word: string): number {
    let next = toNode(node, word.charCodeAt(0));
    for (let k = 1; k < word.length && next !== 0; k++) next = toNode(next, word.charCodeAt(k));
    return next;
  }

  /** Aliases and split characters that start at a unit. Looked up once for a text; most units start none. */
  function othersAt(start: number): readonly Other[] {
    const here = code[start] as number;
    const trait = traits[here] as number;
    const next = code[start + 1] as number;
    if (!(trait & WILD || (trait & JOINS && marked(starts, here, next, JOINED)))) return NONE;
    const known = others[start];
    if (known !== undefined) return known;
    const found: Other[] = [];
    let node = aliasRoot === 0 ? 0 : toNode(aliasRoot, here);
    let folds = units.folds[start] as number;
    for (let to = start + 1; node !== 0; to++) {
      for (let at = ends[node] as number; at < (ends[node + 1] as number); at++) {
        const meaning = trie.meanings[at] as number;
        const word = words[indexOf(meaning)] as string;
        if (!cutsToken(start) && !cutsToken(to) && !isModel(to))
          found.push({ word, to, weak: isWeak(meaning), folds: folds | ABBREVIATION });
      }
      if (to >= length || (gap[to] as number) >= COMMA_GAP) break;
      folds |= (units.folds[to] as number) | (units.gapFolds[to] as number);
      node = toNode(node, code[to] as number);
    }
    if ((gap[start + 1] as number) < COMMA_GAP) {
      folds = (units.folds[start] as number) | (units.folds[start + 1] as number) | SPLIT;
      for (const word of tables.parts.get(here * 0x10000 + next)?.slice(2) ?? '')
        found.push({ word, to: start + 2, weak: false, folds });
    }
    others[start] = found;
    return found;
  }

  return (next) => {
    units = next;
    ({ code, gap, length } = next);
    hits = [];
    others.length = 0;
    const count = placesOf(starts, units, places);
    for (let k = 0; k < count; k++) {
      root.from = places[k] as number;
      patience = 0;
      if (!cutsToken(root.from)) go(0, root.from, root);
    }
    return hits;
  };
}
