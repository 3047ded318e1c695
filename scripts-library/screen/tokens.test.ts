import { describe, expect, it } from 'vitest';
import { reader } from './rules.for-tests.ts';
import { cutsToken, isDigit, isLetter, isModel, runsOn } from './tokens.ts';

const read = reader();

it('letters are a to z, figures 0 to 9', () => {
  const those = (is: (code?: number) => boolean) =>
    Array.from({ length: 0x3100 }, (_, code) => code)
      .filter((code) => is(code))
      .map((code) => String.fromCharCode(code))
      .join('');
  expect(those(isLetter)).toBe('abcdefghijklmnopqrstuvwxyz');
  expect(those(isDigit)).toBe('0123456789');
  expect(isLetter()).toBe(false);
  expect(isDigit()).toBe(false);
});

describe('a border', () => {
  const cuts = (text: string, at: number) => cutsToken(read(text), at);
  it.each([
    ['avx', 1],
    ['512', 1],
    ['加512', 2],
    ['a\u200bvx', 1],
  ])('in %j before %d cuts a word or number', (text, at) => expect(cuts(text, at)).toBe(true));
  it.each([
    ['avx', 0],
    ['a vx', 1],
    ['5 12', 1],
    ['加vx', 1],
    ['vx加', 2],
    ['v5', 1],
    ['5v', 1],
    ['加微', 1],
    ['加5', 1],
  ])('in %j before %d cuts nothing', (text, at) => expect(cuts(text, at)).toBe(false));
  it('has nothing at it, or something', () => {
    expect(runsOn(read('加微'), 1)).toBe(true);
    expect(runsOn(read('加 微'), 1)).toBe(false);
    expect(runsOn(read('加，微'), 1)).toBe(false);
  });
});

describe('a Latin word', () => {
  const model = (text: string, to: number) => isModel(read(text), to);
  it.each([
    ['wx100', 2],
    ['wx-100键盘', 2],
    ['wx1', 2],
    ['wx1234', 2],
    ['加wx100，好', 3],
  ])('%s with its number is a product', (text, to) => expect(model(text, to)).toBe(true));
  it.each([
    ['wx', 2],
    ['wx键盘', 2],
    ['wx12345', 2],
    ['wx，100', 2],
    ['wx100a', 2],
    ['微信100', 2],
    ['1100', 1],
    ['wx12，345', 3],
  ])('%s up to %d is none', (text, to) => expect(model(text, to)).toBe(false));
});
