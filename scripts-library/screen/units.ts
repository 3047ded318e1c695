import * as kinds from './alphabet.ts';
import { EMOJI, ENTITY, INVISIBLE, LOOKALIKE, SEPARATOR } from './folds.ts';

/** The strongest thing that lies before a unit. */
export const NO_GAP = 0;
export const SOFT_GAP = 1;
export const LINE_GAP = 2;
export const COMMA_GAP = 3;
export const CLAUSE_GAP = 4;
/** Too much lies between; no phrase reaches over it. */
export const WALL = 5;

/** More separators than this between two characters are a layout, not a disguise. */
const LONGEST_GAP = 6;

/**
 * A text as the matcher reads it: one unit for each folded character, with where it was typed.
 * Parallel arrays; `length` units are in use.
 */
export interface Units {
  readonly length: number;
  /** Folded UTF-16 code. */
  readonly code: number[];
  /** Half-open span of the unit in the text as typed, combining marks included. */
  readonly start: number[];
  readonly end: number[];
  /** What lies before: NO_GAP … WALL. */
  readonly gap: number[];
  /** Folds that the unit itself took, and those that undoing the gap before it takes. */
  readonly folds: number[];
  readonly gapFolds: number[];
  /** Whether the unit may be skipped as decoration. */
  readonly either: boolean[];
}

/** Looks up how a code point folds; remembered, since texts repeat. */
export type FoldOf = (code: number) => kinds.Folded;

export function foldWith(simplified: ReadonlyMap<string, string>): FoldOf {
  const near: (kinds.Folded | undefined)[] = new Array(0x10000);
  const far = new Map<number, kinds.Folded>();
  return (code) => {
    const known = code < 0x10000 ? near[code] : far.get(code);
    if (known !== undefined) return known;
    const made = kinds.foldCodePoint(code, simplified);
    if (code < 0x10000) near[code] = made;
    else far.set(code, made);
    return made;
  };
}

/** Reads a numeric character reference at `at`: `&#24494;` or `&#x5fae;`. */
function entityAt(text: string, at: number): { code: number; length: number } | null {
  const found = /^&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/i.exec(text.slice(at, at + 12));
  if (found === null) return null;
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  return code <= 0x10ffff ? { code, length: found[0].length } : null;
}

const STRENGTHS = new Map([
  [kinds.LINE, LINE_GAP],
  [kinds.COMMA, COMMA_GAP],
  [kinds.CLAUSE_END, CLAUSE_GAP],
]);
const strengthOf = (kind: number): number => STRENGTHS.get(kind) ?? SOFT_GAP;

/** Folds a text into units. Linear in its length; every unit keeps its place in the text as typed. */
export function unitsOf(text: string, foldOf: FoldOf): Units {
  const units = { length: 0, code: [], start: [], end: [], gap: [], folds: [], gapFolds: [], either: [] } as {
    -readonly [K in keyof Units]: Units[K];
  };
  let gap = NO_GAP;
  let gapFolds = 0;
  let gapLength = 0;
  for (let at = 0; at < text.length; ) {
    let code = text.codePointAt(at) as number;
    let length = code > 0xffff ? 2 : 1;
    let extra = 0;
    const entity = code === 38 ? entityAt(text, at) : null;
    if (entity !== null) {
      code = entity.code;
      length = entity.length;
      extra = ENTITY;
    }
    if (code === 92 && text.charCodeAt(at + 1) === 47) {
      // \/ drawn for v
      code = 118;
      length = 2;
      extra = LOOKALIKE;
    }
    const { kind, text: plain, folds } = foldOf(code);
    if (kind === kinds.CHAR || kind === kinds.EITHER) {
      for (let i = 0; i < plain.length; i++) {
        const unit = units.length++;
        units.code[unit] = plain.charCodeAt(i);
        units.start[unit] = at;
        units.end[unit] = at + length;
        units.gap[unit] = gapLength > LONGEST_GAP ? WALL : gap;
        units.folds[unit] = folds | extra;
        units.gapFolds[unit] = gapFolds;
        units.either[unit] = kind === kinds.EITHER;
        gap = NO_GAP;
        gapFolds = 0;
        gapLength = 0;
      }
    } else if (kind === kinds.MARK) {
      const last = units.length - 1;
      if (gapLength === 0 && last >= 0) {
        units.end[last] = at + length;
        units.folds[last] = (units.folds[last] ?? 0) | INVISIBLE;
      }
    } else if (kind === kinds.INVISIBLE_KIND) {
      gapFolds |= INVISIBLE;
    } else {
      gapLength++;
      gap = Math.max(gap, strengthOf(kind));
      gapFolds |= kind === kinds.PICTURE ? EMOJI : SEPARATOR;
    }
    at += length;
  }
  return units;
}
