import { expect, it } from 'vitest';
import { addByGaps, isFrequent, packedNumbers } from './gaps.ts';

it('gives every list back, near and far numbers, the same one twice', () => {
  const scripts = 3000;
  const lists = [
    [5, 9],
    Array.from({ length: 150 }, (_, at) => at * 19),
    [0, 0, 1, 255, 256, 511, 1021, 2999, ...Array.from({ length: 130 }, () => 2999)],
    [],
    [2998],
  ];
  const all = Uint16Array.from(lists.flat());
  const starts = Uint32Array.from([0, ...lists.map((_, at) => lists.slice(0, at + 1).flat().length)]);
  const { places, numbers, gaps } = packedNumbers(all, starts, scripts);
  expect(lists.map((list) => isFrequent(list.length, scripts))).toEqual([false, true, true, false, false]);
  for (const [at, list] of lists.entries()) {
    const place = places[at] ?? 0;
    if (!isFrequent(list.length, scripts)) {
      expect([...numbers.subarray(place, place + list.length)]).toEqual(list);
      continue;
    }
    const scores = new Float32Array(scripts);
    addByGaps(scores, gaps, place, new Uint8Array(list.length).fill(2), 0.5);
    const wanted = new Float32Array(scripts);
    for (const number of list) wanted[number] = (wanted[number] ?? 0) + 1;
    expect(scores).toEqual(wanted);
  }
});
