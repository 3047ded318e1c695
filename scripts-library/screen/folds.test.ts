import { expect, it } from 'vitest';
import * as folds from './folds.ts';

it('each fold has its bit, in the order of the names', () => {
  const { WIDTH, CASE, TRADITIONAL, DIGITS, INVISIBLE, SEPARATOR, REPEAT, HOMOPHONE } = folds;
  const { LOOKALIKE, ABBREVIATION, PINYIN, SPLIT, FILLER, REVERSED, ENTITY, EMOJI } = folds;
  const bits = [WIDTH, CASE, TRADITIONAL, DIGITS, INVISIBLE, SEPARATOR, REPEAT, HOMOPHONE];
  bits.push(LOOKALIKE, ABBREVIATION, PINYIN, SPLIT, FILLER, REVERSED, ENTITY, EMOJI);
  expect(bits.map((bit) => folds.namesOf(bit))).toEqual(folds.FOLDS.map((name) => [name]));
  expect(folds.FOLDS.map((name) => folds.maskOf([name]))).toEqual(bits);
  expect(folds.maskOf(['case', 'emoji', 'case'])).toBe(CASE | EMOJI);
  expect(folds.maskOf([])).toBe(0);
  expect(folds.namesOf(0)).toEqual([]);
});

it('what a keyboard does by itself hides nothing', () =>
  expect(folds.namesOf(folds.INNOCENT)).toEqual(['width', 'case', 'traditional', 'digits', 'repeat']));
