import { isFigure, NUMERAL } from './faces.ts';
import { follow, type Lexicon, toNode } from './lexicon.ts';
import { ANY_NUMBER } from './meaning.ts';
import type { OthersAt } from './others.ts';
import { SKIPPED, skippable } from './skip.ts';
import { lookOf } from './starts.ts';
import { edgeFrom, sounds } from './trie.ts';
import type { Units } from './units.ts';

/** Whether anything can come of being at `node` before unit `i` with so many swaps left. */
export type Leads = (node: number, units: Units, i: number, swapsLeft: number) => boolean;

/** Makes the look ahead that spares the walk most of its steps: mostly nothing can come of one. */
export function leadsOf({ trie, tables, starts }: Lexicon, othersAt: OthersAt): Leads {
  const { labels, ends } = trie;
  const { sound, alike, meant } = tables;
  const hears = (node: number, heard: number): boolean =>
    sounds(trie, node, edgeFrom(trie, node, heard), heard);
  const leads = (node: number, units: Units, i: number, swapsLeft: number, skipped = 0): boolean => {
    if (ends[node] !== ends[node + 1]) return true;
    if (i >= units.length || skipped > SKIPPED) return false;
    const here = units.code[i] as number;
    const look = lookOf(starts, here);
    const heard = sound[here] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++)
      if (swapsLeft > 0 || labels[edge] === here) return true;
    if (look & NUMERAL && toNode(trie, node, ANY_NUMBER) !== 0) return true;
    for (const other of othersAt(units, i))
      if (other.word === '' ? hears(node, other.heard) : follow(trie, node, other.word) !== 0) return true;
    if (swapsLeft > 0 || isFigure(look)) {
      const entry = alike[here] as number;
      for (let k = entry + 1; k <= entry + (meant[entry] as number); k++)
        if (toNode(trie, node, meant[k] as number) !== 0) return true;
    }
    return skippable(starts, units, i) && leads(node, units, i + 1, swapsLeft, skipped + 1);
  };
  return leads;
}
