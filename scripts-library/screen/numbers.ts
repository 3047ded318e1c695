import type { Shape } from '../rule.ts';
import { DIGITS, SEPARATOR } from './folds.ts';
import type { Words } from './language.ts';
import { COMMA_GAP, NO_GAP, SOFT_GAP, type Units } from './units.ts';
import { DIGIT_FORMS } from './variants.ts';

/** A piece of personal data: units [from, to) and the folds that had to be undone to see it. */
export interface ShapeHit {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  readonly folds: number;
}

/** Digits in one piece; `to` is exclusive. */
interface Block {
  readonly from: number;
  readonly to: number;
}

const VALUES = new Map<number, number>();
DIGIT_FORMS.forEach((forms, digit) => {
  for (const form of forms) VALUES.set(form.charCodeAt(0), digit);
  VALUES.set(48 + digit, digit);
});
for (const letter of 'li') VALUES.set(letter.charCodeAt(0), 1);

const isLetter = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;
const isPlain = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;

/** Finds the shapes asked for. Numbers of orders, items and parcels are told apart by length, checksum and words around. */
export function findShapes(text: string, units: Units, wanted: ReadonlySet<Shape>, words: Words): ShapeHit[] {
  const plain = String.fromCharCode(...units.code.slice(0, 20_000));
  const hits: ShapeHit[] = [];
  for (const run of digitRuns(units)) {
    if (wanted.has('mobile')) hits.push(...mobilesIn(run, text, units, plain, words));
    if (wanted.has('id-card')) hits.push(...idCardsIn(run, units));
    if (wanted.has('bank-card')) hits.push(...bankCardsIn(run, units, plain, words));
  }
  if (wanted.has('email')) hits.push(...emailsIn(text, units));
  if (wanted.has('account')) hits.push(...accountsIn(plain, units));
  return hits;
}

/** Digits with nothing but short separators between them, as blocks. */
function digitRuns(units: Units): Block[][] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  let from = -1;
  for (let i = 0; i <= units.length; i++) {
    const digit = i < units.length && VALUES.has(units.code[i] as number);
    const gap = units.gap[i] ?? NO_GAP;
    if (from >= 0 && (!digit || gap > NO_GAP)) {
      run.push({ from, to: i });
      from = -1;
    }
    if (run.length > 0 && (!digit || gap > SOFT_GAP)) {
      runs.push(run);
      run = [];
    }
    if (digit && from < 0) from = i;
  }
  return runs;
}

const digitsOf = (units: Units, from: number, to: number): string =>
  units.code
    .slice(from, to)
    .map((code) => VALUES.get(code) ?? '')
    .join('');

function foldsOf(units: Units, from: number, to: number): number {
  let folds = 0;
  for (let i = from; i < to; i++) {
    folds |= (units.folds[i] as number) | (isPlain(units.code[i]) ? 0 : DIGITS);
    if (i > from) folds |= units.gapFolds[i] as number;
  }
  return folds;
}

function mobilesIn(
  run: readonly Block[],
  text: string,
  units: Units,
  plain: string,
  words: Words,
): ShapeHit[] {
  const hits: ShapeHit[] = [];
  const take = (from: number, to: number): boolean => {
    const start = mobileStart(units, from, to);
    if (start === null || !standsAsPhone(text, units, plain, from, to, words)) return false;
    hits.push({ shape: 'mobile', from, to, folds: foldsOf(units, from, to) });
    return true;
  };
  const first = run[0];
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return hits;
  if (run.length === 1) {
    if (!take(first.from, first.to)) for (const { from, to } of figuresIn(units, first)) take(from, to);
    return hits;
  }
  if (brokenLikePhone(run, words) && take(first.from, last.to)) return hits;
  const short = run.length > 1 && last.to - last.from <= 2 ? run.slice(0, -1) : [];
  const end = short[short.length - 1];
  if (end !== undefined && short.length > 1 && brokenLikePhone(short, words) && take(first.from, end.to))
    return hits;
  for (const block of run) take(block.from, block.to);
  return hits;
}

/** Stretches of plain figures inside a block: 13800138000一天 holds a phone number. */
function figuresIn(units: Units, { from, to }: Block): Block[] {
  const stretches: Block[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && isPlain(units.code[i])) continue;
    if (i > start) stretches.push({ from: start, to: i });
    start = i + 1;
  }
  return stretches;
}

/** Where the eleven digits begin in [from, to), after a country code if there is one; null if it is no mobile. */
function mobileStart(units: Units, from: number, to: number): number | null {
  const digits = digitsOf(units, from, to);
  const found = /^(?:00)?(?:86)?(1[3-9]\d{9})$/.exec(digits);
  if (found === null) return null;
  const start = to - 11;
  const real = units.code.slice(start, to).filter((code) => isPlain(code)).length;
  const letters = units.code.slice(start, to).filter(isLetter).length;
  return letters > 0 && real < 4 ? null : start;
}

function brokenLikePhone(run: readonly Block[], words: Words): boolean {
  const lengths = run.map(({ from, to }) => to - from);
  const bare = lengths[0] === 2 && lengths.reduce((a, b) => a + b, 0) === 13 ? lengths.slice(1) : lengths;
  return (
    bare.length === 1 ||
    words.phoneBreaks.has(bare.join('-')) ||
    (bare.length > 8 && bare.every((length) => length <= 2))
  );
}

function standsAsPhone(
  text: string,
  units: Units,
  plain: string,
  from: number,
  to: number,
  words: Words,
): boolean {
  if (units.gap[from] === NO_GAP && isLetter(units.code[from - 1])) {
    const word = /[a-z]+$/.exec(plain.slice(0, from))?.[0] ?? '';
    if (!words.calling.test(word)) return false;
  }
  if (units.gap[to] === NO_GAP && isLetter(units.code[to])) {
    const word = /^[a-z]+/.exec(plain.slice(to))?.[0] ?? '';
    if (!words.calling.test(word)) return false;
  }
  const start = units.start[from] as number;
  const end = units.end[to - 1] as number;
  if (/[=()]/.test(text.slice(start, end))) return false;
  if (/^\.\d/.test(text.slice(end, end + 2)) || /\d\.$/.test(text.slice(Math.max(0, start - 2), start)))
    return false;
  if (words.otherNumber.test(text.slice(Math.max(0, start - 14), start))) return false;
  const before = /[\x21-\x7e]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^[\x21-\x7e]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return !/[/=?&#_.]/.test(before + after) || !/[a-z]{2}/i.test(before + after);
}

/** GB 11643: seventeen digits, a date of birth among them, and a check character. */
function idCardsIn(run: readonly Block[], units: Units): ShapeHit[] {
  const first = run[0];
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return [];
  const from = first.from;
  const withX = units.code[last.to] === 120 && units.gap[last.to] === NO_GAP;
  const to = last.to + (withX ? 1 : 0);
  const digits = digitsOf(units, from, last.to) + (withX ? 'X' : '');
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits)) return [];
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  if ('10X98765432'.charAt(sum % 11) !== digits.charAt(17)) return [];
  return [{ shape: 'id-card', from, to, folds: foldsOf(units, from, to) & ~DIGITS }];
}

/** ISO/IEC 7812: 16 to 19 digits with a Luhn check digit, and a word of banking near. */
function bankCardsIn(run: readonly Block[], units: Units, plain: string, words: Words): ShapeHit[] {
  const first = run[0];
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return [];
  const digits = digitsOf(units, first.from, last.to);
  if (!/^[3-6]\d{15,18}$/.test(digits)) return [];
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  const around = plain.slice(Math.max(0, first.from - 14), first.from) + plain.slice(last.to, last.to + 10);
  if (sum % 10 !== 0 || !words.banking.test(around)) return [];
  return [{ shape: 'bank-card', from: first.from, to: last.to, folds: foldsOf(units, first.from, last.to) }];
}

function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) yield found;
}

function emailsIn(text: string, units: Units): ShapeHit[] {
  const pattern =
    /[a-z0-9][a-z0-9._%+-]{1,40}(@|＠|[([【#]at[)\]】#])[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,20}){0,2}(?:\.|。|点)(?:com|cn|net|org|cc|io|top|vip|edu)/gi;
  return [...matches(pattern, text)].map((found) => {
    const from = units.start.findIndex((start) => start >= found.index);
    const beyond = units.start.findIndex((start) => start >= found.index + found[0].length);
    const folds = found[1] === '@' ? 0 : SEPARATOR;
    return { shape: 'email', from, to: beyond < 0 ? units.length : beyond, folds };
  });
}

/** A WeChat or QQ number right after the name of the service. */
function accountsIn(plain: string, units: Units): ShapeHit[] {
  const pattern =
    /(微信|薇信|威信|v信|vx|wx|weixin|wechat|qq|扣扣|[v薇威微])(?:号码?|id)?[是为]?([a-z][a-z0-9]{5,19}|[1-9]\d{4,11})/g;
  return [...matches(pattern, plain)].flatMap((found): ShapeHit[] => {
    const to = found.index + found[0].length;
    const [, name = '', id = ''] = found;
    const from = to - id.length;
    const gap = units.gap[from] as number;
    // One letter names the service only before a colon and something that looks like an id.
    if (name.length === 1 && (gap !== COMMA_GAP || !/\d/.test(id))) return [];
    if (/[a-z]/.test(plain.charAt(found.index - 1)) || (!/\d/.test(id) && gap === NO_GAP)) return [];
    return [{ shape: 'account', from, to, folds: foldsOf(units, from, to) & ~DIGITS }];
  });
}
