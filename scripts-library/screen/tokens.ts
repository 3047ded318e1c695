import { COMMA_GAP, gapAt, NO_GAP, type Units } from './units.ts';

/** Whether a folded code is a Latin letter. */
export const isLetter = (code = 0): boolean => code > 96 && code < 123;
/** Whether a folded code is a figure. */
export const isDigit = (code = 0): boolean => code > 47 && code < 58;

/** Whether nothing at all lies before unit `at`. */
export const runsOn = (units: Units, at: number): boolean => gapAt(units, at) === NO_GAP;

/** Whether a Latin word or number goes on over the border before unit `at`: AVX512 holds no VX. */
export function cutsToken(units: Units, at: number): boolean {
  const { code } = units;
  const goesOn =
    (isLetter(code[at]) && isLetter(code[at - 1])) || (isDigit(code[at]) && isDigit(code[at - 1]));
  return goesOn && runsOn(units, at);
}

/** Whether a Latin word that ends before unit `to` goes on as a short number: WX-100 is a product, vx12345678 is not. */
export function isModel(units: Units, to: number): boolean {
  const { code } = units;
  let end = to;
  while (isDigit(code[end]) && gapAt(units, end) < COMMA_GAP) end++;
  return isLetter(code[to - 1]) && end > to && end - to < 5 && !isLetter(code[end]);
}
