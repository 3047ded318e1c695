import type { Heads } from './heads.ts';
import type { Words } from './language.ts';
import type { Starts } from './starts.ts';
import { edgeFrom, sounds, type Trie } from './trie.ts';
import type { Tables } from './variants.ts';

/** What the walk looks up. */
export interface Lexicon {
  readonly trie: Trie;
  readonly heads: Heads;
  readonly tables: Tables;
  /** What aliases stand for. */
  readonly words: readonly string[];
  readonly starts: Starts;
  readonly language: Words;
}

/** The node that `label` leads to from `node`, or 0. */
export function toNode(trie: Trie, node: number, label: number): number {
  const { labels, sound, targets } = trie;
  const heard = sound[label] as number;
  for (let edge = edgeFrom(trie, node, heard); sounds(trie, node, edge, heard); edge++)
    if (labels[edge] === label) return targets[edge] as number;
  return 0;
}

/** Where a word leads to from `node`, its first `past` characters apart; 0 if nowhere. */
export function follow(trie: Trie, node: number, word: string, past = 0): number {
  let next = node;
  for (let k = past; k < word.length; k++) {
    next = toNode(trie, next, word.charCodeAt(k));
    if (next === 0) return 0;
  }
  return next;
}
