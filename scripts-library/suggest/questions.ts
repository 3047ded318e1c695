import { gramsOf, mixTerms, type Terms, termsOf } from './terms.ts';
import { topOf } from './top.ts';
import { Vectors, type VectorsSnapshot } from './vectors.ts';

/** A script as far as it teaches which words belong together. */
export interface Taught {
  readonly title: string;
  readonly text: string;
  readonly examples: readonly string[];
}

/** The closest example questions to a message, best first; similarity is a cosine. */
export interface Match {
  readonly script: number;
  readonly question: string;
  readonly similarity: number;
}

const NEAREST = 6;
const LEAST = 0.15;
const TITLE = 2;
const EXAMPLES = 0.5;
const BODY = 0.4;

/** The terms of many texts, one text after the other. */
interface FlatTerms {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** {@link Questions} as they are kept between two lives of the background. */
export interface QuestionsSnapshot {
  readonly vectors: VectorsSnapshot;
  readonly words: FlatTerms;
}

/**
 * Example questions of a library. They find their own script, and they widen a question with the words of the
 * scripts that it resembles: 「到哪了」 then also finds a script of another team that only says 物流.
 */
export class Questions {
  readonly #vectors = new Vectors();
  readonly #owner: number[] = [];
  readonly #question: string[] = [];
  readonly #words: FlatTerms;

  /** `kept`: the snapshot of questions over the same scripts, which spares counting their words again. */
  constructor(scripts: readonly Taught[], kept?: QuestionsSnapshot) {
    for (const [script, { examples }] of scripts.entries())
      for (const example of examples) {
        if (!kept) this.#vectors.add(this.#owner.length, termsOf(example));
        this.#owner.push(script);
        this.#question.push(example);
      }
    if (kept) this.#vectors.restore(kept.vectors);
    this.#words = kept?.words ?? flat(scripts.map(wordsOf));
  }

  snapshot(): QuestionsSnapshot {
    return { vectors: this.#vectors.snapshot(), words: this.#words };
  }

  /** The nearest questions to a message, best first, none up to a cosine of 0.15. */
  nearest(message: string, count: number = NEAREST): Match[] {
    const scores = this.#vectors.score(termsOf(message));
    return topOf(scores, count, LEAST).map((at) => ({
      script: this.#owner[at] ?? 0,
      question: this.#question[at] ?? '',
      similarity: scores[at] ?? 0,
    }));
  }

  /** Adds the words of the scripts whose questions are nearest to a message, near ones most. */
  widen(into: Terms, matches: readonly Match[], weight: number): void {
    for (const { script, similarity } of matches.slice(0, NEAREST))
      mixTerms(into, termsAt(this.#words, script), weight * similarity ** 2);
  }
}

/** All words of a script: what a question that resembles its own is widened by. */
function wordsOf({ title, text, examples }: Taught): Terms {
  const words: Terms = new Map();
  mixTerms(words, gramsOf(title), TITLE);
  mixTerms(words, gramsOf(examples.join(' ')), EXAMPLES);
  mixTerms(words, gramsOf(text), BODY);
  return words;
}

function flat(all: readonly Terms[]): FlatTerms {
  const starts = new Int32Array(all.length + 1);
  for (const [at, { size }] of all.entries()) starts[at + 1] = (starts[at] ?? 0) + size;
  const terms = new Int32Array(starts[all.length] ?? 0);
  const weights = new Float64Array(terms.length);
  for (const [at, each] of all.entries()) {
    terms.set([...each.keys()], starts[at]);
    weights.set([...each.values()], starts[at]);
  }
  return { starts, terms, weights };
}

function* termsAt({ starts, terms, weights }: FlatTerms, text: number): Generator<[number, number]> {
  for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++)
    yield [terms[at] ?? 0, weights[at] ?? 0];
}
