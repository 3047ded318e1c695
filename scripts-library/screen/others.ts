import { FOLLOWS, JOINS, WILD } from './faces.ts';
import { JOINED, marked } from './filter.ts';
import { ABBREVIATION, PINYIN, SPLIT } from './folds.ts';
import { type Lexicon, toNode } from './lexicon.ts';
import { ALIAS_ROOT, indexOf, isWeak } from './meaning.ts';
import type { Memo } from './memo.ts';
import { lookOf } from './starts.ts';
import { cutsToken, isLetter, isModel } from './tokens.ts';
import { COMMA_GAP, foldsAt, gapAt, gapFoldsAt, type Units } from './units.ts';

/** An alias, a split character or a syllable in letters, up to unit `to`. */
export interface Other {
  /** What it stands for; nothing for a syllable, which stands for any character that sounds so. */
  readonly word: string;
  /** The code of the word's first character, or the class of the sound. */
  readonly heard: number;
  readonly to: number;
  /** Counts only inside a longer phrase. */
  readonly weak: boolean;
  readonly folds: number;
}

/** What starts at a unit; `known` keeps what was looked up in the text before. */
export type OthersAt = (units: Units, start: number, known: Memo<readonly Other[]>) => readonly Other[];

const NONE: readonly Other[] = [];
const LONGEST_SYLLABLE = 6;

/** Makes the look-up of {@link Other}s, which is done once for a unit of a text; most units start none. */
export function othersOf({ trie, tables, words, starts }: Omit<Lexicon, 'heads'>): OthersAt {
  const { ends, meanings } = trie;
  const aliasRoot = toNode(trie, 0, ALIAS_ROOT);

  function addAliases(units: Units, start: number, found: Other[]): void {
    if (cutsToken(units, start)) return;
    let node = aliasRoot === 0 ? 0 : toNode(trie, aliasRoot, units.code[start] as number);
    let folds = foldsAt(units, start);
    for (let to = start + 1; node !== 0; to++) {
      for (let at = ends[node] as number; at < (ends[node + 1] as number); at++) {
        const meaning = meanings[at] as number;
        const word = words[indexOf(meaning)] as string;
        if (!cutsToken(units, to) && !isModel(units, to))
          found.push({
            word,
            heard: word.charCodeAt(0),
            to,
            weak: isWeak(meaning),
            folds: folds | ABBREVIATION,
          });
      }
      if (to >= units.length || gapAt(units, to) >= COMMA_GAP) return;
      folds |= foldsAt(units, to) | gapFoldsAt(units, to);
      node = toNode(trie, node, units.code[to] as number);
    }
  }

  /** Letters that are a syllable of pinyin. */
  function addSyllables(units: Units, start: number, found: Other[]): void {
    let reading = '';
    let folds = PINYIN;
    for (let at = start; at < start + LONGEST_SYLLABLE && isLetter(units.code[at]); at++) {
      if (at > start && gapAt(units, at) >= COMMA_GAP) return;
      reading += String.fromCharCode(units.code[at] as number);
      folds |= foldsAt(units, at) | (at > start ? gapFoldsAt(units, at) : 0);
      const heard = tables.readings.get(reading);
      if (heard !== undefined) found.push({ word: '', heard, to: at + 1, weak: false, folds });
    }
  }

  return (units, start, known) => {
    const here = units.code[start] as number;
    const look = lookOf(starts, here);
    if ((look & (WILD | JOINS)) === 0) return NONE;
    const next = units.code[start + 1] as number;
    if (!(look & WILD || (lookOf(starts, next) & FOLLOWS && marked(starts.triples, here, next, JOINED))))
      return NONE;
    const before = known.get(start);
    if (before !== undefined) return before;
    const found: Other[] = [];
    addAliases(units, start, found);
    if (isLetter(here)) addSyllables(units, start, found);
    else if (gapAt(units, start + 1) < COMMA_GAP) {
      const folds = foldsAt(units, start) | foldsAt(units, start + 1) | gapFoldsAt(units, start + 1) | SPLIT;
      for (const word of tables.parts.get(here * 0x10000 + next)?.slice(2) ?? '')
        found.push({ word, heard: word.charCodeAt(0), to: start + 2, weak: false, folds });
    }
    return known.set(start, found);
  };
}
