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
 * A text as the matcher reads it: one unit for each folded character, with where it was typed. Parallel arrays;
 * `length` units are in use, and at least three of zeros follow them, so that looking ahead needs no check.
 */
export interface Units {
  readonly length: number;
  /** Folded UTF-16 code. */
  readonly code: Uint16Array;
  /** Half-open span of the unit in the text as typed, combining marks included. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** What lies before: NO_GAP … WALL. */
  readonly gap: Uint8Array;
  /** Folds that the unit itself took, and those that undoing the gap before it takes. */
  readonly folds: Uint16Array;
  readonly gapFolds: Uint16Array;
  /** 1 if the unit may be skipped as decoration. */
  readonly either: Uint8Array;
}

/** Reads a text into units, which are good until the next text is read: the arrays are used again. */
export type Read = (text: string) => Units;

const AHEAD = 3;
/** A code point stands for four characters at most. */
const roomFor = (length: number): { -readonly [K in keyof Units]: Units[K] } => {
  const size = length * 4 + AHEAD;
  return {
    length: 0,
    code: new Uint16Array(size),
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    gap: new Uint8Array(size),
    folds: new Uint16Array(size),
    gapFolds: new Uint16Array(size),
    either: new Uint8Array(size),
  };
};
/** Longer texts than this are rare, and get room of their own. */
const USUAL = 1000;

/** Reads a numeric character reference at `at`: `&#24494;` or `&#x5fae;`. */
function entityAt(text: string, at: number): { code: number; length: number } | null {
  const found = /^&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/i.exec(text.slice(at, at + 12));
  if (found === null) return null;
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  return code <= 0x10ffff ? { code, length: found[0].length } : null;
}

const STRENGTHS = [SOFT_GAP, SOFT_GAP, LINE_GAP, COMMA_GAP, CLAUSE_GAP];
const strengthOf = (kind: number): number => STRENGTHS[kind - kinds.GAP] as number;

/** Makes a reader. Reading is linear in the length of the text; every unit keeps its place in the text as typed. */
export function readWith({ forms, long }: kinds.Alphabet): Read {
  const usual = roomFor(USUAL);
  return (text) => {
    const units = text.length > USUAL ? roomFor(text.length) : usual;
    const { code, start, end } = units;
    let length = 0;
    let gap = NO_GAP;
    let gapFolds = 0;
    let gapLength = 0;
    for (let at = 0, to = 0; at < text.length; at = to) {
      let typed = text.charCodeAt(at);
      let extra = 0;
      to = at + 1;
      if (typed >= 0xd800 && typed < 0xdc00) {
        typed = text.codePointAt(at) as number;
        if (typed > 0xffff) to++;
      }
      if (typed === 38) {
        const entity = entityAt(text, at);
        if (entity !== null) {
          typed = entity.code;
          to = at + entity.length;
          extra = ENTITY;
        }
      } else if (typed === 92 && text.charCodeAt(to) === 47) {
        // \/ drawn for v
        typed = 118;
        to++;
        extra = LOOKALIKE;
      }
      const form = forms[typed < 0x10000 ? typed : kinds.slotOf(typed)] ?? 0;
      const kind = kinds.kindOf(form);
      if (kind < kinds.MARK) {
        const folds = kinds.foldsOf(form) | extra;
        const plain = kinds.isLong(form)
          ? (long[form & 0xffff] as string)
          : typed > 0xffff && kind === kinds.ITSELF
            ? String.fromCodePoint(typed)
            : '';
        let char = kind === kinds.ITSELF ? typed : form & 0xffff;
        for (let k = 0; k === 0 || k < plain.length; k++) {
          if (plain !== '') char = plain.charCodeAt(k);
          code[length] = char;
          start[length] = at;
          end[length] = to;
          units.gap[length] = gapLength > LONGEST_GAP ? WALL : gap;
          units.folds[length] = folds;
          units.gapFolds[length] = gapFolds;
          units.either[length++] = kind === kinds.EITHER ? 1 : 0;
          gap = gapFolds = gapLength = 0;
        }
      } else if (kind === kinds.MARK) {
        if (gapLength === 0 && length > 0) {
          end[length - 1] = to;
          units.folds[length - 1] = (units.folds[length - 1] as number) | INVISIBLE;
        }
      } else if (kind === kinds.INVISIBLE_KIND) {
        gapFolds |= INVISIBLE;
      } else {
        gapLength++;
        gap = Math.max(gap, strengthOf(kind));
        gapFolds |= kind === kinds.PICTURE ? EMOJI : SEPARATOR;
      }
    }
    units.length = length;
    for (let i = length; i < length + AHEAD; i++) code[i] = units.gap[i] = units.either[i] = 0;
    return units;
  };
}

const decoder = new TextDecoder('utf-16le');
/** A decoder takes longer to start than to read this much. */
const SHORT = 100;

/** Folded text of units [from, to), without what lies between them: one character for each unit. */
export function textOf({ code }: Units, from: number, to: number): string {
  const part = code.subarray(from, to);
  return part.length > SHORT ? decoder.decode(part) : String.fromCharCode(...part);
}
