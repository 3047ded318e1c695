import { CHAR, type PackedAlphabet, slotOf } from './alphabet.ts';
import { foldCodePoint } from './fold-code-point.ts';
import { EMOJI, LOOKALIKE, TRADITIONAL } from './folds.ts';
import { packNumbers } from './rice.ts';
import { traditional } from './tables/traditional.ts';

/** A run of code points whose forms count up. */
interface Run {
  length: number;
  readonly high: number;
  readonly low: number;
}

const MOST = 0xffff;
let made: PackedAlphabet | undefined;

/** How every code point folds. The same for all rules, so it is worked out once. */
export function packAlphabet(): PackedAlphabet {
  made ??= makeAlphabet();
  return made;
}

/** Traditional or variant character to its simplified form. */
function simplifiedForms(): Map<string, string> {
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < traditional.length; i += 2)
    forms.set(traditional.charAt(i), traditional.charAt(i + 1));
  return forms;
}

/** The same, worked out anew. */
export function makeAlphabet(): PackedAlphabet {
  const simplified = simplifiedForms();
  const runs: Run[] = [];
  const long: string[] = [];
  const pairs: string[] = [];
  for (let code = 0; code <= 0xe01ef; code++) {
    const slot = slotOf(code);
    if (slot < 0) continue;
    const { kind, text, folds } = foldCodePoint(code, simplified);
    const traditionalOnly = kind === CHAR && folds === TRADITIONAL && text.length === 1;
    if (traditionalOnly) pairs.push(String.fromCodePoint(code), text);
    const isLong = kind !== 0 && text.length > 1;
    const bits = (folds & 7) | (folds & LOOKALIKE ? 8 : 0) | (folds & EMOJI ? 16 : 0);
    const high = traditionalOnly ? 0 : kind | (isLong ? 16 : 0) | (bits << 5);
    const low = high === 0 || text === '' ? 0 : isLong ? long.push(text) - 1 : text.charCodeAt(0);
    const last = runs[runs.length - 1];
    // The low half of what carries no text, or stands for itself, is never read.
    const follows = last !== undefined && (low === 0 || low === last.low + last.length);
    if (last !== undefined && follows && last.high === high && last.length < MOST) last.length++;
    else runs.push({ length: 1, high, low });
  }
  return {
    lengths: packNumbers(runs.map(({ length }) => length)),
    highs: packNumbers(runs.map(({ high }) => high)),
    lows: packNumbers(runs.map(({ low }) => low)),
    long,
    simplified: pairs.join(''),
  };
}
