import { COMMA_GAP, NO_GAP, type Units } from './units.ts';

/** Whether a folded code is a Latin letter. */
export const isLetter = (code = 0): boolean => code > 96 && code < 123;
/** Whether a folded code is a figure. */
export const isDigit = (code = 0): boolean => code > 47 && code < 58;

/** Whether nothing at all lies before unit `at`. */
export const runsOn = ({ gap }: Units, at: number): boolean => gap[at] === NO_GAP;

/** Whether a Latin word or number goes on over the border before unit `at`: AVX512 holds no VX. */
export const cutsToken = ({ code, gap }: Units, at: number): boolean =>
  gap[at] === NO_GAP &&
  ((isLetter(code[at]) && isLetter(code[at - 1])) || (isDigit(code[at]) && isDigit(code[at - 1])));

/** Whether a Latin word that ends before unit `to` goes on as a short number: WX-100 is a product, vx12345678 is not. */
export function isModel({ code, gap }: Units, to: number): boolean {
  let end = to;
  while (isDigit(code[end]) && (gap[end] as number) < COMMA_GAP) end++;
  return isLetter(code[to - 1]) && end > to && end - to < 5 && !isLetter(code[end]);
}
