import { DIGITS, EMOJI, FILLER, HOMOPHONE, LOOKALIKE, PINYIN, REPEAT } from './folds.ts';
import { addHits, type Hit } from './hit.ts';
import { leadsOf } from './leads.ts';
import { follow, type Lexicon, toNodeOf } from './lexicon.ts';
import { ANY_NUMBER } from './meaning.ts';
import { type Other, othersOf } from './others.ts';
import { fork, type Path, START, swapsAllowed } from './path.ts';
import { FILLS, NUMERAL, placesOf } from './starts.ts';
import { cutsToken, isDigit, isLetter, runsOn } from './tokens.ts';
import { edgeFrom, sounds } from './trie.ts';
import { COMMA_GAP, type Units, WALL } from './units.ts';

/** Steps from one start; only a text made to slow us down needs more. */
const PATIENCE = 3000;

/** Makes a finder of every phrase of the lexicon in the units of a text, disguised or not. */
export function walkOf(lexicon: Lexicon): (units: Units) => Hit[] {
  const { trie, tables, starts } = lexicon;
  const { labels, targets, reach } = trie;
  const { sound, alike, readings } = tables;
  const { traits } = starts;
  const toNode = toNodeOf(trie);
  const othersAt = othersOf(lexicon, toNode);
  const leads = leadsOf(lexicon, toNode, othersAt);
  let units: Units;
  let hits: Hit[];
  const known: (readonly Other[])[] = [];
  let from: number;
  let patience: number;
  const places: number[] = [];

  /** Tries every way to read on from unit `i`. Most fail at the look-up, so nothing is made before it. */
  function go(node: number, i: number, past: Readonly<Path>): void {
    if (i >= units.length || ++patience > PATIENCE) return;
    const here = units.code[i] as number;
    if (past.used > 0 && units.gap[i] === WALL) return;
    const midWord = past.spelling && runsOn(units, i) && isLetter(here);
    if (isLetter(here)) spell(node, i, past, midWord);
    if (midWord) return;
    const own = units.folds[i] as number;
    const trait = traits[here] as number;
    const swapsLeft = swapsAllowed(past.n + (reach[node] as number)) - past.swaps;

    const heard = sound[here] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++) {
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
    for (const other of othersAt(units, i, known))
      take(past, i, follow(toNode, node, other.word), other.to, other.folds, 0, other);
    if (past.used === 0) return;
    const skip =
      trait & FILLS
        ? FILLER
        : units.either[i]
          ? EMOJI
          : here === units.code[i - 1] && !isDigit(here)
            ? REPEAT
            : 0;
    if (skip > 0) go(node, i + 1, fork(past, units, i, skip));
  }

  /** Goes on along an edge that unit `i`, and what follows it before `to`, may be read as. */
  function take(
    past: Readonly<Path>,
    i: number,
    next: number,
    to: number,
    folds: number,
    swap = 0,
    other?: Other,
  ): void {
    if (next === 0) return;
    const n = past.n + (other?.word.length ?? 1);
    const swapsLeft = swapsAllowed(n + (reach[next] as number)) - past.swaps - swap;
    if ((swap > 0 && swapsLeft < 0) || !leads(next, units, to, swapsLeft, known)) return;
    const path = fork(past, units, i, folds);
    path.n = n;
    path.used++;
    path.swaps += swap;
    path.spelling = false;
    if (other?.weak) path.weak = other;
    addHits(lexicon, next, path, units, from, to, hits);
    go(next, to, path);
  }

  /** Reads letters as pinyin. They must be whole syllables of a whole word: no fan in "fantasy". */
  function spell(node: number, i: number, past: Readonly<Path>, midWord: boolean): void {
    if (!midWord && cutsToken(units, i)) return;
    let reading = '';
    let folds = PINYIN;
    for (let to = i; to < i + 6 && isLetter(units.code[to]); to++) {
      if (to > i && (units.gap[to] as number) >= COMMA_GAP) return;
      reading += String.fromCharCode(units.code[to] as number);
      folds |= (units.folds[to] as number) | (to > i ? (units.gapFolds[to] as number) : 0);
      const heard = readings.get(reading) ?? 0;
      let edge = edgeFrom(trie, node, heard);
      for (; heard > 0 && sounds(trie, node, edge, heard); edge++) {
        const path = fork(past, units, i, folds);
        path.n++;
        path.used += reading.length;
        path.letters += reading.length;
        path.spelling = true;
        const next = targets[edge] as number;
        addHits(lexicon, next, path, units, from, to + 1, hits);
        go(next, to + 1, path);
      }
    }
  }

  /** Where the number that unit `i` begins ends. */
  function numberEnd(i: number): number {
    let to = i + 1;
    while (runsOn(units, to) && (traits[units.code[to] as number] as number) & NUMERAL) to++;
    return to;
  }

  return (next) => {
    units = next;
    hits = [];
    known.length = 0;
    const count = placesOf(starts, units, places);
    for (let k = 0; k < count; k++) {
      from = places[k] as number;
      patience = 0;
      if (!cutsToken(units, from)) go(0, from, START);
    }
    return hits;
  };
}
