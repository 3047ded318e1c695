import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { gramsOf } from '../../scripts-library/suggest/terms.ts';
import { topOf } from '../../scripts-library/suggest/top.ts';
import { Commonness, FEW_SCRIPTS, WordIndex } from '../../scripts-library/suggest/words.ts';
import type { Made } from './library.ts';

/** An index that is ready: the ten scripts nearest to a text, best first. */
export type Search = (text: string) => readonly number[];
export type Peer = (scripts: readonly Made[]) => Search;

const TEN = 10;

/** Every library is given one text a script. */
const wholeOf = ({ title, text }: Made): string => `${title} ${text}`;

/** Pairs of neighbouring characters, a Latin word or number as it is: what each library is given as its words. */
export function bigrams(text: string): string[] {
  const found: string[] = [];
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (/^[a-z0-9]+$/.test(word)) found.push(word);
    else for (let at = 0; at + 1 < word.length; at++) found.push(word.slice(at, at + 2));
  }
  return found;
}

export const PEERS: Readonly<Record<string, Peer>> = {
  counterside: (scripts) => {
    const index = WordIndex.of(
      scripts.map((script) => [[wholeOf(script), 1]]),
      new Commonness(),
      { counting: true },
    );
    return (text) => topOf(index.score(gramsOf(text, scripts.length <= FEW_SCRIPTS)), TEN);
  },
  flexsearch: (scripts) => {
    const index = new Index({ tokenize: 'strict', encode: bigrams });
    for (const [at, script] of scripts.entries()) index.add(at, wholeOf(script));
    return (text) => index.search(text, { limit: TEN, suggest: true }) as number[];
  },
  minisearch: (scripts) => {
    const index = new MiniSearch({ fields: ['text'], tokenize: bigrams });
    index.addAll(scripts.map((script, id) => ({ id, text: wholeOf(script) })));
    return (text) =>
      index
        .search(text, { combineWith: 'OR' })
        .slice(0, TEN)
        .map(({ id }) => id as number);
  },
  orama: (scripts) => {
    const index = create({
      schema: { text: 'string' },
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: bigrams } },
    });
    void insertMultiple(
      index,
      scripts.map((script, id) => ({ id: String(id), text: wholeOf(script) })),
      1_000_000,
    );
    return (text) => {
      const found = oramaSearch(index, { term: text, limit: TEN, threshold: 1 });
      if (found instanceof Promise) throw new Error('orama answers at once here');
      return found.hits.map(({ id }) => Number(id));
    };
  },
};
