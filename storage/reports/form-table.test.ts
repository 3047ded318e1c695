import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDesk } from '../../cli/build/read-desk.ts';
import { fill, missing } from '../../core/forms/fill.ts';
import type { FieldType, Form } from '../../core/forms/form.ts';
import { readValue } from '../../core/forms/read-value.ts';
import { csvBlob } from './csv.ts';
import { type FormRow, formSheet, readFormTable } from './form-table.ts';
import { readTable } from './read-table.ts';
import { xlsxBlob } from './xlsx.ts';

const { forms } = readDesk();

const pad = (n: number) => String(n).padStart(2, '0');
const day = fc
  .record({
    y: fc.integer({ min: 1990, max: 2099 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${pad(m)}-${pad(d)}`);

/** Anything that a person may type: quotes, commas, formulas, line ends, control characters, lone surrogates. */
const words = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: max }),
      fc.constantFrom(
        '=1+1',
        "'=1",
        '-3',
        '@收货人',
        '+86 138',
        'a,"b"\r\nc',
        '＝SUM(A1)',
        '亲，已补发\n谢谢',
      ),
    )
    .map((text) => text.slice(0, max));

function typed(type: FieldType): fc.Arbitrary<string> {
  switch (type.kind) {
    case 'text':
    case 'personal':
      return words(type.max);
    case 'code':
      return fc.stringMatching(/^[\w-]{1,24}$/);
    case 'choice':
      return fc.constantFrom(...type.options.flatMap(({ id, title }) => [id, title]));
    case 'money':
      return fc.integer({ min: 0, max: 9_999_999 }).map((fen) => `¥${(fen / 100).toFixed(2)}`);
    case 'count':
      return fc.integer({ min: 0, max: 999_999 }).map(String);
    case 'day':
      return day;
    case 'moment':
      return fc
        .tuple(day, fc.integer({ min: 0, max: 1439 }))
        .map(([d, t]) => `${d} ${pad(Math.floor(t / 60))}:${pad(t % 60)}`);
  }
}

const rowsOf = (form: Form): fc.Arbitrary<FormRow[]> =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.stringMatching(/^[\w.-]{1,20}$/),
        entered: fc.record(Object.fromEntries(form.fields.map(({ id, type }) => [id, typed(type)])), {
          requiredKeys: [],
        }),
      })
      .map(({ id, entered }) => ({
        id,
        values: fill(form, entered as Record<string, string>).values,
      }))
      .filter(({ values }) => Object.keys(values).length > 0),
    { selector: ({ id }) => id, maxLength: 6 },
  );

describe.each(forms.map((form) => [form.title, form] as const))('%s', (_, form) => {
  it('comes back equal from CSV and from XLSX, in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsOf(form),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        async (rows, language) => {
          const sheet = formSheet(form, rows, language);
          for (const file of [csvBlob(sheet), await xlsxBlob([sheet])])
            expect(readFormTable(form, await readTable(file))).toEqual({ rows, problems: [] });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('names its columns in the trade’s words', () => {
    const old = /征询|购置|联络|完毕|目的值|汇报|成果|阐明|与否|假如|祈求/;
    const { columns } = formSheet(form, []);
    expect(columns.map(({ title }) => title).filter((title) => old.test(title))).toEqual([]);
    expect(columns).toHaveLength(form.fields.length + 1);
  });

  it('is complete only with all that it needs', () => {
    expect(missing(form, {}).map(({ field }) => field)).toEqual(form.complete);
    const all = Object.fromEntries(form.complete.map((id) => [id, 'x']));
    expect(missing(form, all)).toEqual([]);
  });
});

const returns = forms.find(({ id }) => id === 'returns');
if (!returns) throw new Error('no returns register');

describe('a table that somebody has worked on', () => {
  const read = (...rows: string[][]) => readFormTable(returns, rows);

  it('takes columns in any order and keeps what makes sense', () => {
    const { rows, problems } = read(
      ['金额', '跟进单号', '类别', '退（换）货日期', '心情'],
      ['¥1,299.5', 'k1', '换货', '2026/11/3', '好'],
      ['很多', 'k2', '退货', '2026-02-30', ''],
    );
    expect(rows).toEqual([
      { id: 'k1', values: { amount: '1299.50', 'return-kind': 'exchange', 'returned-on': '2026-11-03' } },
      { id: 'k2', values: { 'return-kind': 'return' } },
    ]);
    expect(problems).toContainEqual({ kind: 'cell', row: 3, column: '金额', problem: 'not-money' });
    expect(problems).toContainEqual({ kind: 'cell', row: 3, column: '退（换）货日期', problem: 'not-a-day' });
    expect(problems).toContainEqual({ kind: 'unknown-column', column: '心情' });
    expect(problems).toContainEqual({ kind: 'missing-column', column: '颜色' });
  });

  it('takes a record once', () => {
    const { rows, problems } = read(['跟进单号', '数量'], ['k1', '2'], ['k1', '3'], ['', '4'], ['', '5']);
    expect(rows.map(({ id, values }) => [id, values.quantity])).toEqual([
      ['k1', '2'],
      ['', '4'],
      ['', '5'],
    ]);
    expect(problems).toContainEqual({ kind: 'twice', row: 3, id: 'k1' });
  });
});

describe('reading a file', () => {
  it('reads CSV that a Chinese Excel saved in its own code page', async () => {
    const gb = new Uint8Array([0xca, 0xfd, 0xc1, 0xbf, 0x0a, 0x32, 0x0a]);
    expect(await readTable(new Blob([gb]))).toEqual([['数量'], ['2']]);
  });

  it.each([
    ['a damaged workbook', new Blob(['PK\u0003\u0004 no zip']), 'not-a-table'],
    ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0, 1, 0])]), 'not-a-table'],
    ['nothing', new Blob(['']), 'empty'],
  ])('refuses %s', async (_, file, code) => {
    await expect(readTable(file)).rejects.toMatchObject({ name: 'TableError', code });
  });
});

describe('a value', () => {
  it.each([
    [{ kind: 'money' }, '１２．５元', '12.50'],
    [{ kind: 'money' }, '007', '7.00'],
    [{ kind: 'day' }, '2026年1月5日', '2026-01-05'],
    [{ kind: 'moment' }, '2026/1/5 9:05', '2026-01-05 09:05'],
    [{ kind: 'code' }, ' ２６１１０２-SF ', '261102-SF'],
    [{ kind: 'count' }, '０12', '12'],
  ] as const)('%o: %s is %s', (type, text, value) => {
    expect(readValue(type, text)).toEqual({ ok: true, value });
    expect(readValue(type, value)).toEqual({ ok: true, value });
  });

  it.each([
    [{ kind: 'money' }, '-5', 'not-money'],
    [{ kind: 'money' }, '1.234', 'not-money'],
    [{ kind: 'count' }, '1.5', 'not-a-count'],
    [{ kind: 'day' }, '2026-13-01', 'not-a-day'],
    [{ kind: 'moment' }, '2026-01-01 24:00', 'not-a-moment'],
    [{ kind: 'code' }, '单号 12', 'not-a-code'],
    [{ kind: 'text', max: 2 }, '三个字', 'too-long'],
  ] as const)('%o refuses %s: %s', (type, text, problem) => {
    expect(readValue(type, text)).toEqual({ ok: false, problem });
  });
});
