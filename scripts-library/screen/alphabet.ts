import { TRADITIONAL } from './folds.ts';
import { unpackNumbers } from './rice.ts';
import type { Slices } from './slices.ts';

/** What a code point is to the engine. The first three carry text; the others lie between characters. */
export const ITSELF = 0;
export const CHAR = 1;
/** A character that may also be mere decoration: ❤ for 心, + for 加. */
export const EITHER = 2;
export const MARK = 3;
export const INVISIBLE_KIND = 4;
export const GAP = 5;
export const PICTURE = 6;
export const LINE = 7;
export const COMMA = 8;
export const CLAUSE_END = 9;
/** `&`, `\\` and high surrogates: what they are depends on what follows. Never travels. */
export const FIRST_OF_MORE = 10;

/** How every code point folds, as it travels. */
export interface PackedAlphabet {
  /** Of each run how many code points follow each other, the high half of their forms, the first one's low half. */
  readonly lengths: string;
  readonly highs: string;
  readonly lows: string;
  /** What those that stand for several characters stand for. */
  readonly long: readonly string[];
  /** Traditional and simplified characters, in pairs. */
  readonly simplified: string;
}

/**
 * A form for each slot, 0 if it stands for itself. Low half: the character, or the index in `long`. Above it the kind (4 bits), whether
 * `long` is meant (1 bit), and the folds (5 bits, see {@link foldsOf}).
 */
export interface Alphabet {
  readonly forms: Uint32Array;
  readonly long: readonly string[];
}

/** Code points beyond 0xffff that have slots: signs and pictures, compatibility characters, tags and selectors. */
const FAR = [
  [0x1d000, 0x20000],
  [0x2f800, 0x2fa20],
  [0xe0000, 0xe01f0],
] as const;
export const SLOTS = 0x13410;

/** Where a code point's form is, or -1 if it stands for itself. */
export function slotOf(code: number): number {
  let first = 0x10000;
  if (code < first) return code;
  for (const [from, to] of FAR) {
    if (code >= from && code < to) return first + code - from;
    first += to - from;
  }
  return -1;
}

export const kindOf = (form: number): number => (form >>> 16) & 15;
export const isLong = (form: number): boolean => (form & 0x100000) !== 0;
/** Width, case and traditional keep their bits; look-alike and emoji follow them. */
export const foldsOf = (form: number): number =>
  ((form >>> 21) & 7) | ((form >>> 16) & 256) | ((form >>> 10) & 32768);

/** Unpacks the alphabet. */
export function* loadAlphabet({ long, simplified, ...runs }: PackedAlphabet): Slices<Alphabet> {
  const forms = new Uint32Array(SLOTS);
  const lengths = yield* unpackNumbers(runs.lengths);
  const highs = yield* unpackNumbers(runs.highs);
  const lows = yield* unpackNumbers(runs.lows);
  let slot = 0;
  for (let i = 0; i < lengths.length; i++) {
    let form = (highs[i] as number) * 0x10000 + (lows[i] as number);
    const end = slot + (lengths[i] as number);
    if (kindOf(form) === ITSELF) slot = end;
    while (slot < end) forms[slot++] = form++;
  }
  yield;
  for (let i = 0; i < simplified.length; i += 2) {
    forms[simplified.charCodeAt(i)] = (TRADITIONAL << 21) | (CHAR << 16) | simplified.charCodeAt(i + 1);
  }
  for (const code of [38, 92]) forms[code] = FIRST_OF_MORE << 16;
  forms.fill(FIRST_OF_MORE << 16, 0xd800, 0xdc00);
  return { forms, long };
}
