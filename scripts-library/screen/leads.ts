import { follow, type Lexicon, type ToNode } from './lexicon.ts';
import { ANY_NUMBER } from './meaning.ts';
import type { Other, OthersAt } from './others.ts';
import { FIGURE, FILLS, NUMERAL } from './starts.ts';
import { isLetter } from './tokens.ts';
import { edgeFrom, sounds } from './trie.ts';
import type { Units } from './units.ts';

/** Whether anything can come of being at `node` before unit `i` with so many swaps left. */
export type Leads = (
  node: number,
  units: Units,
  i: number,
  swapsLeft: number,
  known: (readonly Other[])[],
) => boolean;

/** Makes the look ahead that spares the walk most of its steps: mostly nothing can come of one. */
export function leadsOf({ trie, tables, starts }: Lexicon, toNode: ToNode, othersAt: OthersAt): Leads {
  const { labels, ends } = trie;
  const { sound, alike } = tables;
  const { traits } = starts;
  const leads: Leads = (node, units, i, swapsLeft, known) => {
    if (ends[node] !== ends[node + 1]) return true;
    if (i >= units.length) return false;
    const here = units.code[i] as number;
    const trait = traits[here] as number;
    if (isLetter(here) || (trait & NUMERAL && toNode(node, ANY_NUMBER) !== 0)) return true;
    for (const { word } of othersAt(units, i, known)) if (follow(toNode, node, word) !== 0) return true;
    const heard = sound[here] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++)
      if (swapsLeft > 0 || labels[edge] === here) return true;
    const forms = swapsLeft > 0 || trait & FIGURE ? (alike.get(here) ?? '') : '';
    for (let k = 1; k < forms.length; k++) if (toNode(node, forms.charCodeAt(k)) !== 0) return true;
    const skippable = trait & FILLS || units.either[i] || here === units.code[i - 1];
    return skippable ? leads(node, units, i + 1, swapsLeft, known) : false;
  };
  return leads;
}
