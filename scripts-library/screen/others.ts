import { ABBREVIATION, SPLIT } from './folds.ts';
import type { Lexicon, ToNode } from './lexicon.ts';
import { ALIAS_ROOT, indexOf, isWeak } from './meaning.ts';
import { JOINED, JOINS, marked, WILD } from './starts.ts';
import { cutsToken, isModel } from './tokens.ts';
import { COMMA_GAP, type Units } from './units.ts';

/** An alias or a split character in the text: it stands for `word`, ends before unit `to`. */
export interface Other {
  readonly word: string;
  readonly to: number;
  /** Counts only inside a longer phrase. */
  readonly weak: boolean;
  readonly folds: number;
}

/** Aliases and split characters that start at a unit; `known` keeps what was looked up in the text before. */
export type OthersAt = (units: Units, start: number, known: (readonly Other[])[]) => readonly Other[];

const NONE: readonly Other[] = [];

/** Makes the look-up of {@link Other}s, which is done once for a unit of a text; most units start none. */
export function othersOf({ trie, tables, words, starts }: Lexicon, toNode: ToNode): OthersAt {
  const { ends, meanings } = trie;
  const aliasRoot = toNode(0, ALIAS_ROOT);

  function addAliases(units: Units, start: number, found: Other[]): void {
    let node = aliasRoot === 0 ? 0 : toNode(aliasRoot, units.code[start] as number);
    let folds = units.folds[start] as number;
    for (let to = start + 1; node !== 0; to++) {
      for (let at = ends[node] as number; at < (ends[node + 1] as number); at++) {
        const meaning = meanings[at] as number;
        const word = words[indexOf(meaning)] as string;
        if (!cutsToken(units, start) && !cutsToken(units, to) && !isModel(units, to))
          found.push({ word, to, weak: isWeak(meaning), folds: folds | ABBREVIATION });
      }
      if (to >= units.length || (units.gap[to] as number) >= COMMA_GAP) return;
      folds |= (units.folds[to] as number) | (units.gapFolds[to] as number);
      node = toNode(node, units.code[to] as number);
    }
  }

  return (units, start, known) => {
    const here = units.code[start] as number;
    const trait = starts.traits[here] as number;
    const next = units.code[start + 1] as number;
    if (!(trait & WILD || (trait & JOINS && marked(starts, here, next, JOINED)))) return NONE;
    const before = known[start];
    if (before !== undefined) return before;
    const found: Other[] = [];
    addAliases(units, start, found);
    if ((units.gap[start + 1] as number) < COMMA_GAP) {
      const folds = (units.folds[start] as number) | (units.folds[start + 1] as number) | SPLIT;
      for (const word of tables.parts.get(here * 0x10000 + next)?.slice(2) ?? '')
        found.push({ word, to: start + 2, weak: false, folds });
    }
    known[start] = found;
    return found;
  };
}
