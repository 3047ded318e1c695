import { expect, it } from 'vitest';
import { packBits } from './bit-gaps.ts';
import { FACES, FIGURE, FILLS, faceOf, faceOfSound, JOINS, WILD } from './faces.ts';
import { filterOf, mark, marked, threeOf } from './filter.ts';
import { atOnce } from './slices.ts';
import { beginsSo, faceAt, loadStarts, lookOf, markPair, noPairs } from './starts.ts';
import { loadTables } from './variants.ts';

const tables = () => loadTables({ sounds: 'jia 加家;wei 微', alike: '', splits: '' });
const code = (char: string): number => char.charCodeAt(0);

it('marks two faces and no others', () => {
  const faces = [0, 1, 31, 32, 33, 500, FACES - 1];
  for (const x of faces) {
    for (const y of faces) {
      const pairs = noPairs();
      markPair(pairs, x, y);
      markPair(pairs, x, y);
      for (const a of faces)
        for (const b of faces) expect(beginsSo(pairs, a, b), `${x} ${y} ${a} ${b}`).toBe(a === x && b === y);
    }
  }
  const both = noPairs();
  markPair(both, 5, 64);
  markPair(both, 5, 95);
  expect([64, 65, 95].map((y) => beginsSo(both, 5, y))).toEqual([true, false, true]);
});

it('is unpacked: looks, pairs, faces that always begin, triples', () => {
  const pairs = noPairs();
  markPair(pairs, 3, 4);
  const words = new Uint32Array(512);
  mark(filterOf(words), threeOf(7, 8, 9));
  const starts = atOnce(
    loadStarts(
      {
        traits: ['v微', '', 'v'],
        figures: '5五',
        always: [10],
        pairs: packBits(pairs),
        words: 512,
        triples: packBits(words),
      },
      tables(),
    ),
  );
  expect(beginsSo(starts.pairs, 3, 4)).toBe(true);
  expect(beginsSo(starts.pairs, 3, 5)).toBe(false);
  for (const y of [0, 4, 31, 32, FACES - 1])
    expect(
      [9, 10, 11].map((x) => beginsSo(starts.pairs, x, y)),
      `${y}`,
    ).toEqual([false, true, false]);
  expect(starts.triples.words).toHaveLength(512);
  expect(marked(starts.triples, threeOf(7, 8, 9))).toBe(true);
  expect(marked(starts.triples, threeOf(9, 8, 7))).toBe(false);
  const { sound } = tables();
  const plain = (char: string): number => faceOfSound(sound[code(char)] as number);
  expect(faceAt(starts, code('加'))).toBe(faceAt(starts, code('家')));
  expect(lookOf(starts, code('加'))).toBe(plain('加'));
  expect(lookOf(starts, code('微'))).toBe(plain('微') | WILD);
  expect(lookOf(starts, code('v'))).toBe(plain('v') | WILD | JOINS);
  expect(lookOf(starts, code('v')) & FILLS).toBe(0);
  expect([...'5五'].map((char) => lookOf(starts, code(char)))).toEqual([FIGURE, FIGURE]);
  expect(faceOf(lookOf(starts, 0xffff))).toBe(plain('\uffff'));
});
