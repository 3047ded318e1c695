import type { Words } from './language.ts';
import type { Starts } from './starts.ts';
import { edgeFrom, sounds, type Trie } from './trie.ts';
import type { Tables } from './variants.ts';

/** What the walk looks up. */
export interface Lexicon {
  readonly trie: Trie;
  readonly tables: Tables;
  /** What aliases stand for. */
  readonly words: readonly string[];
  readonly starts: Starts;
  readonly language: Words;
}

/** The node that `label` leads to from `node`, or 0. */
export type ToNode = (node: number, label: number) => number;

/** Makes the {@link ToNode} of a trie. The root has far more edges than any other node; they get a table. */
export function toNodeOf(trie: Trie): ToNode {
  const { edges, labels, sound, targets } = trie;
  const firsts = new Uint32Array(0x10000);
  for (let edge = 0; edge < (edges[1] as number); edge++)
    firsts[labels[edge] as number] = targets[edge] as number;
  return (node, label) => {
    if (node === 0) return firsts[label] as number;
    const heard = sound[label] as number;
    for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++)
      if (labels[edge] === label) return targets[edge] as number;
    return 0;
  };
}

/** Where a word leads to from `node`, or 0. */
export function follow(toNode: ToNode, node: number, word: string): number {
  let next = toNode(node, word.charCodeAt(0));
  for (let k = 1; k < word.length && next !== 0; k++) next = toNode(next, word.charCodeAt(k));
  return next;
}
