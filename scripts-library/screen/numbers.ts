import type { Shape } from '../rule.ts';
import { DIGITS, SEPARATOR } from './folds.ts';
import type { Words } from './language.ts';
import { type Block, numbersInPieces } from './pieces.ts';
import { runsOn } from './tokens.ts';
import { COMMA_GAP, foldsAt, gapAt, gapFoldsAt, NO_GAP, SOFT_GAP, textOf, type Units } from './units.ts';

/** A piece of personal data: units [from, to) and the folds that had to be undone to see it. */
export interface ShapeHit {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  readonly folds: number;
}

/** Finds the shapes asked for. Numbers of orders, items and parcels are told apart by length, checksum and words around. */
export function findShapes(text: string, units: Units, wanted: ReadonlySet<Shape>, words: Words): ShapeHit[] {
  const { code, start, end, length } = units;
  const plain = textOf(units, 0, length);
  /** A figure for each unit that is one in some writing, a blank for the others. By unit: rare characters take two. */
  const digits = plain
    .split('')
    .map((unit) => words.digits.get(unit) ?? ' ')
    .join('');
  const hits: ShapeHit[] = [];

  function add(shape: Shape, from: number, to: number, except = 0): void {
    let folds = 0;
    for (let i = from; i < to; i++) {
      folds |= foldsAt(units, i) | (plain[i] === digits[i] ? 0 : DIGITS);
      if (i > from) folds |= gapFoldsAt(units, i);
    }
    hits.push({ shape, from, to, folds: folds & ~except });
  }

  /** An eleven-digit number, perhaps after a country code, that nothing around calls something else. */
  function takeMobile([from, to]: Block): boolean {
    if (!/^(00)?(86)?1[3-9]\d{9}$/.test(digits.slice(from, to))) return false;
    const typed = plain.slice(to - 11, to);
    if (/[a-z]/.test(typed) && typed.replace(/\D/g, '').length < 4) return false;
    const stuck =
      (runsOn(units, from) && /[a-z]+$/.exec(plain.slice(0, from))) ||
      /^[a-z]+/.exec(runsOn(units, to) ? plain.slice(to) : '');
    if (stuck && !words.calling.test(stuck[0])) return false;
    const first = start[from] as number;
    const last = end[to - 1] as number;
    const before = text.slice(Math.max(0, first - 200), first);
    const after = text.slice(last, last + 200);
    if (/[=()]/.test(text.slice(first, last)) || /^\.\d/.test(after) || /\d\.$/.test(before)) return false;
    if (words.otherNumber.test(before.slice(-14))) return false;
    const address = (/[!-~]*$/.exec(before)?.[0] ?? '') + (/^[!-~]*/.exec(after)?.[0] ?? '');
    if (/[/=?&#_.]/.test(address) && /[a-z]{2}/i.test(address)) return false;
    add('mobile', from, to);
    return true;
  }

  function takeMobiles(run: readonly Block[]): void {
    const whole = (blocks: readonly Block[]): boolean =>
      brokenLikePhone(blocks, words) && takeMobile([beginOf(blocks), endOf(blocks)]);
    if (whole(run) || (lengthOf(run[run.length - 1]) < 3 && whole(run.slice(0, -1)))) return;
    // A name may end in a numeral, and a sentence go on with one: 王五139 1234 5678三天没人接.
    if (whole(run.flatMap((block) => figuresIn(block, plain)))) return;
    for (const block of run) {
      if (takeMobile(block)) continue;
      // Stretches of plain figures inside a block: 13800138000一天 holds a phone number.
      for (const { index, 0: figures } of plain.slice(...block).matchAll(/\d+/g))
        takeMobile([block[0] + index, block[0] + index + figures.length]);
    }
  }

  for (const run of runsOf(digits, units)) {
    const from = beginOf(run);
    const to = endOf(run);
    const number = digits.slice(from, to);
    if (wanted.has('mobile')) takeMobiles(run);
    const x = code[to] === 120 && runsOn(units, to);
    if (wanted.has('id-card') && isIdCard(number + (x ? 'X' : '')))
      add('id-card', from, to + (x ? 1 : 0), DIGITS);
    if (
      wanted.has('bank-card') &&
      isCard(number) &&
      words.banking.test(plain.slice(Math.max(0, from - 14), from) + plain.slice(to, to + 10))
    )
      add('bank-card', from, to);
  }
  if (wanted.has('mobile'))
    for (const [from, to] of numbersInPieces(digits, units, words)) add('mobile', from, to);
  if (wanted.has('email')) {
    for (const { index, 0: address, 1: at } of text.matchAll(words.email)) {
      const reaches = (place: number): number => {
        let unit = 0;
        while (unit < length && (start[unit] as number) < place) unit++;
        return unit;
      };
      const folds = at === '@' ? 0 : SEPARATOR;
      hits.push({ shape: 'email', from: reaches(index), to: reaches(index + address.length), folds });
    }
  }
  if (wanted.has('account')) {
    for (const { index, 0: all, 1: name = '', 2: after = '', 3: id = after } of plain.matchAll(
      words.account,
    )) {
      const to = index + all.length;
      const from = to - id.length;
      const figures = !/^[a-z]+$/.test(id);
      // One letter names the service only before a colon and something that looks like an id.
      if (name.length === 1 && (gapAt(units, from) !== COMMA_GAP || !figures)) continue;
      if (/[a-z]/.test(plain.charAt(index - 1)) || (!figures && runsOn(units, from))) continue;
      add('account', from, to, DIGITS);
    }
  }
  if (wanted.has('handle'))
    for (const { index, 0: name } of plain.matchAll(/[a-z0-9]+/g))
      if (/^(?=[a-z]*\d{2})[a-z][a-z0-9]{5,19}$|^[1-9]\d{5,11}$/.test(name))
        add('handle', index, index + name.length, DIGITS);
  return hits;
}

/** What of a block is typed in figures, from the first to the last of them. */
function figuresIn([from, to]: Block, plain: string): Block[] {
  const found = /\d(?:.*\d)?/.exec(plain.slice(from, to));
  return found === null ? [] : [[from + found.index, from + found.index + found[0].length]];
}

const beginOf = (run: readonly Block[]): number => run[0]?.[0] ?? 0;
const endOf = (run: readonly Block[]): number => run[run.length - 1]?.[1] ?? 0;
const lengthOf = (block: Block | undefined): number => (block === undefined ? 0 : block[1] - block[0]);

/** Digits with nothing but short separators between them, as blocks. */
function runsOf(digits: string, units: Units): Block[][] {
  const runs: Block[][] = [];
  for (const { index, 0: row } of digits.matchAll(/\d+/g)) {
    let from = index;
    let run: Block[] = [];
    for (let i = from + 1; i <= index + row.length; i++) {
      const ends = i === index + row.length;
      const apart = gapAt(units, i);
      if (!ends && apart === NO_GAP) continue;
      run.push([from, i]);
      from = i;
      if (ends || apart > SOFT_GAP) {
        runs.push(run);
        run = [];
      }
    }
  }
  return runs;
}

function brokenLikePhone(run: readonly Block[], words: Words): boolean {
  const lengths = run.map(lengthOf);
  const [country] = lengths;
  if ((country === 2 || country === 4) && endOf(run) - beginOf(run) === country + 11) lengths.shift();
  return (
    lengths.length === 1 ||
    words.phoneBreaks.has(lengths.join('-')) ||
    (lengths.length > 8 && lengths.every((length) => length < 3))
  );
}

/** GB 11643: seventeen digits, a date of birth among them, and a check character. */
function isIdCard(digits: string): boolean {
  if (!/^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (2 ** (17 - i) % 11) * Number(digits[i]);
  return '10X98765432'[sum % 11] === digits[17];
}

/** ISO/IEC 7812: 16 to 19 digits with a Luhn check digit. */
function isCard(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 1; i <= digits.length; i++) {
    const value = Number(digits[digits.length - i]) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
