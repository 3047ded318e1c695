import { csvBlob } from './csv.ts';
import { markup } from './markup.ts';
import { dictionarySheet, type RowTable, rowSheet, rowWords } from './row-table.ts';
import { type Cell, clockText, type Sheet } from './sheet.ts';
import { xlsxBlob } from './xlsx.ts';

export const ROW_FORMATS = ['csv', 'ndjson', 'xlsx', 'html'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** A file of a report; `suffix` goes onto the name that was asked for. */
export interface ReportFile {
  readonly suffix: '' | '.dictionary.csv';
  readonly content: Blob;
}

/** A report as files: the rows and, where one file can't hold both, what the columns mean. */
export async function rowFiles(table: RowTable, format: RowFormat): Promise<ReportFile[]> {
  switch (format) {
    case 'csv':
      return [
        { suffix: '', content: csvBlob(rowSheet(table)) },
        { suffix: '.dictionary.csv', content: csvBlob(dictionarySheet(table)) },
      ];
    case 'ndjson':
      return [{ suffix: '', content: ndjson(table) }];
    case 'xlsx':
      return [{ suffix: '', content: await xlsxBlob([rowSheet(table), dictionarySheet(table)]) }];
    case 'html':
      return [{ suffix: '', content: html(table) }];
  }
}

/** For programs: the first line says what it is, then an object a row by field id; times as UTC (ISO 8601). */
function ndjson(table: RowTable): Blob {
  const about = {
    kind: 'about',
    evidence: false,
    note: rowWords(table).note,
    time_zone: table.timeZone,
    logs: table.sources,
    fields: table.columns.map(({ id, said: [title, meaning] }) => ({ id, title, meaning })),
  };
  const lines = table.rows.map((row) =>
    JSON.stringify(Object.fromEntries(table.columns.map(({ id }, at) => [id, plain(row[at])]))),
  );
  return new Blob([[JSON.stringify(about), ...lines, ''].join('\n')], { type: 'application/x-ndjson' });
}

function plain(cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell.kind === 'empty') return null;
  return cell.kind === 'moment' ? new Date(cell.value).toISOString() : cell.value;
}

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}' +
  'th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  '@media print{@page{size:landscape;margin:12mm}body{margin:0;font-size:9px}thead{display:table-header-group}tr{break-inside:avoid}}';

/** A page to print, which loads and runs nothing. */
function html(table: RowTable): Blob {
  const sheets = [rowSheet(table), dictionarySheet(table)];
  const title = markup(table.name);
  return new Blob(
    [
      `<!doctype html><html lang="${table.language}"><meta charset="utf-8"><title>${title}</title>`,
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      `<style>${STYLE}</style><h1>${title}</h1><p>${markup(rowWords(table).note)}</p>`,
      ...sheets.flatMap((sheet) => [`<h2>${markup(sheet.name)}</h2>`, htmlTable(sheet)]),
      '</html>\n',
    ],
    { type: 'text/html;charset=utf-8' },
  );
}

function htmlTable({ columns, rows }: Sheet): string {
  const head = columns.map(({ title }) => `<th scope="col">${markup(title)}</th>`).join('');
  const body = [...rows].map((row) => `<tr>${row.map((cell) => `<td>${shown(cell)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function shown(cell: Cell): string {
  if (cell.kind === 'empty') return '';
  return markup(cell.kind === 'moment' ? clockText(cell.value) : String(cell.value));
}
