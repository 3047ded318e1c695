import Papa from 'papaparse';
import { type Cell, clockText, type Sheet, toSafe } from './sheet.ts';

/** Excel takes a file for UTF-8 only if it begins with this mark. */
const BOM = '\uFEFF';

function plain(cell: Cell): string | number {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return toSafe(cell.value);
    case 'moment':
      return clockText(cell.value);
    case 'number':
    case 'share':
      return cell.value;
  }
}

/**
 * One sheet as CSV: UTF-8 with mark, commas, CRLF (RFC 4180), texts that a spreadsheet might compute made safe.
 * Shares are 0–1, times local.
 */
export function toCsv(sheet: Sheet): string {
  const rows = [
    sheet.columns.map((column) => toSafe(column.title)),
    ...[...sheet.rows].map((row) => row.map(plain)),
  ];
  return `${BOM}${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

/** {@link toCsv} as a file's content. */
export const csvBlob = (sheet: Sheet): Blob => new Blob([toCsv(sheet)], { type: 'text/csv;charset=utf-8' });
