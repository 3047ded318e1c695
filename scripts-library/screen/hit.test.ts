import { describe, expect, it } from 'vitest';
import { ABBREVIATION, CASE, FILLER, HOMOPHONE, namesOf, PINYIN, REPEAT, SEPARATOR, SPLIT } from './folds.ts';
import { addHits, type Hit } from './hit.ts';
import { follow } from './lexicon.ts';
import { indexOf } from './meaning.ts';
import { type Path, START } from './path.ts';
import { EXACTLY, type Reading } from './readings.ts';
import { lazily, lexiconOf, reader, rule } from './rules.for-tests.ts';
import { CLAUSE_GAP, COMMA_GAP, LINE_GAP, SOFT_GAP } from './units.ts';

const read = reader();
const lexicon = lazily(() =>
  lexiconOf(
    rule({ id: 'r', phrases: ['天', '明天', '明天发', '发货吧'] }),
    rule({ id: 's', phrases: ['明天'] }),
  ),
);
/** What is added for a path of so many characters, one unit each, to the node of `said`; the text goes on after `to`. */
function hits(said: string, part: Partial<Path>, text = said, to = said.length): Hit[] {
  const found: Hit[] = [];
  const n = said.length;
  const node = follow(lexicon().trie, 0, said);
  addHits(lexicon(), node, { ...START, n, used: n, ...part }, read(text), 0, to, found);
  return found;
}
const seen = (said: string, part: Partial<Path>, text?: string, to?: number): boolean =>
  hits(said, part, text, to).length > 0;

it('a hit tells each rule whose phrase it is, where, and the folds', () => {
  expect(
    hits('明天', { folds: CASE }, '明天呢').map(({ meaning, ...where }) => [indexOf(meaning), where]),
  ).toEqual([
    [0, { from: 0, to: 2, folds: CASE }],
    [1, { from: 0, to: 2, folds: CASE }],
  ]);
  expect(hits('明', {})).toEqual([]);
});

describe('characters may be swapped', () => {
  it.each([
    ['明天', 1, false],
    ['明天发', 1, true],
    ['明天发', 2, false],
  ])('in %s %d: %j', (said, swaps, expected) => expect(seen(said, { swaps })).toBe(expected));
});

describe('punctuation disguises', () => {
  it.each<[what: string, path: Partial<Path>]>([
    ['nothing', {}],
    ['a blank', { gaps: 1, worst: SOFT_GAP }],
    ['a line', { gaps: 1, worst: LINE_GAP }],
    ['commas between all', { gaps: 2, worst: COMMA_GAP }],
    ['stops between all', { gaps: 2, worst: CLAUSE_GAP }],
    ['two commas of more', { gaps: 2, worst: COMMA_GAP, used: 5 }],
    ['one comma in a long phrase', { gaps: 1, worst: COMMA_GAP, n: 5, used: 5 }],
  ])('%s', (_, path) => expect(seen('明天发', path)).toBe(true));
  it.each<[what: string, path: Partial<Path>]>([
    ['one comma in a short phrase', { gaps: 1, worst: COMMA_GAP }],
    ['one comma in four characters', { gaps: 1, worst: COMMA_GAP, n: 4, used: 4 }],
    ['one comma in a long phrase with a swap', { gaps: 1, worst: COMMA_GAP, n: 5, used: 5, swaps: 1 }],
    ['one stop in a long phrase', { gaps: 1, worst: CLAUSE_GAP, n: 5, used: 5 }],
    ['two stops of more', { gaps: 2, worst: CLAUSE_GAP, used: 5 }],
  ])('but not %s', (_, path) => expect(seen('明天发', path)).toBe(false));
});

describe('a filler', () => {
  it('hides three characters, none of them swapped', () => {
    expect(seen('明天发', { folds: FILLER })).toBe(true);
    expect(seen('明天', { folds: FILLER })).toBe(false);
    expect(seen('明天发', { folds: FILLER, swaps: 1 })).toBe(false);
  });
});

describe('letters', () => {
  it('alone must be five', () => {
    expect(seen('明天发', { letters: 4, used: 4 })).toBe(false);
    expect(seen('明天发', { letters: 5, used: 5 })).toBe(true);
    expect(seen('明天发', { letters: 4, used: 5 })).toBe(true);
  });
});

describe('a Latin word or number', () => {
  it('is not cut at the end', () => {
    expect(seen('明天', {}, '明ab', 2)).toBe(false);
    expect(seen('明天', {}, '明a b', 2)).toBe(true);
    expect(seen('明天', {}, '明12', 2)).toBe(false);
    expect(seen('明天', {}, '明1a', 2)).toBe(true);
  });
});

describe('what stands backwards', () => {
  it('is seen, and says so', () => {
    expect(hits('发天明', {}).map(({ folds }) => namesOf(folds))).toEqual([['reversed']]);
    expect(hits('发天明', { folds: SEPARATOR }).map(({ folds }) => namesOf(folds))).toEqual([
      ['separator', 'reversed'],
    ]);
    expect(hits('明天发', {}).map(({ folds }) => folds)).toEqual([0]);
  });
  it.each([ABBREVIATION, PINYIN, SPLIT, FILLER, REPEAT])(
    'but not where fold %d hides it as well',
    (folds) => {
      expect(seen('发天明', { folds })).toBe(false);
      expect(seen('明天发', { folds })).toBe(true);
    },
  );
  it('nor with a swap', () => {
    expect(seen('发天明', { swaps: 1, folds: HOMOPHONE })).toBe(false);
    expect(seen('明天发', { swaps: 1, folds: HOMOPHONE })).toBe(true);
  });
});

describe('a weak name', () => {
  const weak = (to: number, word = '明天'): Reading => ({
    way: EXACTLY,
    label: 0,
    heard: 0,
    to,
    folds: ABBREVIATION,
    swaps: 0,
    other: { word, heard: 0, length: to, weak: true, fold: ABBREVIATION },
  });
  it('counts in a longer phrase without swaps', () => {
    expect(seen('明天发', { weak: weak(1) })).toBe(true);
    expect(seen('明天发', { weak: weak(1, '明天发') })).toBe(false);
    expect(seen('明天', { weak: weak(1) })).toBe(false);
    expect(seen('明天发', { weak: weak(1), swaps: 1 })).toBe(false);
  });
  it.each([
    ['薇', true],
    ['薇聊', true],
    ['薇 州', true],
    ['薇，州', true],
    ['薇5', true],
    ['薇abc', true],
    ['薇州', false],
    ['v5', true],
    ['v聊', true],
    ['v州', false],
  ])('at the end, before what may follow one: %s %j', (text, expected) =>
    expect(seen('明天发', { weak: weak(1) }, text, 1)).toBe(expected),
  );
  it('earlier, before anything', () => expect(seen('明天发', { weak: weak(1) }, '薇号州', 2)).toBe(true));
});
