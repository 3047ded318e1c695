import { FIGURE, faceOfSound } from './faces.ts';
import { LANGUAGE } from './language-words.ts';
import { ANY_NUMBER } from './meaning.ts';
import type { Tables } from './variants.ts';

/** Put between characters to hide them. */
export const FILLERS = '一丨丶乀';
/** What `#` reads as a number. */
export const NUMERALS = '0123456789一二两三四五六七八九十百几半';
/** Figures in any writing. */
export const FIGURES: ReadonlySet<string> = new Set(NUMERALS + LANGUAGE.digits.replace(/[a-z ]/g, ''));

/** Whether a label is a figure or any number. */
export const isFigureCode = (code: number): boolean =>
  code === ANY_NUMBER || FIGURES.has(String.fromCharCode(code));

/** The faces under which a label may be typed, its own first. */
export type FacesOf = (label: number) => readonly [number, ...number[]];

/** Makes the look-up of {@link FacesOf}. */
export function facesWith({ sound, alike, meant }: Tables): FacesOf {
  const face = (code: number): number => (isFigureCode(code) ? FIGURE : faceOfSound(sound[code] as number));
  const typedFor = new Map<number, number[]>();
  alike.forEach((entry, typed) => {
    for (let k = entry + 1; k <= entry + (meant[entry] as number); k++) {
      const code = meant[k] as number;
      typedFor.set(code, [...(typedFor.get(code) ?? []), typed]);
    }
  });
  /** Sounds that a figure has too: 以 may be typed 一, and 一 以. */
  const figureSounds = new Set([...FIGURES].map((char) => faceOfSound(sound[char.charCodeAt(0)] as number)));
  const known = new Map<number, readonly [number, ...number[]]>();
  return (label) => {
    const made = known.get(label);
    if (made !== undefined) return made;
    const own = face(label);
    const faces = new Set((typedFor.get(label) ?? []).map(face));
    const heard = faceOfSound(sound[label] as number);
    if (figureSounds.has(heard)) faces.add(heard).add(FIGURE);
    faces.delete(own);
    const all = [own, ...faces] as const;
    known.set(label, all);
    return all;
  };
}
