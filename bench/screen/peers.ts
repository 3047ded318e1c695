import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScanner from 'fastscan';
import { Mint } from 'mint-filter';
import { Converter } from 'opencc-js';

/** A matcher under test: made from phrases, then asked how many hits a text has. */
export interface Peer {
  readonly name: string;
  make(phrases: readonly string[]): (text: string) => number;
}

/** @monyone/aho-corasick/fast, the quickest on npm. */
export const monyone: Peer = {
  name: '@monyone/aho-corasick/fast',
  make(phrases) {
    const matcher = new AhoCorasick([...phrases]);
    return (text) => matcher.matchInText(text).length;
  },
};

const fastscan: Peer = {
  name: 'fastscan',
  make(phrases) {
    const scanner = new FastScanner([...phrases]);
    return (text) => scanner.search(text).length;
  },
};

const mint: Peer = {
  name: 'mint-filter',
  make(phrases) {
    const filter = new Mint([...phrases]);
    return (text) => filter.filter(text, { replace: false }).words.length;
  },
};

/** One expression of a million words falls off a cliff; a thousand at a time it only walks. */
const CHUNK = 1000;
const regExp: Peer = {
  name: 'RegExp, 1,000 phrases each',
  make(phrases) {
    const chunks: RegExp[] = [];
    for (let i = 0; i < phrases.length; i += CHUNK)
      chunks.push(new RegExp(phrases.slice(i, i + CHUNK).join('|'), 'g'));
    return (text) => chunks.reduce((sum, chunk) => sum + (text.match(chunk)?.length ?? 0), 0);
  },
};

export const PEERS: readonly Peer[] = [monyone, fastscan, mint, regExp];

/** From the writing of Taiwan, as chat is written there; the plain tables of `t` are quicker and know fewer words. */
const simplify = Converter({ from: 'tw', to: 'cn' });
/** NFKC, lower case, simplified, stripped of all but letters and figures, repeats squeezed. */
export const normalised = (text: string): string =>
  simplify(text.normalize('NFKC').toLowerCase())
    .replace(/[\p{P}\p{Z}\p{S}\p{C}\p{M}]/gu, '')
    .replace(/(.)\1+/gu, '$1');

/** What a team would put together from npm to see through simple disguises. */
export const composition = {
  name: 'NFKC + opencc-js + strip + squeeze + @monyone/fast',
  words(phrases: readonly string[]): (text: string) => string[] {
    const matcher = new AhoCorasick([...new Set(phrases.map(normalised))]);
    return (text) => matcher.matchInText(normalised(text)).map(({ keyword }) => keyword);
  },
};
