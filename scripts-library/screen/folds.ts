import type { Fold } from '../rule.ts';

/** All folds in the order of their bits in a hit's mask. */
export const FOLDS: readonly Fold[] = [
  'width',
  'case',
  'traditional',
  'digits',
  'invisible',
  'separator',
  'repeat',
  'homophone',
  'lookalike',
  'abbreviation',
  'pinyin',
  'split',
  'filler',
  'reversed',
  'entity',
  'emoji',
];

export const WIDTH = 1;
export const CASE = 2;
export const TRADITIONAL = 4;
export const DIGITS = 8;
export const INVISIBLE = 16;
export const SEPARATOR = 32;
export const REPEAT = 64;
export const HOMOPHONE = 128;
export const LOOKALIKE = 256;
export const ABBREVIATION = 512;
export const PINYIN = 1024;
export const SPLIT = 2048;
export const FILLER = 4096;
export const REVERSED = 8192;
export const ENTITY = 16384;
export const EMOJI = 32768;

/** Folds that people's keyboards make without meaning to hide anything. */
export const INNOCENT = WIDTH | CASE | TRADITIONAL | DIGITS | REPEAT;

export const namesOf = (mask: number): Fold[] => FOLDS.filter((_, bit) => mask & (1 << bit));

export const maskOf = (folds: readonly Fold[]): number =>
  folds.reduce((mask, fold) => mask | (1 << FOLDS.indexOf(fold)), 0);
