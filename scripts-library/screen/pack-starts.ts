import { LANGUAGE } from './language-words.ts';
import { toNode } from './lexicon.ts';
import { ALIAS_ROOT, ANY_NUMBER } from './meaning.ts';
import {
  BEGINS,
  bitOf,
  charOfGap,
  ENDS,
  FARTHER,
  FIGURE,
  JOINED,
  otherBitOf,
  type PackedStarts,
  pairOf,
  shiftOf,
  WHOLE,
} from './starts.ts';
import type { Trie } from './trie.ts';
import type { Tables } from './variants.ts';

const FILLERS = '一丨丶乀';
/** What `#` reads as a number. */
const NUMERALS = '0123456789一二两三四五六七八九十百几半';
const FIGURES = new Set(NUMERALS + LANGUAGE.digits.replace(/[a-z ]/g, ''));

/** The filter's size in bits: half a megabyte while it is made, then halved as long as few bits are set. */
const MOST_BITS = 1 << 22;
const LEAST_BITS = 1 << 14;
/** One bit in so many may be set: as often chance lets a start pass. */
const SPARSE = 20;

/** Makes the filter of where a phrase may begin; of its first three characters one may look otherwise. */
export function packStarts(trie: Trie, tables: Tables): PackedStarts {
  const facesOf = facesWith(tables);
  const filter = new Uint32Array(MOST_BITS / 32);
  const shift = shiftOf(filter.length);
  const set = (bit: number): void => {
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  };
  const mark = (a: number, b: number, c: number): void => {
    const pair = pairOf(a, b);
    set(bitOf(pair, c, shift));
    set(otherBitOf(pair, c, shift));
  };
  const wild = new Set<string>();
  const joins = new Set<string>();
  const follows = new Set<string>();
  const alone = new Set<string>();
  const join = (first: number, second: number): void => {
    joins.add(String.fromCharCode(first));
    follows.add(String.fromCharCode(second));
    mark(first, second, JOINED);
  };

  for (const reading of tables.readings.keys()) {
    if (reading.length === 1) wild.add(reading);
    else join(reading.charCodeAt(0), reading.charCodeAt(1));
  }
  for (const pair of tables.parts.values()) join(pair.charCodeAt(0), pair.charCodeAt(1));

  for (const [first, node] of edgesOf(trie, toNode(trie, 0, ALIAS_ROOT))) {
    const char = String.fromCharCode(first);
    if (endsAt(trie, node)) wild.add(char);
    for (const [second] of edgesOf(trie, node)) join(first, second);
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
        for (const p of formsOf(a)) for (const q of formsOf(b)) mark(p, q, WHOLE);
        // Of two characters none may look otherwise: path.ts.
        mark(x, y, BEGINS);
        mark(x, y, ENDS);
      }
      for (const [p, q] of pairs) {
        if (thirds.length > 0) mark(p, q, BEGINS);
        for (const [z] of thirds) mark(p, q, z);
      }
      for (const [, ...oddZ] of thirds) for (const odd of oddZ) mark(x, y, odd);
    }
  }
  const traits = [
    wild,
    FILLERS,
    joins,
    alone,
    FIGURES,
    trie.labels.includes(ANY_NUMBER) ? NUMERALS : '',
    follows,
  ];
  const bits = halved(filter);
  return {
    traits: traits.map((chars) => [...chars].join('')),
    words: bits.length,
    gaps: gapsOf(bits),
  };
}

const isFigure = (code: number): boolean => code === ANY_NUMBER || FIGURES.has(String.fromCharCode(code));
/** The codes that a label is typed with where nothing is swapped. */
const formsOf = (code: number): readonly number[] => (isFigure(code) ? FIGURE_CODES : [code]);
const FIGURE_CODES = Array.from(FIGURES, (char) => char.charCodeAt(0));

/** The faces under which a label may be typed, its own first. */
function facesWith({ sound, alike, meant }: Tables): (label: number) => readonly [number, ...number[]] {
  const face = (code: number): number => (isFigure(code) ? FIGURE : (sound[code] as number));
  const typedFor = new Map<number, number[]>();
  alike.forEach((entry, typed) => {
    for (let k = entry + 1; k <= entry + (meant[entry] as number); k++) {
      const code = meant[k] as number;
      typedFor.set(code, [...(typedFor.get(code) ?? []), typed]);
    }
  });
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

/** Folds a filter as long as it stays sparse: a hash's upper bits are its place, so neighbours become one. */
function halved(filter: Uint32Array): Uint32Array {
  const folded = new Uint32Array(filter.length / 2);
  let set = 0;
  for (let bit = 0; bit < filter.length * 32; bit += 2) {
    if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 3) === 0) continue;
    folded[bit >>> 6] = (folded[bit >>> 6] as number) | (1 << ((bit >>> 1) & 31));
    set++;
  }
  const bits = folded.length * 32;
  return bits < LEAST_BITS || set * SPARSE > bits ? filter : halved(folded);
}

/** How far each bit that is set is from the one before it. */
function gapsOf(bits: Uint32Array): string {
  let gaps = '';
  let gap = 0;
  for (let bit = 0; bit < bits.length * 32; bit++, gap++) {
    if (((bits[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
    for (; gap >= FARTHER; gap -= FARTHER) gaps += charOfGap(FARTHER);
    gaps += charOfGap(gap);
    gap = 0;
  }
  return gaps;
}

const endsAt = ({ ends }: Trie, node: number): boolean => ends[node] !== ends[node + 1];

function* edgesOf({ edges, labels, targets }: Trie, node: number): Generator<[label: number, to: number]> {
  for (let edge = edges[node] ?? 0; edge < (edges[node + 1] ?? 0); edge++)
    yield [labels[edge] ?? 0, targets[edge] ?? 0];
}
