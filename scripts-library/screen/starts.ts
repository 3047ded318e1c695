import { unpackBits } from './bit-gaps.ts';
import { FACES, FIGURE, FOLLOWS, faceOf, faceOfSound, NOTHING, WILD } from './faces.ts';
import { type Filter, filterOf, joinedOf, marked } from './filter.ts';
import type { Slices } from './slices.ts';
import type { Tables } from './variants.ts';

/**
 * Where a phrase may begin, as it travels: the first two units that a phrase may be typed with, and a filter of the
 * first three characters as they sound. Ordinary text is passed over at a look or two each. Errs towards "may".
 */
export interface PackedStarts {
  /** Characters of each trait, {@link WILD} first; then the figures. */
  readonly traits: readonly string[];
  readonly figures: string;
  /** Faces that begin a phrase whatever follows. */
  readonly always: readonly number[];
  readonly pairs: string;
  readonly words: number;
  readonly triples: string;
}

/** The same made ready. */
export interface Starts {
  /** For each code its face and traits: faces.ts. */
  readonly looks: Uint16Array;
  /** A bit for each two faces. */
  readonly pairs: Uint32Array;
  readonly triples: Filter;
}

export const noPairs = (): Uint32Array => new Uint32Array((FACES * FACES) / 32);
/** Marks two faces. */
export function markPair(pairs: Uint32Array, x: number, y: number): void {
  const place = (x << 5) | (y >>> 5);
  pairs[place] = (pairs[place] as number) | (1 << (y & 31));
}
/** Whether a phrase may begin with these two faces. */
export const beginsSo = (pairs: Uint32Array, x: number, y: number): boolean =>
  (((pairs[(x << 5) | (y >>> 5)] as number) >>> (y & 31)) & 1) !== 0;

export const looksOf = (
  { sound }: Tables,
  { traits, figures }: Pick<PackedStarts, 'traits' | 'figures'>,
): Uint16Array => {
  const looks = new Uint16Array(sound.length);
  for (let code = 0; code < looks.length; code++) looks[code] = faceOfSound(sound[code] as number);
  // No phrase has the face of what follows a text's end.
  looks[0] = NOTHING;
  for (let i = 0; i < figures.length; i++) looks[figures.charCodeAt(i)] = FIGURE;
  traits.forEach((chars, index) => {
    for (let i = 0; i < chars.length; i++) {
      const code = chars.charCodeAt(i);
      looks[code] = (looks[code] as number) | (WILD << index);
    }
  });
  return looks;
};

/** Unpacks the filter. */
export function* loadStarts(packed: PackedStarts, tables: Tables): Slices<Starts> {
  const pairs = noPairs();
  yield* unpackBits(packed.pairs, pairs);
  for (const x of packed.always) pairs.fill(0xffffffff, x << 5, (x + 1) << 5);
  const words = new Uint32Array(packed.words);
  yield* unpackBits(packed.triples, words);
  return { looks: looksOf(tables, packed), pairs, triples: filterOf(words) };
}

export const lookOf = ({ looks }: Starts, code: number): number => looks[code] as number;
/** Whether two characters may stand for something together. */
export const joins = ({ looks, triples }: Starts, a: number, b: number): boolean =>
  ((looks[b] as number) & FOLLOWS) !== 0 && marked(triples, joinedOf(a, b));

export const faceAt = (starts: Starts, code: number): number => faceOf(lookOf(starts, code));
