import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { fromSafe, text, toSafe } from './sheet.ts';

describe('a text that a spreadsheet might compute', () => {
  it.each([
    '=1+1',
    '+86',
    '-1',
    '@x',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    "'=1",
    '"=1',
  ])('is made safe: %j', (value) => {
    expect(toSafe(value)).toBe(`'${value}`);
  });

  it.each(['客服 01', '1 − 2', 'a=b', "it's", "'quoted'", ''])(
    'is left alone where it is none: %j',
    (value) => {
      expect(toSafe(value)).toBe(value);
    },
  );

  it('comes back as it was, through a CSV too', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'=+-@＝＋\t\r\n\0\'" ,;a客'), maxLength: 8 });
    fc.assert(
      fc.property(cell, (value) => {
        expect(fromSafe(toSafe(value))).toBe(value);
        const csv = toCsv({
          name: 's',
          columns: [{ title: 't', width: 1 }],
          rows: [[text(value), text('end')]],
        });
        const { data } = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', delimiter: ',' });
        expect(data[1]!.map(fromSafe)).toEqual([value, 'end']);
      }),
    );
  });
});
