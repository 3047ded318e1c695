import { markup } from './markup.ts';
import type { Cell, Sheet } from './sheet.ts';
import { zip } from './zip.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel's own limit of a cell's text. */
const LONGEST = 32_767;

/** Positions in `cellXfs` below. Text is marked as text (quotePrefix): it is never computed, not even when edited. */
const STYLE = { title: 1, text: 2, share: 3, moment: 4 } as const;

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" quotePrefix="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** XML 1.0 holds no control characters and no lone surrogates; nobody misses the first, the second show as U+FFFD. */
function escaped(value: string): string {
  const kept = value
    .slice(0, LONGEST)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
  return markup(kept);
}

/** Days since 30 December 1899, as spreadsheets count. */
const serial = (local: number): number => local / 86_400_000 + 25_569;

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const words = (at: string, value: string, style: number) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

function cellXml(cell: Cell, at: string): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return words(at, cell.value, STYLE.text);
    case 'number':
      return `<c r="${at}"><v>${cell.value}</v></c>`;
    case 'share':
      return `<c r="${at}" s="${STYLE.share}"><v>${cell.value}</v></c>`;
    case 'moment':
      return `<c r="${at}" s="${STYLE.moment}"><v>${serial(cell.value)}</v></c>`;
  }
}

function* sheetXml({ columns, rows }: Sheet): Generator<string> {
  const names = columns.map((_, at) => letters(at));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  for (const [at, { width }] of columns.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  yield '</cols><sheetData><row r="1">';
  for (const [at, { title }] of columns.entries()) yield words(`${names[at]}1`, title, STYLE.title);
  yield '</row>';
  let n = 1;
  for (const row of rows) {
    n += 1;
    yield `<row r="${n}">${row.map((cell, at) => cellXml(cell, `${names[at]}${n}`)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const numbered = (sheets: readonly Sheet[], line: (sheet: Sheet, n: number) => string): string =>
  sheets.map((sheet, at) => line(sheet, at + 1)).join('');

/**
 * A workbook of the sheets, in order. Every text cell is typed and styled as text, so nothing in it is a formula.
 * Rows are written as they come and compressed at once; memory holds the compressed file.
 */
export function xlsxBlob(sheets: readonly Sheet[]): Promise<Blob> {
  const part = (path: string, kind: string) =>
    `<Override PartName="${path}" ContentType="${MIME}.${kind}+xml"/>`;
  const contentTypes =
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    part('/xl/workbook.xml', 'sheet.main') +
    part('/xl/styles.xml', 'styles') +
    numbered(sheets, (_, n) => part(`/xl/worksheets/sheet${n}.xml`, 'worksheet')) +
    '</Types>';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) => `${HEAD}<Relationships xmlns="${RELATIONS}">${inner}</Relationships>`;
  const workbook =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    numbered(sheets, ({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="s${n}"/>`) +
    '</sheets></workbook>';
  return zip(
    [
      { path: '[Content_Types].xml', content: [contentTypes] },
      { path: '_rels/.rels', content: [relations(relation('book', 'officeDocument', 'xl/workbook.xml'))] },
      { path: 'xl/workbook.xml', content: [workbook] },
      {
        path: 'xl/_rels/workbook.xml.rels',
        content: [
          relations(
            numbered(sheets, (_, n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
              relation('style', 'styles', 'styles.xml'),
          ),
        ],
      },
      { path: 'xl/styles.xml', content: [STYLES] },
      ...sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
    ],
    TYPE,
  );
}
