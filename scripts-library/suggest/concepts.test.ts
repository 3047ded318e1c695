import { expect, test } from 'vitest';
import { conceptsOf, speaksOfTrade } from './concepts.ts';

const namesOf = (text: string): string[] => conceptsOf(text).map(({ name }) => name);

test('words that mean the same are one concept', () => {
  for (const text of ['裂了', '摔坏', '压扁', 'cracked']) expect(namesOf(text)).toEqual(['damaged']);
  expect(namesOf('多久发货')).toEqual(namesOf('什么时候寄出'));
});

test('the longest word decides, and each concept counts once', () => {
  expect(namesOf('补发')).toEqual(['reship']);
  expect(namesOf('退款退钱')).toEqual(['refund']);
  expect(namesOf('reorder')).toEqual([]);
});

test('asking words alone are no trade', () => {
  expect(speaksOfTrade('今天天气怎么样')).toBe(false);
  expect(speaksOfTrade('怎么退货')).toBe(true);
});
