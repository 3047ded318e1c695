import { packBits } from './bit-gaps.ts';
import { follow } from './lexicon.ts';
import { ALIAS_ROOT } from './meaning.ts';
import type { FacesOf } from './pack-faces.ts';
import { markPair, noPairs, type PackedStarts } from './starts.ts';
import { type Alias, edgesOf, endsAt, type Trie } from './trie.ts';
import type { Tables } from './variants.ts';

/** Ways to type a character of a phrase: faces of the first unit, one that only looks like it apart; two units. */
interface Ways {
  readonly same: Set<number>;
  readonly odd: ReadonlySet<number>;
  /** First and second unit of what takes more than one. */
  readonly more: readonly (readonly [number, number])[];
}

/** What phrases may be typed with. */
interface Typing {
  readonly tables: Tables;
  readonly aliases: readonly Alias[];
  readonly fillers: string;
  readonly facesOf: FacesOf;
  readonly faceOf: (code: number) => number;
}

/** The first two units of whatever may be typed for the beginning of a phrase: see may-begin.ts, which asks further. */
export function packPairs(trie: Trie, typing: Typing): Pick<PackedStarts, 'always' | 'pairs'> {
  const { aliases, faceOf } = typing;
  const pairs = noPairs();
  const always = new Set<number>();
  const fillers = Array.from(typing.fillers, (char) => faceOf(char.charCodeAt(0)));
  const waysOf = waysWith(typing);

  /** Marks a first unit with what may follow it: a character of `next`, what may be left out, itself again. */
  const row = (x: number, next: Iterable<number>): void => {
    for (const y of next) markPair(pairs, x, y);
    for (const y of fillers) markPair(pairs, x, y);
    markPair(pairs, x, x);
  };
  const seconds = (node: number): { same: Set<number>; odd: Set<number> } => {
    const same = new Set<number>();
    const odd = new Set<number>();
    for (const [label] of edgesOf(trie, node)) {
      const ways = waysOf(label);
      for (const y of ways.same) same.add(y);
      for (const [y] of ways.more) same.add(y);
      for (const y of ways.odd) odd.add(y);
    }
    return { same, odd };
  };

  for (const [label, node] of edgesOf(trie, 0)) {
    if (label === ALIAS_ROOT) continue;
    const first = waysOf(label);
    const { same, odd } = seconds(node);
    for (const x of first.same) row(x, new Set([...same, ...odd]));
    for (const x of first.odd) row(x, same);
    for (const [x, y] of first.more) markPair(pairs, x, y);
    if (endsAt(trie, node)) for (const x of first.same) always.add(x);
  }
  for (const { form, word } of aliases) {
    const node = follow(trie, 0, word);
    if (node === 0) continue;
    const x = faceOf(form.charCodeAt(0));
    if (form.length > 1) {
      markPair(pairs, x, faceOf(form.charCodeAt(1)));
      continue;
    }
    const { same, odd } = seconds(node);
    row(x, [...same, ...odd]);
    if (endsAt(trie, node)) always.add(x);
  }
  for (const x of always) pairs.fill(0, x << 5, (x + 1) << 5);
  return { always: [...always], pairs: packBits(pairs) };
}

type Beginning = readonly [first: number, second?: number];

/** What a character of a phrase may be typed as. */
function waysWith({ tables, aliases, facesOf, faceOf }: Typing): (label: number) => Ways {
  const { sound, readings, parts } = tables;
  /** The first two units of a form, by the character or sound that it may be read as. */
  const others = new Map<number, Beginning[]>();
  const spelt = new Map<number, Beginning[]>();
  const add = (to: Map<number, Beginning[]>, meant: number, form: string): void => {
    const x = faceOf(form.charCodeAt(0));
    const typed: Beginning = form.length > 1 ? [x, faceOf(form.charCodeAt(1))] : [x];
    to.set(meant, [...(to.get(meant) ?? []), typed]);
  };
  for (const entry of parts.values())
    for (const char of entry.slice(2)) add(others, char.charCodeAt(0), entry.slice(0, 2));
  for (const { form, word } of aliases) add(others, word.charCodeAt(0), form);
  for (const [reading, heard] of readings) add(spelt, heard, reading);
  const known = new Map<number, Ways>();
  return (label) => {
    const made = known.get(label);
    if (made !== undefined) return made;
    const [own, ...odd] = facesOf(label);
    const same = new Set([own]);
    const more: [number, number][] = [];
    for (const [x, y] of [...(others.get(label) ?? []), ...(spelt.get(sound[label] as number) ?? [])])
      if (y === undefined) same.add(x);
      else more.push([x, y]);
    const ways = { same, odd: new Set(odd), more };
    known.set(label, ways);
    return ways;
  };
}
