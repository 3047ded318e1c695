import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { engineOf, HANG_MS, lazily, rule, runs } from './rules.for-tests.ts';
import { screen } from './scan.ts';

vi.setConfig({ testTimeout: HANG_MS });

const engine = lazily(() =>
  engineOf(rule({ id: 'contact', phrases: ['加我微信领红包'] }), rule({ id: 'mobile', shapes: ['mobile'] })),
);
const found = (text: string) => screen(engine(), text, { by: 'agent' });

/** For each character: forms that are still it, and forms that swap it for another one, of which three may be. */
const CHARACTERS: readonly { readonly same: readonly string[]; readonly swapped: readonly string[] }[] = [
  { same: ['加', '&#21152;', '加\u0332', 'jia', '力口', '➕'], swapped: ['伽', '咖'] },
  { same: ['我', '&#x6211;', 'wǒ', '我\ufe0f'], swapped: ['沃'] },
  { same: ['微', 'wei', 'ｗｅｉ', '微\u0301'], swapped: ['薇', '徽', '溦'] },
  { same: ['信', 'xìn', '亻言', '𝐱𝐢𝐧'], swapped: ['芯', '伩'] },
  { same: ['领', '領', 'ling', '领\u20dd'], swapped: ['岭'] },
  { same: ['红', '紅', '纟工', 'hóng'], swapped: ['虹'] },
  { same: ['包', 'bao', 'ⓑⓐⓞ', '&#x5305;'], swapped: ['苞', '胞'] },
];
/** What may lie between two characters without parting them; nothing between letters would join two syllables. */
const BETWEEN = [
  '',
  ' ',
  '\u200b',
  '😀',
  '*',
  '.',
  '\u202e',
  '　',
  '👨‍👩‍👧',
  '\u00ad\u2060',
  '\n',
  '🇨',
  '一',
].filter((gap) => gap !== '🇨');
const around = fc.string({
  unit: fc.constantFrom('亲', '您', '😀', '𠀀', '好', '\u200b', '👩🏽'),
  maxLength: 6,
});

const disguised = fc
  .tuple(
    fc.tuple(...CHARACTERS.map(({ same }) => fc.constantFrom(...same))),
    fc.uniqueArray(fc.nat(CHARACTERS.length - 1), { maxLength: 3 }),
    fc.tuple(...CHARACTERS.map(({ swapped }) => fc.constantFrom(...swapped))),
    fc.array(fc.constantFrom(...BETWEEN), { minLength: 6, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([same, places, swapped, gaps, fill]) =>
    same
      .map((form, i) => (places.includes(i) ? (swapped[i] ?? form) : form))
      .map((form, i) => {
        const gap = gaps[i] ?? '';
        // Filler hides nothing where characters are swapped as well: then it is just another word.
        return i === 6 ? form : form + (gap === '一' && (places.length > 0 || !fill) ? '' : gap);
      })
      .join(''),
  );

it('selects exactly what was typed for any mixture of disguises', () => {
  fc.assert(
    fc.property(around, around, disguised, (before, after, typed) => {
      const text = `${before}。${typed}。${after}`;
      const hits = found(text).filter(({ rule: id }) => id === 'contact');
      expect(
        hits.map(({ start, end }) => text.slice(start, end)),
        text,
      ).toEqual([typed]);
    }),
    { numRuns: runs(1500) },
  );
});

const DIGITS = [
  '0零〇０⓪',
  '1一壹幺１①',
  '2二贰２②',
  '3三叁３③',
  '4四肆４④',
  '5五伍５⑤',
  '6六陆６⑥',
  '7七柒７⑦',
  '8八捌８⑧',
  '9九玖９⑨',
].map((forms) => [...forms]);

it('selects exactly a mobile number in any writing', () => {
  const digit = fc.tuple(fc.nat(9), fc.nat(4));
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom(3, 5, 6, 7, 8, 9),
      fc.array(digit, { minLength: 9, maxLength: 9 }),
      fc.constantFrom('', ' ', '-', '\u200b', '😀'),
      (before, after, second, rest, gap) => {
        const forms = rest.map(([value, form]) => DIGITS[value]?.[form] ?? `${value}`).join('');
        const typed = `1${second}${forms.slice(0, 1)}${gap}${forms.slice(1, 5)}${gap}${forms.slice(5)}`;
        const text = `${before}电话${typed}好的${after}`;
        expect(
          found(text).map(({ start, end }) => text.slice(start, end)),
          text,
        ).toEqual([typed]);
      },
    ),
    { numRuns: runs(400) },
  );
});
