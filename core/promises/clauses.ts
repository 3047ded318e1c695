/** A piece of a text between commas or stops, with where it lies and the mark that ends it. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a sentence ends with it. */
  readonly last: boolean;
  /** Whether the sentence that it belongs to asks. */
  readonly asks: boolean;
}

const PIECE = /[^，,。！!？?；;~～…\n\r]+/gu;
const STOPS = /[。！!？?；;\n\r]/u;

/** Cuts a text at its punctuation. A full stop between digits is a decimal point, not an end. */
export function clausesOf(text: string): Clause[] {
  return [...text.matchAll(PIECE)].flatMap((piece) => {
    const lead = piece[0].length - piece[0].trimStart().length;
    const body = piece[0].trim();
    if (body === '') return [];
    const start = piece.index + lead;
    const end = start + body.length;
    const mark = /^[^\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? '';
    return [
      { text: body, start, end, last: end === text.length || STOPS.test(mark), asks: /[？?]/u.test(mark) },
    ];
  });
}
