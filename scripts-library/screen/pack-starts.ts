import { pack } from './base64.ts';
import { LANGUAGE } from './language-words.ts';
import { toNodeOf } from './lexicon.ts';
import { ALIAS_ROOT, ANY_NUMBER } from './meaning.ts';
import { BEGINS, bitOf, FARTHER, FIGURE, JOINED, type PackedStarts, WHOLE } from './starts.ts';
import type { Trie } from './trie.ts';
import type { Tables } from './variants.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const FILLERS = '一丨丶乀';
/** What `#` reads as a number. */
const NUMERALS = '0123456789一二两三四五六七八九十百几半';
const FIGURES = new Set(NUMERALS + LANGUAGE.digits.replace(/[a-z ]/g, ''));

/** The filter's size in bits: half a megabyte while it is made, then halved as long as few bits are set. */
const MOST_BITS = 1 << 22;
const LEAST_BITS = 1 << 14;
/** One bit in so many may be set: as often chance lets a start pass. */
const SPARSE = 48;

/** Makes the filter of where a phrase may begin; of its first three characters one may look otherwise. */
export function packStarts(trie: Trie, tables: Tables): PackedStarts {
  const facesOf = facesWith(tables);
  const filter = new Uint16Array(MOST_BITS / 16);
  const mark = (a: number, b: number, c: number): void => {
    const bit = bitOf(a, b, c, filter.length);
    filter[bit >>> 4] = (filter[bit >>> 4] as number) | (1 << (bit & 15));
  };
  const wild = new Set(LETTERS);
  const joins = new Set<string>();
  const alone = new Set<string>();

  for (const pair of tables.parts.values()) {
    joins.add(pair.charAt(0));
    mark(pair.charCodeAt(0), pair.charCodeAt(1), JOINED);
  }
  for (const [first, node] of edgesOf(trie, toNodeOf(trie)(0, ALIAS_ROOT))) {
    const char = String.fromCharCode(first);
    if (endsAt(trie, node)) wild.add(char);
    for (const [second] of edgesOf(trie, node)) {
      joins.add(char);
      mark(first, second, JOINED);
    }
  }
  for (const [a, first] of edgesOf(trie, 0)) {
    if (a === ALIAS_ROOT) continue;
    const char = String.fromCharCode(a);
    if (endsAt(trie, first)) for (const form of /[#\d]/.test(char) ? FIGURES : char) alone.add(form);
    const [x, ...oddX] = facesOf(a);
    for (const [b, second] of edgesOf(trie, first)) {
      const [y, ...oddY] = facesOf(b);
      const pairs = [
        [x, y] as const,
        ...oddX.map((odd) => [odd, y] as const),
        ...oddY.map((odd) => [x, odd] as const),
      ];
      const thirds = Array.from(edgesOf(trie, second), ([c]) => facesOf(c));
      if (endsAt(trie, second)) {
        mark(exact(a), exact(b), WHOLE);
        mark(x, y, BEGINS);
      }
      for (const [p, q] of pairs) {
        if (thirds.length > 0) mark(p, q, BEGINS);
        for (const [z] of thirds) mark(p, q, z);
      }
      for (const [, ...oddZ] of thirds) for (const odd of oddZ) mark(x, y, odd);
    }
  }
  const traits = [wild, FILLERS, joins, alone, FIGURES, trie.labels.includes(ANY_NUMBER) ? NUMERALS : ''];
  const bits = halved(filter);
  return {
    traits: traits.map((chars) => [...chars].join('')),
    words: bits.length,
    gaps: pack(gapsOf(bits)),
  };
}

const isFigure = (code: number): boolean => code === ANY_NUMBER || FIGURES.has(String.fromCharCode(code));
const exact = (code: number): number => (isFigure(code) ? FIGURE : code);

/** The faces under which a label may be typed, its own first. */
function facesWith({ sound, alike }: Tables): (label: number) => readonly [number, ...number[]] {
  const face = (code: number): number => (isFigure(code) ? FIGURE : (sound[code] as number));
  const typedFor = new Map<number, number[]>();
  for (const [typed, entry] of alike) {
    for (const meant of entry.slice(1)) {
      const code = meant.charCodeAt(0);
      typedFor.set(code, [...(typedFor.get(code) ?? []), typed]);
    }
  }
  /** Sounds that a figure has too: 以 may be typed 一, and 一 以. */
  const figureSounds = new Set([...FIGURES].map((char) => sound[char.charCodeAt(0)] as number));
  const known = new Map<number, readonly [number, ...number[]]>();
  return (label) => {
    const made = known.get(label);
    if (made !== undefined) return made;
    const own = face(label);
    const faces = new Set((typedFor.get(label) ?? []).map(face));
    const heard = sound[label] as number;
    if (figureSounds.has(heard)) faces.add(heard).add(FIGURE);
    faces.delete(own);
    const all = [own, ...faces] as const;
    known.set(label, all);
    return all;
  };
}

/** Folds a filter onto itself as long as it stays sparse; the lower bits of a place are its place in the half. */
function halved(filter: Uint16Array): Uint16Array {
  const half = filter.length / 2;
  const folded = filter.slice(0, half);
  let set = 0;
  for (let i = 0; i < half; i++) {
    let word = (folded[i] as number) | (filter[half + i] as number);
    folded[i] = word;
    for (; word !== 0; word &= word - 1) set++;
  }
  return half * 16 < LEAST_BITS || set * SPARSE > half * 16 ? filter : halved(folded);
}

/** How far each bit that is set is from the one before it. */
function gapsOf(bits: Uint16Array): Uint8Array {
  const gaps: number[] = [];
  let gap = 0;
  for (let bit = 0; bit < bits.length * 16; bit++, gap++) {
    if (((bits[bit >>> 4] as number) & (1 << (bit & 15))) === 0) continue;
    for (; gap >= FARTHER; gap -= FARTHER) gaps.push(FARTHER);
    gaps.push(gap);
    gap = 0;
  }
  return Uint8Array.from(gaps);
}

const endsAt = ({ ends }: Trie, node: number): boolean => ends[node] !== ends[node + 1];

function* edgesOf({ edges, labels, targets }: Trie, node: number): Generator<[label: number, to: number]> {
  for (let edge = edges[node] ?? 0; edge < (edges[node + 1] ?? 0); edge++)
    yield [labels[edge] ?? 0, targets[edge] ?? 0];
}
