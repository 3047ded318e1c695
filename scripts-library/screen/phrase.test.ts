import { expect, it } from 'vitest';
import { PhraseError, spellOut } from './phrase.ts';

it.each([
  ['微信', ['微信']],
  ['{加|扫}{一下|}微信', ['加一下微信', '加微信', '扫一下微信', '扫微信']],
  ['a{b|c{d|e}}f', ['abf', 'acdf', 'acef']],
  ['一|二', ['一|二']],
])('%s', (phrase, spelt) => expect(spellOut(phrase)).toEqual(spelt));

it.each(['{加', '加}', '{a{b}'])('%s is refused', (phrase) =>
  expect(() => spellOut(phrase)).toThrow(PhraseError),
);

it('a phrase that would become tens of thousands is refused', () => {
  expect(() => spellOut('{a|b|c|d|e|f|g|h}'.repeat(6))).toThrow(PhraseError);
});
