import { faceOfSound, JOINS, WILD } from './faces.ts';
import { ABBREVIATION, PINYIN, SPLIT } from './folds.ts';
import { type Lexicon, toNode } from './lexicon.ts';
import { ALIAS_ROOT, indexOf, isWeak } from './meaning.ts';
import type { Memo } from './memo.ts';
import { faceAt, joins, lookOf, type Starts } from './starts.ts';
import { cutsToken, isLetter, isModel } from './tokens.ts';
import { COMMA_GAP, gapAt, type Units } from './units.ts';
import { partsKey } from './variants.ts';

/** An alias, a split character or a syllable in letters. */
export interface Other {
  /** What it stands for; nothing for a syllable, which stands for any character that sounds so. */
  readonly word: string;
  /** The code of the word's first character, or the class of the sound. */
  readonly heard: number;
  /** Units that it takes. */
  readonly length: number;
  /** Counts only inside a longer phrase. */
  readonly weak: boolean;
  readonly fold: number;
}

/** The face of a phrase's character that is typed so. */
export const faceOfOther = (starts: Starts, { word, heard }: Other): number =>
  word === '' ? faceOfSound(heard) : faceAt(starts, heard);

/** What starts at a unit. */
export type OthersAt = (units: Units, start: number) => readonly Other[];

const NONE: readonly Other[] = [];
const LONGEST_SYLLABLE = 6;

/**
 * Makes the look-up of {@link Other}s; most units start none. `known` keeps those of a text's units that took more
 * than a look.
 */
export function othersOf(
  { trie, tables, words, starts }: Omit<Lexicon, 'heads'>,
  known: Memo<readonly Other[]>,
): OthersAt {
  const { ends, meanings } = trie;
  const aliasRoot = toNode(trie, 0, ALIAS_ROOT);
  const madeOf = new Map<number, readonly Other[]>();

  /** Aliases whose first unit leads to `node`. */
  function addAliases(first: number, units: Units, start: number, found: Other[]): void {
    if (cutsToken(units, start)) return;
    for (let node = first, to = start + 1; node !== 0; to++) {
      for (let at = ends[node] as number; at < (ends[node + 1] as number); at++) {
        const meaning = meanings[at] as number;
        const word = words[indexOf(meaning)] as string;
        const heard = word.charCodeAt(0);
        if (!cutsToken(units, to) && !isModel(units, to))
          found.push({ word, heard, length: to - start, weak: isWeak(meaning), fold: ABBREVIATION });
      }
      if (to >= units.length || gapAt(units, to) >= COMMA_GAP) return;
      node = toNode(trie, node, units.code[to] as number);
    }
  }

  /** Letters that are a syllable of pinyin. */
  function addSyllables(units: Units, start: number, found: Other[]): void {
    let reading = '';
    for (let at = start; at < start + LONGEST_SYLLABLE && isLetter(units.code[at]); at++) {
      if (at > start && gapAt(units, at) >= COMMA_GAP) return;
      reading += String.fromCharCode(units.code[at] as number);
      const heard = tables.readings.get(reading);
      if (heard !== undefined)
        found.push({ word: '', heard, length: at + 1 - start, weak: false, fold: PINYIN });
    }
  }

  /** What two parts make. */
  function madeBy(first: number, second: number): readonly Other[] {
    const key = partsKey(first, second);
    const before = madeOf.get(key);
    if (before !== undefined) return before;
    const found = Array.from(tables.parts.get(key)?.slice(2) ?? '', (word) => ({
      word,
      heard: word.charCodeAt(0),
      length: 2,
      weak: false,
      fold: SPLIT,
    }));
    madeOf.set(key, found);
    return found;
  }

  return (units, start) => {
    const here = units.code[start] as number;
    const look = lookOf(starts, here);
    if ((look & (WILD | JOINS)) === 0) return NONE;
    const next = units.code[start + 1] as number;
    if (!(look & WILD || joins(starts, here, next))) return NONE;
    const alias = aliasRoot === 0 ? 0 : toNode(trie, aliasRoot, here);
    const letter = isLetter(here);
    const made = letter || gapAt(units, start + 1) >= COMMA_GAP ? NONE : madeBy(here, next);
    if (alias === 0 && !letter) return made;
    const before = known.get(start);
    if (before !== undefined) return before;
    const found: Other[] = [];
    addAliases(alias, units, start, found);
    if (letter) addSyllables(units, start, found);
    return known.set(start, found.length === 0 ? made : [...found, ...made]);
  };
}
