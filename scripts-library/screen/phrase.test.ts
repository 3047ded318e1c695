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

it('says what is wrong, and with which phrase', () => {
  expect(() => spellOut('{加')).toThrow('a brace is not closed in "{加"');
  expect(() => spellOut('加}')).toThrow('a closing brace too many in "加}"');
  expect(() => spellOut('{a|b}'.repeat(15))).toThrow(/^over 20000 phrases in "/);
});

it('a phrase may become twenty thousand and no more', () => {
  const ten = '{0|1|2|3|4|5|6|7|8|9}'.repeat(4);
  expect(spellOut(`${ten}{a|b}`)).toHaveLength(20_000);
  expect(() => spellOut(`${ten}{a|b|c}`)).toThrow(PhraseError);
});
