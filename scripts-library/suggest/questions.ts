import { gramsOf, mixTerms, type Terms, termsOf } from './terms.ts';
import { topOf } from './top.ts';
import { Vectors } from './vectors.ts';

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

/**
 * Example questions of a library. They find their own script, and they widen a question with the words of the
 * scripts that it resembles: 「到哪了」 then also finds a script of another team that only says 物流.
 */
export class Questions {
  readonly #vectors = new Vectors();
  readonly #owner: number[] = [];
  readonly #question: string[] = [];
  readonly #words: Terms[] = [];

  constructor(scripts: readonly Taught[]) {
    for (const [script, { title, text, examples }] of scripts.entries()) {
      for (const example of examples) {
        this.#vectors.add(this.#owner.length, termsOf(example));
        this.#owner.push(script);
        this.#question.push(example);
      }
      const words: Terms = new Map();
      mixTerms(words, gramsOf(title), TITLE);
      mixTerms(words, gramsOf(examples.join(' ')), EXAMPLES);
      mixTerms(words, gramsOf(text), BODY);
      this.#words.push(words);
    }
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
      mixTerms(into, this.#words[script] ?? [], weight * similarity ** 2);
  }
}
