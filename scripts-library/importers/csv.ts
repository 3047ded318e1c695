import Papa from 'papaparse';
import { ImportTrouble } from './zip.ts';

/**
 * The cells of a CSV or TSV text (RFC 4180; the separator is found by its first line), rows that are empty left out
 * of the end only, so that the n-th row is the n-th of the sheet. A formula is text and nothing else.
 *
 * @throws {ImportTrouble} E_EMPTY, E_CSV_QUOTE with the line
 */
export function readCsv(text: string): string[][] {
  const head = text.slice(0, 2000).split(/\r\n|\r|\n/u)[0] ?? '';
  const counts = [',', '\t', ';', '，'].map((sign) => [sign, head.split(sign).length] as const);
  const [delimiter] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  const newline = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote) throw new ImportTrouble('E_CSV_QUOTE', `${lineOf(text, quote.index ?? 0)}`);
  const rows = data.map((row) => row.map((cell) => cell.replace(/^\r|\r$/gu, '')));
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) throw new ImportTrouble('E_EMPTY');
  return rows;
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\r|\n/u).length;
