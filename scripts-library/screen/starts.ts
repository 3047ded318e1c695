import { ALIAS_ROOT } from './meaning.ts';
import type { PackedTrie, Trie } from './trie.ts';
import { edgesOf } from './trie.ts';
import type { Units } from './units.ts';
import type { Tables } from './variants.ts';

/** Where a phrase may begin: a filter of character pairs, so that ordinary text is passed over at one look each. */
export interface Starts {
  /** Characters after which, or before which, the pair says nothing: letters, figures, fillers, phrases of one. */
  readonly loose: Uint8Array;
  readonly pairs: Uint8Array;
}

/** The first part of a split character: the pair must be looked up. */
const PART = 2;
/** A phrase of its own; it opens nothing for the character before it. */
const SOLO = 3;
const BITS = 20;
const slot = (a: number, b: number): number =>
  (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - BITS);

/** Fillers, figures and letters may stand for or between anything. */
const LOOSE =
  'abcdefghijklmnopqrstuvwxyz0123456789一丨丶乀二两三四五六七八九十百几半零〇○壹幺贰叁肆伍陆柒捌玖';

/** Marks every pair with which a phrase may begin, one of the two characters swapped at most. */
export function startsOf(packed: PackedTrie, trie: Trie, tables: Tables): Starts {
  const loose = new Uint8Array(0x10000);
  const pairs = new Uint8Array((1 << BITS) / 8);
  for (const char of LOOSE) loose[char.charCodeAt(0)] = 1;
  const written = new Map<number, number[]>();
  for (const [typed, variants] of tables.variants) {
    for (const { code } of variants) {
      const list = written.get(code);
      if (list === undefined) written.set(code, [typed]);
      else list.push(typed);
    }
  }
  const mark = (a: number, b: number): void => {
    const at = slot(a, b);
    pairs[at >> 3] = (pairs[at >> 3] as number) | (1 << (at & 7));
  };
  const seconds = edgesOf(packed);
  for (const [first, node] of seconds(0)) {
    if (first === ALIAS_ROOT) continue;
    if (trie.first(node) < trie.first(node + 1)) loose[first] ||= SOLO;
    for (const [second, next] of seconds(node)) {
      mark(first, second);
      // Phrases of two are never swapped in.
      if (trie.reach(next) === 0) continue;
      for (const typed of written.get(first) ?? []) mark(typed, second);
      for (const typed of written.get(second) ?? []) mark(first, typed);
    }
  }
  for (const pair of tables.parts.keys()) loose[Math.floor(pair / 0x10000)] ||= PART;
  return { loose, pairs };
}

/** Whether a phrase may begin at unit `i`. */
export function mayStart(
  { loose, pairs }: Starts,
  { parts }: Tables,
  { code, either, length }: Units,
  i: number,
): boolean {
  const here = code[i] as number;
  if (loose[here] === 1 || loose[here] === SOLO) return true;
  if (i + 1 >= length) return false;
  const next = code[i + 1] as number;
  if (next === here || loose[next] === 1 || either[i + 1]) return true;
  if (loose[here] === PART && parts.has(here * 0x10000 + next)) return true;
  if (loose[next] === PART && parts.has(next * 0x10000 + (code[i + 2] ?? 0))) return true;
  const at = slot(here, next);
  return ((pairs[at >> 3] as number) & (1 << (at & 7))) !== 0;
}
