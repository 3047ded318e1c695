import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headOf, headsOf } from './heads.ts';
import { follow } from './lexicon.ts';
import { runs } from './rules.for-tests.ts';
import { atOnce } from './slices.ts';
import { loadTrie, type Trie } from './trie.ts';
import { TrieBuilder } from './trie-builder.ts';

/** Capitals sound like small letters. */
const sound = Uint16Array.from({ length: 0x10000 }, (_, code) => (code > 64 && code < 91 ? code + 32 : code));
function trieOf(phrases: readonly string[]): Trie {
  const builder = new TrieBuilder();
  phrases.forEach((phrase, index) => {
    builder.add(phrase, index);
  });
  builder.addAlias('ab', 0, false);
  return atOnce(loadTrie(builder.pack(sound), sound));
}
/** The beginnings that sound like two characters, each with whether it leads where the trie does. */
function heads(trie: Trie, ...asked: readonly string[]): string[][] {
  const listed = atOnce(headsOf(trie));
  return asked.map((two) => {
    const [heard = 0, then = 0] = Array.from(two, (char) => sound[char.charCodeAt(0)] as number);
    const found: string[] = [];
    for (let head = headOf(listed, heard, then); head !== 0; head = listed.next[head] as number) {
      const one = listed.first[head] as number;
      const other = listed.second[head] as number;
      if (sound[one] !== heard || sound[other] !== then) continue;
      const text = String.fromCharCode(one, other);
      found.push(text);
      expect(listed.node[head]).toBe(follow(trie, 0, text));
    }
    return found.sort();
  });
}

it('lists the first two characters of every phrase by their sounds', () => {
  const letter = fc.constantFrom(...'abcABC');
  const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (phrases) => {
      const trie = trieOf(phrases);
      for (const two of ['aa', 'ab', 'ba', 'cb', 'cc', 'AC']) {
        const all = phrases.map((phrase) => phrase.slice(0, 2));
        const alike = all.filter((text) => text.toLowerCase() === two.toLowerCase());
        expect(heads(trie, two)[0]).toEqual([...new Set(alike)].sort());
      }
    }),
    { numRuns: runs(200) },
  );
});

it('lists none where no phrase has two characters', () => {
  expect(heads(trieOf([]), 'ab')).toEqual([[]]);
  expect(heads(trieOf(['a']), 'ab', 'aa')).toEqual([[], []]);
});

it('lists thousands, in more room and in slices', () => {
  const char = (i: number): string => String.fromCharCode(0x4e00 + i);
  const phrases = Array.from({ length: 3000 }, (_, i) => char(i % 600) + char((i * 7) % 1000) + char(i));
  const trie = trieOf(phrases);
  const listed = atOnce(headsOf(trie));
  expect(listed.slots.length).toBe(4096);
  expect(listed.first.length - 1).toBe(new Set(phrases.map((phrase) => phrase.slice(0, 2))).size);
  expect([...headsOf(trie)]).toHaveLength(2);
  for (const phrase of phrases.slice(0, 300))
    expect(heads(trie, phrase.slice(0, 2))[0]).toEqual([phrase.slice(0, 2)]);
  expect(atOnce(headsOf(trieOf(['ab']))).slots.length).toBe(1024);
});

it('lists more than two bytes can count', () => {
  const char = (i: number): string => String.fromCharCode(0x4e00 + i);
  const phrases = Array.from({ length: 0x10010 }, (_, i) => char(i >> 8) + char(i & 255));
  const trie = trieOf(phrases);
  expect(heads(trie, char(0) + char(0), char(256) + char(15), char(77) + char(200))).toEqual([
    [char(0) + char(0)],
    [char(256) + char(15)],
    [char(77) + char(200)],
  ]);
});
