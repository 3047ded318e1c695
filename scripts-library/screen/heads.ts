import { ALIAS_ROOT } from './meaning.ts';
import type { Slices } from './slices.ts';
import type { Trie } from './trie.ts';

/**
 * The first two characters of every phrase by what they sound like: one look-up in place of trying every character
 * that the first one might stand for. Entry 0 means none.
 */
export interface Heads {
  /** By {@link placeOf}: an entry, from which `next` leads to the others of that place. */
  readonly slots: Uint16Array | Uint32Array;
  readonly next: Uint16Array | Uint32Array;
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  /** Where the two lead to in the trie. */
  readonly node: Uint32Array;
}

const placeOf = (heard: number, then: number, size: number): number =>
  (Math.imul(Math.imul(heard, 0x9e3779b1) + then, 0x85ebca6b) >>> 8) & (size - 1);

/** The first entry that may begin with these two sounds; check each one's own. */
export const headOf = ({ slots }: Heads, heard: number, then: number): number =>
  slots[placeOf(heard, then, slots.length)] as number;

/** First characters to a slice of unpacking. */
const SLICE = 1 << 8;

/** Lists the beginnings of the trie's phrases. */
export function* headsOf({ edges, labels, targets, sound }: Trie): Slices<Heads> {
  const rootEnd = edges[1] ?? 0;
  let count = 0;
  for (let edge = 0; edge < rootEnd; edge++) {
    const child = targets[edge] as number;
    if (labels[edge] !== ALIAS_ROOT) count += (edges[child + 1] as number) - (edges[child] as number);
  }
  let size = 1024;
  while (size < count) size *= 2;
  const Room = count < 0xffff ? Uint16Array : Uint32Array;
  const slots = new Room(size);
  const next = new Room(count + 1);
  const first = new Uint16Array(count + 1);
  const second = new Uint16Array(count + 1);
  const node = new Uint32Array(count + 1);
  let entry = 0;
  for (let edge = 0; edge < rootEnd; edge++) {
    const label = labels[edge] as number;
    const child = targets[edge] as number;
    if (label === ALIAS_ROOT) continue;
    for (let then = edges[child] as number; then < (edges[child + 1] as number); then++) {
      const other = labels[then] as number;
      const place = placeOf(sound[label] as number, sound[other] as number, size);
      first[++entry] = label;
      second[entry] = other;
      node[entry] = targets[then] as number;
      next[entry] = slots[place] as number;
      slots[place] = entry;
    }
    if (edge % SLICE === 0) yield;
  }
  return { slots, next, first, second, node };
}
