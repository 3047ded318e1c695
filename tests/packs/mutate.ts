/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Words that readers stumble over, put in anywhere. */
const POISON = [
  '"__proto__":{"x":1},',
  '{"constructor":',
  '[[[[',
  '\u0000',
  '\u202e',
  '1e999',
  '-0',
  ',',
  '"',
  '}',
  '\\ud800',
  '{{',
  '<!DOCTYPE',
  '&a [*a]',
  '"version":9,',
];

/** One small damage to a file: a bit, a cut, a piece doubled, moved or taken out, a byte, a poisonous word. */
export function mutate(bytes: Bytes, random: () => number): Bytes {
  const at = Math.floor(random() * bytes.length);
  const length = 1 + Math.floor(random() * 40);
  const piece = bytes.slice(at, at + length);
  const parts = (...all: Bytes[]): Bytes => {
    const whole = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
    let to = 0;
    for (const one of all) {
      whole.set(one, to);
      to += one.length;
    }
    return whole;
  };
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (Math.floor(random() * 7)) {
    case 0: {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return copy;
    }
    case 1:
      return before;
    case 2:
      return parts(before, piece, after);
    case 3:
      return parts(before, bytes.slice(at + length));
    case 4: {
      const to = Math.floor(random() * bytes.length);
      return parts(bytes.slice(0, to), piece, bytes.slice(to));
    }
    case 5: {
      const copy = bytes.slice();
      copy[at] = Math.floor(random() * 256);
      return copy;
    }
    default:
      return parts(before, new TextEncoder().encode(POISON[Math.floor(random() * POISON.length)]), after);
  }
}
