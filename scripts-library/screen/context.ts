import type { Words } from './language.ts';
import { COMMA_GAP, gapAt, textOf, type Units } from './units.ts';

/** What may lie between such a word and the hit. */
const FILL = 8;

/** First unit of the clause that `unit` stands in. */
function clauseStart(units: Units, unit: number): number {
  let at = unit;
  while (at > 0 && gapAt(units, at) < COMMA_GAP) at--;
  return at;
}

/** The first unit from `unit` on that begins another clause; the length of the text if none does. */
function nextClause(units: Units, unit: number): number {
  let at = unit;
  while (at < units.length && gapAt(units, at) < COMMA_GAP) at++;
  return at;
}

/** Whether the clause around units [from, to) denies or forbids what stands there. */
export function isDenied(units: Units, from: number, to: number, words: Words): boolean {
  const start = Math.max(clauseStart(units, from), from - 24);
  const before = textOf(units, start, from).replace(words.notDenials, (word) => '。'.repeat(word.length));
  for (let at = before.length; at > 0 && at >= before.length - FILL; at--) {
    const denial = words.deniesBefore.exec(before.slice(0, at))?.[0];
    if (denial === undefined) continue;
    const between = before.length - at;
    if (between <= (denial.length > 1 ? FILL : 1)) return true;
  }
  const end = nextClause(units, to);
  const rest = textOf(units, to, Math.min(end, to + 18)).replace(words.notDenials, '。');
  if (words.deniesAfter.test(rest)) return true;
  if (end - to > 10) return false;
  const { deniesFromNext, deniesAnew } = words;
  const next = textOf(units, end, Math.min(nextClause(units, end + 1), end + 14));
  return (gapAt(units, end) === COMMA_GAP ? deniesFromNext : deniesAnew).test(next);
}

/** Whether the units outside [from, to) are only salutations and particles. */
export function isWhole(units: Units, from: number, to: number, { salutations }: Words): boolean {
  return salutations.test(textOf(units, 0, from)) && salutations.test(textOf(units, to, units.length));
}

/** Whether one of the words stands right before unit `at`. Spaces don't part them, punctuation does. */
export function standsBefore(units: Units, at: number, words: readonly string[]): boolean {
  if (gapAt(units, at) >= COMMA_GAP) return false;
  return words.some((word) => textOf(units, Math.max(0, at - word.length), at) === word);
}

/** Whether one of the words stands right from unit `at`. */
export function standsAfter(units: Units, at: number, words: readonly string[]): boolean {
  if (gapAt(units, at) >= COMMA_GAP) return false;
  return words.some((word) => textOf(units, at, at + word.length) === word);
}

/** Whether units [from, to) name the platform `own`, and no other one. */
export function namesOnlyOwn(
  units: Units,
  from: number,
  to: number,
  own: string,
  { platforms }: Words,
): boolean {
  const text = textOf(units, from, to);
  return (
    platforms.get(own)?.test(text) === true &&
    [...platforms].every(([id, names]) => id === own || !names.test(text))
  );
}
