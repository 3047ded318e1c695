const LETTERS = 26;
const FIRST = 97;

/**
 * Finds strings of Latin letters by any run of two letters or more: each string is listed under its pairs and
 * triples, the rarest of which in the question is looked through. 50,000 strings answer in well under a millisecond.
 */
export class Initials {
  readonly #pairs: Listing;
  readonly #triples: Listing;

  constructor(readonly strings: readonly string[]) {
    this.#pairs = listing(strings, 2);
    this.#triples = listing(strings, 3);
  }

  /** The numbers of the strings that hold `run` (a to z, two letters at least), in order. */
  find(run: string): number[] {
    const size = run.length >= 3 ? 3 : 2;
    const { starts, strings } = size === 3 ? this.#triples : this.#pairs;
    let [from, to] = [0, strings.length];
    for (let at = 0; at + size <= run.length; at++) {
      const key = keyAt(run, at, size);
      if (key < 0) return [];
      const [first, end] = [starts[key] ?? 0, starts[key + 1] ?? 0];
      if (end - first < to - from) [from, to] = [first, end];
    }
    const found: number[] = [];
    for (let i = from; i < to; i++) {
      const number = strings[i] ?? 0;
      if (run.length === size || this.strings[number]?.includes(run)) found.push(number);
    }
    return found;
  }
}

/** For each group of letters where its strings begin in `strings`, and one end more. */
interface Listing {
  readonly starts: Uint32Array;
  readonly strings: Uint32Array;
}

function listing(texts: readonly string[], size: 2 | 3): Listing {
  const kinds = LETTERS ** size;
  const starts = new Uint32Array(kinds + 1);
  const last = new Int32Array(kinds).fill(-1);
  eachGroup(texts, size, last, (key) => {
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  });
  for (let key = 0; key < kinds; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice(0, kinds);
  const strings = new Uint32Array(starts[kinds] ?? 0);
  eachGroup(texts, size, last.fill(-1), (key, text) => {
    const at = next[key] ?? 0;
    strings[at] = text;
    next[key] = at + 1;
  });
  return { starts, strings };
}

function eachGroup(
  texts: readonly string[],
  size: 2 | 3,
  last: Int32Array,
  visit: (key: number, text: number) => void,
): void {
  for (let text = 0; text < texts.length; text++) {
    const letters = texts[text] ?? '';
    for (let at = 0; at + size <= letters.length; at++) {
      const key = keyAt(letters, at, size);
      if (key < 0 || last[key] === text) continue;
      last[key] = text;
      visit(key, text);
    }
  }
}

/** The group's number, or -1 where another character is in it. */
function keyAt(text: string, at: number, size: number): number {
  let key = 0;
  for (let i = at; i < at + size; i++) {
    const letter = text.charCodeAt(i) - FIRST;
    if (letter < 0 || letter >= LETTERS) return -1;
    key = key * LETTERS + letter;
  }
  return key;
}
