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
  /** What else is known of the unit; read it with {@link gapAt}, {@link foldsAt}, {@link gapFoldsAt}, {@link looseAt}. */
  readonly info: Uint32Array;
  /** Whether any unit may be skipped as decoration. */
  readonly decorated: boolean;
}

/** What lies before a unit: NO_GAP … WALL. */
export const gapAt = ({ info }: Units, at: number): number => ((info[at] as number) >>> 16) & 7;
/** Folds that the unit itself took. */
export const foldsAt = ({ info }: Units, at: number): number => (info[at] as number) & 0xffff;
/** Folds that undoing the gap before the unit takes. */
export const gapFoldsAt = ({ info }: Units, at: number): number =>
  (((info[at] as number) >>> 16) & (INVISIBLE | SEPARATOR)) | (((info[at] as number) >>> 7) & EMOJI);
/** Whether the unit may be skipped as decoration. */
export const looseAt = ({ info }: Units, at: number): boolean => ((info[at] as number) & LOOSE) !== 0;

const LOOSE = 1 << 19;
/** Where the folds of a gap are kept: 16 and 32 just above the flag, 32768 above them. */
const gapInfo = (gap: number, folds: number): number =>
  (gap << 16) | ((folds & (INVISIBLE | SEPARATOR)) << 16) | ((folds & EMOJI) << 7);

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
    info: new Uint32Array(size),
    decorated: false,
  };
};
/** Longer texts than this are rare, and get room of their own. */
const USUAL = 500;

/** Reads a numeric character reference at `at`: `&#24494;` or `&#x5fae;`. */
function entityAt(text: string, at: number): { code: number; length: number } | null {
  const found = /^&#(?:x([0-9a-f]{2,6})|(\d{2,7}));/i.exec(text.slice(at, at + 12));
  if (found === null) return null;
  const code = found[1] === undefined ? Number(found[2]) : Number.parseInt(found[1], 16);
  return code <= 0x10ffff ? { code, length: found[0].length } : null;
}

const STRENGTHS = [SOFT_GAP, SOFT_GAP, LINE_GAP, COMMA_GAP, CLAUSE_GAP];

/** Makes a reader. Reading is linear in the length of the text; every unit keeps its place in the text as typed. */
export function readWith({ forms, long }: kinds.Alphabet): Read {
  const usual = roomFor(USUAL);
  return (text) => {
    const units = text.length > USUAL ? roomFor(text.length) : usual;
    const { code, start, end, info } = units;
    const size = text.length;
    let length = 0;
    let gap = NO_GAP;
    let gapFolds = 0;
    let gapLength = 0;
    let before = 0;
    let decorated = false;
    for (let at = 0, to = 0; at < size; at = to) {
      // Nearly every character stands for itself; all else can wait.
      const first = length;
      let typed = text.charCodeAt(at);
      let form = forms[typed] as number;
      while (form === kinds.ITSELF) {
        code[length] = typed;
        start[length] = at;
        info[length] = 0;
        end[length++] = ++at;
        if (at === size) break;
        typed = text.charCodeAt(at);
        form = forms[typed] as number;
      }
      if (length > first) {
        info[first] = before;
        before = gap = gapFolds = gapLength = 0;
        if (at === size) break;
      }
      to = at + 1;
      let kind = kinds.kindOf(form);
      let extra = 0;
      if (kind === kinds.FIRST_OF_MORE) {
        if (typed === 38) {
          const entity = entityAt(text, at);
          form = GAP_FORM;
          if (entity !== null) {
            typed = entity.code;
            to = at + entity.length;
            extra = ENTITY;
            form = formOf(forms, typed);
          }
        } else if (typed === 92) {
          form = GAP_FORM;
          if (text.charCodeAt(to) === 47) {
            // \/ drawn for v
            typed = 118;
            form = kinds.ITSELF;
            to++;
            extra = LOOKALIKE;
          }
        } else {
          typed = text.codePointAt(at) as number;
          if (typed > 0xffff) to++;
          form = formOf(forms, typed);
        }
        kind = kinds.kindOf(form);
      }
      if (kind < kinds.MARK) {
        const folds = kinds.foldsOf(form) | extra;
        const plain = kinds.isLong(form)
          ? (long[form & 0xffff] as string)
          : typed > 0xffff && kind === kinds.ITSELF
            ? String.fromCodePoint(typed)
            : '';
        if (kind === kinds.EITHER) decorated = true;
        let char = kind === kinds.ITSELF ? typed : form & 0xffff;
        for (let k = 0; k === 0 || k < plain.length; k++) {
          if (plain !== '') char = plain.charCodeAt(k);
          code[length] = char;
          start[length] = at;
          end[length] = to;
          info[length++] = before | folds | (kind === kinds.EITHER ? LOOSE : 0);
          before = gap = gapFolds = gapLength = 0;
        }
      } else if (kind === kinds.MARK) {
        if (gapLength === 0 && length > 0) {
          end[length - 1] = to;
          info[length - 1] = (info[length - 1] as number) | INVISIBLE;
        }
      } else {
        if (kind === kinds.INVISIBLE_KIND) {
          gapFolds |= INVISIBLE;
        } else {
          const strength = STRENGTHS[kind - kinds.GAP] as number;
          gapLength++;
          if (strength > gap) gap = strength;
          gapFolds |= kind === kinds.PICTURE ? EMOJI : SEPARATOR;
        }
        before = gapInfo(gapLength > LONGEST_GAP ? WALL : gap, gapFolds);
      }
    }
    units.length = length;
    units.decorated = decorated;
    for (let i = length; i < length + AHEAD; i++) code[i] = info[i] = 0;
    return units;
  };
}

const GAP_FORM = kinds.GAP << 16;

/** The form of any code point; one that begins a longer spelling only when typed is plain when meant. */
function formOf(forms: Uint32Array, code: number): number {
  const form = forms[kinds.slotOf(code)] ?? kinds.ITSELF;
  return kinds.kindOf(form) !== kinds.FIRST_OF_MORE
    ? form
    : code === 38 || code === 92
      ? GAP_FORM
      : kinds.ITSELF;
}

const decoder = new TextDecoder('utf-16le');
/** A decoder takes longer to start than to read this much. */
const SHORT = 100;

/** Folded text of units [from, to), without what lies between them: one character for each unit. */
export function textOf({ code }: Units, from: number, to: number): string {
  const part = code.subarray(from, to);
  return part.length > SHORT ? decoder.decode(part) : String.fromCharCode(...part);
}
