import { ALONE, FILLS, NUMERAL } from './faces.ts';
import { EMOJI, FILLER, HOMOPHONE, REPEAT } from './folds.ts';
import { headOf } from './heads.ts';
import { addHits, type Hit } from './hit.ts';
import { leadsOf } from './leads.ts';
import { follow, type Lexicon, toNode } from './lexicon.ts';
import { Memo } from './memo.ts';
import { type Other, othersOf } from './others.ts';
import { fork, type Path, START, swapsAllowed } from './path.ts';
import { placesWith } from './places.ts';
import { ANY_OF_SOUND, BY_SOUND, EXACTLY, isSpelt, lengthOf, type Reading, readingsOf } from './readings.ts';
import { SKIPPED } from './skip.ts';
import { lookOf } from './starts.ts';
import { cutsToken, isDigit, isLetter, runsOn } from './tokens.ts';
import { edgeFrom, sounds } from './trie.ts';
import { gapAt, looseAt, type Units, WALL } from './units.ts';

/** Steps from one start; only a text made to slow us down needs more. */
const PATIENCE = 3000;

/** The swaps it takes to read a label so, or -1 if it can't be. */
function swapsFor({ way, label, swaps }: Reading, wanted: number): number {
  if (way === EXACTLY) return wanted === label ? swaps : -1;
  return way === BY_SOUND && wanted !== label ? 1 : 0;
}

/** Makes a finder of every phrase of the lexicon in the units of a text, disguised or not. */
export function walkOf(lexicon: Lexicon): (units: Units) => Hit[] {
  const { trie, heads, starts, tables } = lexicon;
  const { alike, meant } = tables;
  const { labels, targets, reach, sound } = trie;
  /** What was looked up of this text's units. */
  const others = new Memo<readonly Other[]>();
  const readings = new Memo<readonly Reading[]>();
  const othersAt = othersOf(lexicon, others);
  const readingsAt = readingsOf(lexicon, othersAt, readings);
  const placesIn = placesWith(starts, othersAt);
  const leads = leadsOf(lexicon, othersAt);
  let units: Units;
  let hits: Hit[];
  let from: number;
  let patience: number;

  /** Reads on from unit `i` in every way that the trie knows at `node`. */
  function go(node: number, i: number, past: Readonly<Path>, skipped = 0): void {
    if (i >= units.length || skipped > SKIPPED || ++patience > PATIENCE || gapAt(units, i) === WALL) return;
    const midWord = past.spelling && goesOn(i);
    for (const reading of readingsAt(units, i)) {
      if (!mayRead(reading, i, midWord)) continue;
      const { heard } = reading;
      for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++) {
        const swaps = swapsFor(reading, labels[edge] as number);
        if (swaps < 0) continue;
        const next = rest(targets[edge] as number, reading);
        if (worth(next, past.n + lengthOf(reading), past.swaps + swaps, reading))
          enter(next, step(past, i, reading, swaps), reading.to);
      }
    }
    if (midWord) return;
    const fold = skipFold(i);
    if (fold > 0) go(node, i + 1, fork(past, units, i, fold), skipped + 1);
  }

  /**
   * Whether it is worth to read from unit `from` in every way, where each character is only one: most places that
   * the filter lets through are not, and this makes nothing.
   */
  function promises(): boolean {
    const { code } = units;
    const a = code[from] as number;
    const b = code[from + 1] as number;
    if (promisesAs(a, b, 0) || promisesOther(a)) return true;
    for (let k = alike[a] as number, last = k + (meant[k] as number); ++k <= last; )
      if (promisesAs(meant[k] as number, b, 1) || promisesOther(meant[k] as number)) return true;
    for (let k = alike[b] as number, last = k + (meant[k] as number); ++k <= last; )
      if (promisesAs(a, meant[k] as number, 1)) return true;
    return false;
  }

  /** The same of the first two characters taken for these; one of them only looks so if `swapped`. */
  function promisesAs(a: number, b: number, swapped: number): boolean {
    const heard = sound[a] as number;
    const then = sound[b] as number;
    for (let head = headOf(heads, heard, then); head !== 0; head = heads.next[head] as number) {
      const one = heads.first[head] as number;
      const two = heads.second[head] as number;
      if (sound[one] !== heard || sound[two] !== then) continue;
      const node = heads.node[head] as number;
      const left =
        swapsAllowed(2 + (reach[node] as number)) - (one === a ? 0 : 1) - (two === b ? 0 : 1) - swapped;
      if (left >= 0 && leads(node, units, from + 2, left)) return true;
    }
    return false;
  }

  /** The same where the second character is not what stands there but what that may mean. */
  function promisesOther(a: number): boolean {
    const heard = sound[a] as number;
    for (const { word, heard: then, length } of othersAt(units, from + 1)) {
      const label = word.charCodeAt(0);
      for (
        let head = headOf(heads, heard, sound[then] as number);
        head !== 0;
        head = heads.next[head] as number
      ) {
        const two = heads.second[head] as number;
        if (sound[heads.first[head] as number] !== heard) continue;
        if (word === '' ? sound[two] === then : two === label) {
          const node = follow(trie, heads.node[head] as number, word, 1);
          if (word === '' || (node !== 0 && leads(node, units, from + 1 + length, 1))) return true;
        }
      }
    }
    return false;
  }

  /** Reads the first character of a phrase at unit `from`, and the second wherever it may stand. */
  function begin(): void {
    const alone = lookOf(starts, units.code[from] as number) & ALONE;
    for (const reading of readingsAt(units, from)) {
      if (lengthOf(reading) > 1) {
        const node = follow(trie, 0, reading.other?.word ?? '');
        if (node !== 0 && worth(node, lengthOf(reading), 0, reading))
          enter(node, step(START, from, reading, 0), reading.to);
        continue;
      }
      if (alone && reading.way !== ANY_OF_SOUND && reading.swaps === 0) {
        const node = toNode(trie, 0, reading.label);
        if (node !== 0) addHits(lexicon, node, step(START, from, reading, 0), units, from, reading.to, hits);
      }
      goToSecond(reading);
    }
  }

  function goToSecond(first: Reading): void {
    const last = Math.min(units.length - 1, first.to + SKIPPED);
    for (let j = first.to; j <= last && gapAt(units, j) !== WALL; j++) {
      const midWord = isSpelt(first) && j === first.to && goesOn(j);
      for (const second of readingsAt(units, j))
        if (mayRead(second, j, midWord) && first.swaps + second.swaps < 2) beginWith(first, second, j);
      if (midWord || skipFold(j) === 0) return;
    }
  }

  /** Goes on from all phrases whose first two characters are read so, the second at unit `j`. */
  function beginWith(first: Reading, second: Reading, j: number): void {
    for (let head = headOf(heads, first.heard, second.heard); head !== 0; head = heads.next[head] as number) {
      const one = heads.first[head] as number;
      const two = heads.second[head] as number;
      if (sound[one] !== first.heard || sound[two] !== second.heard) continue;
      const swaps = swapsFor(first, one);
      const more = swapsFor(second, two);
      if (swaps < 0 || more < 0) continue;
      const next = rest(heads.node[head] as number, second);
      if (!worth(next, 1 + lengthOf(second), swaps + more, second)) continue;
      let path = step(START, from, first, swaps);
      for (let k = first.to; k < j; k++) path = fork(path, units, k, skipFold(k));
      enter(next, step(path, j, second, more), second.to);
    }
  }

  /** Where the rest of a reading's word leads to from the node that its first character reached. */
  const rest = (node: number, { other }: Reading): number =>
    other === null ? node : follow(trie, node, other.word, 1);

  /** Whether a phrase may end at `node` or go on from there with what follows in the text. */
  function worth(node: number, n: number, swaps: number, reading: Reading): boolean {
    if (node === 0) return false;
    const left = swapsAllowed(n + (reach[node] as number)) - swaps;
    return left >= 0 && (isSpelt(reading) || leads(node, units, reading.to, left));
  }

  /** The path after a reading of unit `i`. */
  function step(past: Readonly<Path>, i: number, reading: Reading, swaps: number): Path {
    const { way, other, to, folds } = reading;
    const path = fork(past, units, i, folds | (way === BY_SOUND && swaps > 0 ? HOMOPHONE : 0));
    const spelt = isSpelt(reading);
    path.n += lengthOf(reading);
    path.used += spelt ? to - i : 1;
    path.letters += spelt ? to - i : 0;
    path.swaps += swaps;
    path.spelling = spelt;
    if (other?.weak) path.weak = reading;
    return path;
  }

  function enter(node: number, path: Path, to: number): void {
    addHits(lexicon, node, path, units, from, to, hits);
    go(node, to, path);
  }

  /** Whether unit `from` can be read as nothing but one character, and the next one must be read. */
  const isPlain = (): boolean =>
    ((lookOf(starts, units.code[from] as number) & (ALONE | NUMERAL)) |
      (lookOf(starts, units.code[from + 1] as number) & NUMERAL)) ===
      0 &&
    othersAt(units, from).length === 0 &&
    skipFold(from + 1) === 0;
  const goesOn = (i: number): boolean => runsOn(units, i) && isLetter(units.code[i]);
  /** Letters must be whole syllables of a whole word: no fan in "fantasy". */
  const mayRead = (reading: Reading, i: number, midWord: boolean): boolean =>
    isSpelt(reading) ? midWord || !cutsToken(units, i) : !midWord;

  /** The fold that leaving out unit `i` takes, 0 if it must be read. */
  function skipFold(i: number): number {
    const here = units.code[i] as number;
    if (lookOf(starts, here) & FILLS) return FILLER;
    if (looseAt(units, i)) return EMOJI;
    return here === units.code[i - 1] && !isDigit(here) ? REPEAT : 0;
  }

  return (next) => {
    units = next;
    hits = [];
    others.clear();
    readings.clear();
    const { at, count } = placesIn(units);
    for (let k = 0; k < count; k++) {
      from = at[k] as number;
      patience = 0;
      if (cutsToken(units, from)) continue;
      if (!isPlain() || promises()) begin();
    }
    return hits;
  };
}
