import { DIGITS, HOMOPHONE, LOOKALIKE } from './folds.ts';

/** What a character may stand for, beside itself: the phrase's character and the fold that this takes. */
export interface Variant {
  readonly code: number;
  readonly fold: number;
}

/** Character tables as they travel, cut to the characters that the rules' phrases hold. */
export interface PackedTables {
  /** `reading phraseCharacters otherCharacters`, joined by `;`. */
  readonly sounds: string;
  /** A phrase's character followed by those that look like it, joined by `;`. */
  readonly shapes: string;
  /** A phrase's character followed by pairs of its parts, joined by `;`. */
  readonly splits: string;
}

/** The tables made ready for looking up by folded code. */
export interface Tables {
  readonly variants: ReadonlyMap<number, readonly Variant[]>;
  /** Reading in letters to the phrases' characters that sound so. */
  readonly readings: ReadonlyMap<string, readonly number[]>;
  /** `first * 65536 + second` part to the characters that they make. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/** Ways to write a digit as a character. */
export const DIGIT_FORMS = [
  '零〇○o',
  '一壹幺弌',
  '二贰两弍',
  '三叁弎',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const codes = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** Unpacks the character tables. */
export function loadTables(packed: PackedTables): Tables {
  const variants = new Map<number, Variant[]>();
  const readings = new Map<string, number[]>();
  for (const entry of packed.sounds.split(';')) {
    const [reading = '', own = '', others = ''] = entry.split(' ');
    readings.set(reading, codes(own));
    for (const typed of codes(own + others)) {
      for (const code of codes(own)) if (code !== typed) push(variants, typed, { code, fold: HOMOPHONE });
    }
  }
  for (const entry of packed.shapes.split(';')) {
    const [code = 0, ...others] = codes(entry);
    for (const typed of others) push(variants, typed, { code, fold: LOOKALIKE });
  }
  DIGIT_FORMS.forEach((forms, digit) => {
    for (const typed of codes(forms)) push(variants, typed, { code: 48 + digit, fold: DIGITS });
  });
  const parts = new Map<number, number[]>();
  for (const entry of packed.splits.split(';')) {
    const [code = 0, ...pairs] = codes(entry);
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      push(parts, (pairs[i] ?? 0) * 0x10000 + (pairs[i + 1] ?? 0), code);
    }
  }
  return { variants, readings, parts };
}
