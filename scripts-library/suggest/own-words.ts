import type { LibraryItem } from './index.ts';
import type { Learned } from './remember.ts';
import { foldText, hashOf } from './terms.ts';

/** Who has read which wording of the agents' own, as it is kept between two lives of the background. */
export interface KeptOwnWords {
  /** Wordings that one buyer has read, in rising order, and that buyer; both as hashes: no words are kept of these. */
  readonly once: Float64Array;
  readonly readers: Float64Array;
  /** Wordings that several buyers have read: what may be offered. */
  readonly often: readonly string[];
}

/** Shorter ones are hardly worth a key. */
const LEAST_LETTERS = 6;
const TITLE_LETTERS = 14;
const NOTHING: KeptOwnWords = { once: new Float64Array(), readers: new Float64Array(), often: [] };

/** 53 bits of a text: among 100,000 texts, two alike are not to be expected. */
const nameOf = (text: string): number =>
  (hashOf(text, 0x21) >>> 0) * 0x20_0000 + ((hashOf(text, 0x43) >>> 0) & 0x1f_ffff);

/**
 * Replies that agents wrote themselves. One may be offered once two different buyers have read it, if it holds no
 * personal value and no script's own words.
 */
export class OwnWords {
  readonly #kept: KeptOwnWords;
  /** By wording, its reader; of this life. */
  readonly #once = new Map<number, number>();
  /** By folded wording, as it was first read. */
  readonly #often: Map<string, string>;

  constructor(kept: KeptOwnWords = NOTHING) {
    this.#kept = kept;
    this.#often = new Map(kept.often.map((text) => [foldText(text), text]));
  }

  add({ script, text, personal, conversation }: Learned): void {
    if (script !== null || personal) return;
    const folded = foldText(text);
    if (folded.length < LEAST_LETTERS || this.#often.has(folded)) return;
    const [wording, reader] = [nameOf(folded), nameOf(conversation)];
    const before = this.#readerOf(wording);
    if (before === undefined) this.#once.set(wording, reader);
    else if (before !== reader) this.#often.set(folded, text);
  }

  /** What may be offered beside these scripts. */
  items(scripts: readonly LibraryItem[]): LibraryItem[] {
    if (this.#often.size === 0) return [];
    const known = new Set(scripts.flatMap(({ text, variants }) => [text, ...(variants ?? [])]).map(foldText));
    return [...this.#often].flatMap(([folded, text]) =>
      known.has(folded)
        ? []
        : [{ id: `own:${folded.slice(0, 60)}`, title: text.slice(0, TITLE_LETTERS), text, examples: [] }],
    );
  }

  keep(): KeptOwnWords {
    const { once, readers } = this.#kept;
    const all = [...this.#once];
    for (const [at, wording] of once.entries()) all.push([wording, readers[at] ?? 0]);
    all.sort(([a], [b]) => a - b);
    return {
      once: Float64Array.from(all, ([wording]) => wording),
      readers: Float64Array.from(all, ([, reader]) => reader),
      often: [...this.#often.values()],
    };
  }

  #readerOf(wording: number): number | undefined {
    const known = this.#once.get(wording);
    if (known !== undefined) return known;
    const { once, readers } = this.#kept;
    let from = 0;
    let to = once.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((once[middle] ?? 0) < wording) from = middle + 1;
      else to = middle;
    }
    return once[from] === wording ? readers[from] : undefined;
  }
}
