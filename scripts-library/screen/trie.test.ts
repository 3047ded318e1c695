import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, toNode } from './lexicon.ts';
import { ALIAS, ALIAS_ROOT, indexOf, isWeak, roleOf } from './meaning.ts';
import { runs } from './rules.for-tests.ts';
import { atOnce } from './slices.ts';
import { edgeFrom, edgesOf, endsAt, loadTrie, sounds, type Trie } from './trie.ts';
import { TrieBuilder } from './trie-builder.ts';

/** Every code a sound of its own, but for those of a word, which sound alike. */
function soundsWith(...alike: readonly string[]): Uint16Array {
  const sound = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  alike.forEach((chars, index) => {
    for (const char of chars) sound[char.charCodeAt(0)] = 0xe000 + index;
  });
  return sound;
}

const load = (builder: TrieBuilder, sound: Uint16Array): Trie => atOnce(loadTrie(builder.pack(sound), sound));
/** A trie of phrases, each of which means its place in the list. */
function trieOf(phrases: readonly string[], sound = soundsWith()): Trie {
  const builder = new TrieBuilder();
  phrases.forEach((phrase, index) => {
    builder.add(phrase, index);
  });
  return load(builder, sound);
}
const meaningsAt = ({ ends, meanings }: Trie, node: number): number[] => [
  ...meanings.subarray(ends[node], ends[node + 1]),
];
const nodes = ({ reach }: Trie): number => reach.length;
const said = (trie: Trie, phrase: string): number[] => {
  const node = follow(trie, 0, phrase);
  return node === 0 ? [] : meaningsAt(trie, node);
};
const lettersFrom = (trie: Trie, node: number): string =>
  Array.from(edgesOf(trie, node), ([label]) => String.fromCharCode(label)).join('');

describe('phrases in a trie', () => {
  it('are all found with what they mean, and nothing else is', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd');
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
    const sound = soundsWith('ca', 'db');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 8 }), (phrases, others) => {
        const trie = trieOf(phrases, sound);
        for (const text of [...phrases, ...others]) {
          const all = phrases.flatMap((phrase, index) => (phrase === text ? [index] : []));
          expect(said(trie, text), text).toEqual(all);
          const goesOn = phrases.some((phrase) => phrase.startsWith(text));
          expect(follow(trie, 0, text) !== 0, text).toBe(goesOn);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('are followed from the middle too', () => {
    const trie = trieOf(['abcd']);
    const second = follow(trie, 0, 'ab');
    expect(follow(trie, second, 'abcd', 2)).toBe(follow(trie, 0, 'abcd'));
    expect(follow(trie, second, 'cd')).toBe(follow(trie, 0, 'abcd'));
    expect(follow(trie, second, 'xycx', 2)).toBe(0);
    expect(follow(trie, second, '')).toBe(second);
    expect(toNode(trie, 0, 'b'.charCodeAt(0))).toBe(0);
  });

  it('may be none', () => {
    const trie = trieOf([]);
    expect([nodes(trie), [...edgesOf(trie, 0)], endsAt(trie, 0)]).toEqual([1, [], false]);
    expect([...edgesOf(trie, 7)]).toEqual([]);
  });

  it('end where they end', () => {
    const trie = trieOf(['ab', 'abc', 'ab']);
    expect(['a', 'ab', 'abc'].map((text) => endsAt(trie, follow(trie, 0, text)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('tell how much longer they may get, which nobody asks of the root', () => {
    const trie = trieOf(['ab', 'acdef', 'acx', 'b']);
    expect(['a', 'ab', 'ac', 'acd', 'acx', 'b'].map((text) => trie.reach[follow(trie, 0, text)])).toEqual([
      4, 0, 3, 2, 0, 0,
    ]);
    expect(trie.reach[0]).toBeGreaterThan(20);
  });
});

describe('a node', () => {
  it('has those that sound alike side by side, in the order of their codes', () => {
    const trie = trieOf([...'zaybxc'], soundsWith('za', 'xy'));
    expect(lettersFrom(trie, 0)).toBe('bcazxy');
    const alike = (char: string): string => {
      const { sound } = trie;
      const heard = sound[char.charCodeAt(0)] as number;
      let found = '';
      for (let edge = edgeFrom(trie, 0, heard); sounds(trie, 0, edge, heard); edge++)
        found += String.fromCharCode(trie.labels[edge] as number);
      return found;
    };
    expect([...'abcdxyz'].map(alike)).toEqual(['az', 'b', 'c', '', 'xy', 'xy', 'az']);
  });

  it('does not count the next one’s', () => {
    const trie = trieOf(['ab', 'cb', 'cd']);
    const next = (text: string, label: string): number =>
      toNode(trie, follow(trie, 0, text), label.charCodeAt(0));
    expect(next('a', 'b')).not.toBe(0);
    expect(['a', 'b', 'c', 'd', 'e'].map((label) => next('cd', label))).toEqual([0, 0, 0, 0, 0]);
    expect(next('a', 'd')).toBe(0);
  });

  it('is shared by all that go on in the same way and mean the same', () => {
    const nodesOf = (...phrases: readonly [phrase: string, meaning: number][]): number => {
      const builder = new TrieBuilder();
      for (const [phrase, meaning] of phrases) builder.add(phrase, meaning);
      return nodes(load(builder, soundsWith()));
    };
    expect(nodesOf(['axy', 1], ['bxy', 1], ['cxy', 1])).toBe(4);
    expect(nodesOf(['axy', 1], ['bxy', 2])).toBe(7);
    expect(nodesOf(['axy', 1], ['bxyz', 1])).toBe(7);
    expect(nodesOf(['axy', 1], ['bxz', 1])).toBe(6);
    // In whatever order they were told, and of however many figures.
    expect(nodesOf(['ax', 9], ['ax', 10], ['bx', 10], ['bx', 9])).toBe(3);
    expect(nodesOf(['ax', 1], ['ax', 23], ['bx', 12], ['bx', 3])).toBe(5);
    expect(nodesOf(['ax', 1], ['az', 1], ['bz', 1], ['bx', 1])).toBe(3);
  });
});

describe('other names', () => {
  it('hang below a root of their own', () => {
    const builder = new TrieBuilder();
    builder.add('vx', 5);
    builder.addAlias('vx', 3, false);
    builder.addAlias('v', 3, true);
    builder.addAlias('v', 4, false);
    const trie = load(builder, soundsWith());
    const root = toNode(trie, 0, ALIAS_ROOT);
    const named = (form: string) =>
      meaningsAt(trie, follow(trie, root, form)).map((meaning) => [
        roleOf(meaning),
        indexOf(meaning),
        isWeak(meaning),
      ]);
    expect(said(trie, 'vx')).toEqual([5]);
    expect(said(trie, 'v')).toEqual([]);
    expect(named('vx')).toEqual([[ALIAS, 3, false]]);
    expect(named('v')).toEqual([
      [ALIAS, 3, true],
      [ALIAS, 4, false],
    ]);
  });
});

describe('a trie that travels', () => {
  /** So many different nodes behind the root. */
  const wide = (count: number): TrieBuilder => {
    const builder = new TrieBuilder();
    for (let i = 0; i < count; i++) builder.add(String.fromCharCode(0x100 + i), i);
    return builder;
  };

  it('may have more nodes than there are codes', () => {
    const sound = soundsWith();
    const pairs = new TrieBuilder();
    for (let i = 0; i < 0x10000; i++) pairs.add(String.fromCharCode(0x100 + (i >> 8), 0x300 + (i & 255)), i);
    const trie = load(pairs, sound);
    expect(nodes(trie)).toBe(1 + 0x100 + 0x10000);
    for (const i of [0, 1, 0xff, 0x100, 0x7fff, 0xffff])
      expect(said(trie, String.fromCharCode(0x100 + (i >> 8), 0x300 + (i & 255)))).toEqual([i]);
  });

  it('is unpacked in slices of some thousand nodes', () => {
    const sound = soundsWith();
    const slices = [...loadTrie(wide(0x8000).pack(sound), sound)].length;
    const few = [...loadTrie(wide(10).pack(sound), sound)].length;
    expect(slices - few).toBeGreaterThan(3);
    expect(slices - few).toBeLessThan(60);
  });
});
