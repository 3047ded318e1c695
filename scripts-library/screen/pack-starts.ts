import { packBits } from './bit-gaps.ts';
import { faceOf } from './faces.ts';
import { type Filter, filterOf, halved, joinedOf, mark, threeOf, twoOf, wholeOf } from './filter.ts';
import { HOMOPHONE, LOOKALIKE, SPLIT } from './folds.ts';
import { ALIAS_ROOT, ANY_NUMBER, ASKED, indexOf, roleOf } from './meaning.ts';
import { type FacesOf, FIGURES, FILLERS, facesWith, isFigureCode, NUMERALS } from './pack-faces.ts';
import { packPairs } from './pack-pairs.ts';
import { looksOf, type PackedStarts } from './starts.ts';
import { type Alias, edgesOf, endsAt, type Trie } from './trie.ts';
import type { Tables } from './variants.ts';

/** The filter's size in words while it is made; then it is halved as long as few bits are set. */
const MOST_WORDS = 1 << 17;
const LEAST_WORDS = 1 << 9;
/** One bit in so many may be set: its square is how often chance lets a start pass. */
const SPARSE = 10;

/**
 * Makes the filter of where a phrase may begin: the first three units that it may be typed with, split characters
 * included. Of its first three characters one may look otherwise. Letters and aliases are told by their traits.
 * `without` tells for each rule the folds that it may not use: what no rule reads otherwise is not marked so.
 */
export function packStarts(
  trie: Trie,
  tables: Tables,
  aliases: readonly Alias[],
  { fills, without }: { fills: boolean; without: readonly number[] },
): PackedStarts {
  const fillers = fills ? FILLERS : '';
  const facesOf = facesWith(tables);
  const triples = filterOf(new Uint32Array(MOST_WORDS));
  const wild = new Set<string>();
  const joins = new Set<string>();
  const follows = new Set<string>();
  const alone = new Set<string>();

  for (const reading of tables.readings.keys()) wild.add(reading.charAt(0));
  for (const { form } of aliases) wild.add(form.charAt(0));
  const partsOf = partsWith(tables, facesOf);
  const used = foldsUsed(trie, without);
  for (const entry of tables.parts.values()) {
    joins.add(entry.charAt(0));
    follows.add(entry.charAt(1));
    mark(triples, joinedOf(entry.charCodeAt(0), entry.charCodeAt(1)));
  }
  for (const [a, first] of edgesOf(trie, 0)) {
    if (a === ALIAS_ROOT) continue;
    const char = String.fromCharCode(a);
    if (endsAt(trie, first)) for (const form of /[#\d]/.test(char) ? FIGURES : char) alone.add(form);
    const [x, ...oddX] = facesOf(a);
    for (const [b, second] of edgesOf(trie, first)) {
      const [y, ...oddY] = facesOf(b);
      if (endsAt(trie, second)) {
        for (const p of formsOf(a)) for (const q of formsOf(b)) mark(triples, wholeOf(p, q));
        // Of two characters none may look otherwise: path.ts.
        mark(triples, twoOf(x, y));
      }
      const splits = ((used[second] as number) & SPLIT) !== 0;
      for (const [p, q] of splits ? partsOf(a) : [])
        for (const next of [...facesOf(b), ...partsOf(b).map(([part]) => part)])
          mark(triples, threeOf(p, q, next));
      for (const [p, q] of splits ? partsOf(b) : [])
        for (const before of facesOf(a)) mark(triples, threeOf(before, p, q));
      for (const [c, third] of edgesOf(trie, second)) {
        const folds = used[third] as number;
        const [z, ...oddZ] = facesOf(c);
        for (const typed of [z, ...(folds & SPLIT ? partsOf(c).map(([part]) => part) : [])]) {
          mark(triples, threeOf(x, y, typed));
          if (!(folds & (LOOKALIKE | HOMOPHONE))) continue;
          for (const odd of oddX) mark(triples, threeOf(odd, y, typed));
          for (const odd of oddY) mark(triples, threeOf(x, odd, typed));
        }
        if (folds & (LOOKALIKE | HOMOPHONE)) for (const odd of oddZ) mark(triples, threeOf(x, y, odd));
      }
    }
  }
  const shown = {
    traits: [wild, fillers, joins, alone, trie.labels.includes(ANY_NUMBER) ? NUMERALS : '', follows].map(
      (chars) => [...chars].join(''),
    ),
    figures: [...FIGURES].join(''),
  };
  const looks = looksOf(tables, shown);
  const pairs = packPairs(trie, {
    tables,
    aliases,
    fillers,
    facesOf,
    faceOf: (code) => faceOf(looks[code] as number),
  });
  const { words } = sparse(triples);
  return { ...shown, ...pairs, words: words.length, triples: packBits(words) };
}

/** For each node the folds that some rule whose phrase goes through it may use. */
function foldsUsed({ edges, targets, ends, meanings }: Trie, without: readonly number[]): Uint32Array {
  const used = new Uint32Array(edges.length - 1);
  // Nodes come after those that they lead to, but for the root, which nobody asks about.
  for (let node = 1; node < used.length; node++) {
    let folds = 0;
    for (let at = ends[node] as number; at < (ends[node + 1] as number); at++) {
      const meaning = meanings[at] as number;
      folds |= roleOf(meaning) === ASKED ? ~0 : ~(without[indexOf(meaning)] ?? 0);
    }
    for (let edge = edges[node] as number; edge < (edges[node + 1] as number); edge++)
      folds |= used[targets[edge] as number] as number;
    used[node] = folds;
  }
  return used;
}

/** The two parts that a label may be typed as, by their faces. */
type PartsOf = (label: number) => readonly (readonly [number, number])[];

function partsWith({ parts }: Tables, facesOf: FacesOf): PartsOf {
  const of = new Map<number, [number, number][]>();
  for (const entry of parts.values()) {
    const [first] = facesOf(entry.charCodeAt(0));
    const [second] = facesOf(entry.charCodeAt(1));
    for (const made of entry.slice(2)) {
      const code = made.charCodeAt(0);
      of.set(code, [...(of.get(code) ?? []), [first, second]]);
    }
  }
  return (label) => of.get(label) ?? [];
}

/** The codes that a label is typed with where nothing is swapped. */
const formsOf = (code: number): readonly number[] => (isFigureCode(code) ? FIGURE_CODES : [code]);
const FIGURE_CODES = Array.from(FIGURES, (char) => char.charCodeAt(0));

/** The smallest filter of the same triples that stays sparse. */
function sparse(filter: Filter): Filter {
  const smaller = halved(filter);
  let set = 0;
  for (const word of smaller.words) for (let rest = word; rest !== 0; rest &= rest - 1) set++;
  return smaller.words.length < LEAST_WORDS || set * SPARSE > smaller.words.length * 32
    ? filter
    : sparse(smaller);
}
