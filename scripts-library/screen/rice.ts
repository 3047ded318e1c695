import type { Slices } from './slices.ts';

/** A number with so much above its low bits is told in full, after so many zeros; any other is at most 32 bits long. */
const FAR = 16;
const MOST_LOW = 16;
/** So many bits make two characters: 91 * 91 is just above 2 ** 13. */
const PAIR = 13;
const DIGITS = 91;
/** Numbers, or characters, to a slice of unpacking. */
const SLICE = 1 << 14;

/** Printable ASCII without what JSON escapes: from # on, but for the backslash. */
const charOf = (digit: number): string => String.fromCharCode(digit < 57 ? digit + 35 : digit + 36);
const digitOf = (char: number): number => (char < 92 ? char - 35 : char - 36);

/**
 * Numbers below 2 ** 32, most of them small, as text that travels inside JSON: Rice codes. Of each, the lowest bits are
 * told as they are, what is above them by so many zeros and a one. How many bits are low comes first, how many numbers
 * there are second.
 */
export function packNumbers(numbers: readonly number[]): string {
  const all = [numbers.length, ...numbers];
  const low = lowBitsFor(all);
  let text = charOf(low);
  let held = 0;
  let bits = 0;
  const put = (value: number, width: number): void => {
    held = held * 2 ** width + value;
    for (bits += width; bits >= PAIR; bits -= PAIR) {
      const rest = 2 ** (bits - PAIR);
      const pair = Math.floor(held / rest);
      text += charOf(Math.floor(pair / DIGITS)) + charOf(pair % DIGITS);
      held %= rest;
    }
  };
  for (const number of all) {
    const high = Math.floor(number / 2 ** low);
    if (high < FAR) {
      put(1, high + 1);
      put(number % 2 ** low, low);
    } else {
      put(0, FAR);
      put(number, 32);
    }
  }
  if (bits > 0) put(0, PAIR - bits);
  return text;
}

/** How many low bits make the text shortest. */
function lowBitsFor(numbers: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  for (let low = 0; low <= MOST_LOW; low++) {
    let size = 0;
    for (const number of numbers) {
      const high = Math.floor(number / 2 ** low);
      size += high < FAR ? high + 1 + low : FAR + 32;
    }
    if (size >= least) continue;
    best = low;
    least = size;
  }
  return best;
}

/** Unpacks them. */
export function* unpackNumbers(text: string): Slices<Uint32Array> {
  const low = digitOf(text.charCodeAt(0));
  const words = yield* bitsOf(text);
  const count = new Uint32Array(1);
  let bit = read(words, 0, low, count);
  const numbers = new Uint32Array(count[0] as number);
  for (let from = 0; from < numbers.length; from += SLICE) {
    bit = read(words, bit, low, numbers.subarray(from, from + SLICE));
    yield;
  }
  return numbers;
}

/** Reads as many numbers as there is room for, from a bit on; gives the bit after them. */
function read(words: Uint32Array, from: number, low: number, numbers: Uint32Array): number {
  let bit = from;
  for (let i = 0; i < numbers.length; i++) {
    const ahead = bitsAt(words, bit);
    const high = Math.clz32(ahead);
    if (high < FAR) {
      numbers[i] = (high << low) | (((ahead << (high + 1)) >>> 1) >>> (31 - low));
      bit += high + 1 + low;
    } else {
      numbers[i] = bitsAt(words, bit + FAR);
      bit += FAR + 32;
    }
  }
  return bit;
}

/** The bits of a text, from the highest of the first word on; zeros follow them. */
function* bitsOf(text: string): Slices<Uint32Array> {
  const words = new Uint32Array(Math.ceil(((text.length - 1) / 2) * (PAIR / 32)) + 2);
  for (let i = 1, bit = 0; i < text.length; i += 2, bit += PAIR) {
    const pair = digitOf(text.charCodeAt(i)) * DIGITS + digitOf(text.charCodeAt(i + 1));
    const word = bit >>> 5;
    const free = 32 - PAIR - (bit & 31);
    if (free >= 0) words[word] = (words[word] as number) | (pair << free);
    else {
      words[word] = (words[word] as number) | (pair >>> -free);
      words[word + 1] = pair << (32 + free);
    }
    if (i % SLICE === 1) yield;
  }
  return words;
}

/** The 32 bits from one on, the highest as the sign. Nothing can be shifted by 32 at one go. */
const bitsAt = (words: Uint32Array, bit: number): number =>
  ((words[bit >>> 5] as number) << (bit & 31)) |
  (((words[(bit >>> 5) + 1] as number) >>> 1) >>> (31 - (bit & 31)));
