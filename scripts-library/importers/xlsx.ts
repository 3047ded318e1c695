import { xmlTokens } from './xml.ts';
import { type Archive, ImportTrouble, openZip } from './zip.ts';

/** What a sheet of scripts may measure. A used cell beyond it is a mistake, however empty the rest is. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/** Parts with macros, data from elsewhere, or embedded objects. */
const ACTIVE = /vbaProject|externalLink|embeddings\/|oleObject|activeX|ddeLink|connections\.xml$/iu;

/**
 * The texts of a workbook's first sheet that holds any, row by row (ECMA-376, SpreadsheetML). Formulas are never
 * evaluated: what was computed last is read. Numbers stay as they are written.
 *
 * The kept reader builds workers from blob addresses, which our pages' content security policy refuses, and believes
 * the sizes that an archive declares.
 *
 * @throws {ImportTrouble}
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const archive = openZip(bytes);
  const active = archive.names.find((name) => ACTIVE.test(name));
  if (active !== undefined) throw new ImportTrouble('E_XLSX_ACTIVE_CONTENT', active);
  const strings = await sharedStrings(archive);
  const sheets = archive.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/u.test(name)).sort(byNumber);
  for (const name of sheets) {
    const rows = readSheet((await archive.text(name)) ?? '', strings);
    if (rows.some((row) => row.some((cell) => cell.trim() !== ''))) return rows;
  }
  throw new ImportTrouble(sheets.length === 0 ? 'E_ARCHIVE' : 'E_EMPTY', 'xl/worksheets');
}

const byNumber = (a: string, b: string): number => numberIn(a) - numberIn(b) || (a < b ? -1 : 1);
const numberIn = (name: string): number => Number(/\d+/u.exec(name)?.[0] ?? 0);

async function sharedStrings(archive: Archive): Promise<string[]> {
  const xml = await archive.text('xl/sharedStrings.xml');
  const strings: string[] = [];
  let current: string | null = null;
  let inText = false;
  let phonetic = false;
  for (const token of xml === null ? [] : xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText && !phonetic && current !== null) current += token.text;
      continue;
    }
    const open = token.kind === 'open';
    if (token.name === 'si') {
      if (!open && current !== null) strings.push(current);
      current = open ? '' : null;
    } else if (token.name === 't') inText = open;
    else if (token.name === 'rPh') phonetic = open;
  }
  return strings;
}

interface Cell {
  readonly at: string;
  readonly type: string;
  value: string;
}

function readSheet(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  let cell: Cell | null = null;
  let reading = false;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (reading && cell) cell.value += token.text;
    } else if (token.name === 'c') {
      if (token.kind === 'close' && cell) place(rows, cell, strings);
      cell =
        token.kind === 'open'
          ? { at: token.attributes['@r'] ?? '', type: token.attributes['@t'] ?? 'n', value: '' }
          : null;
    } else if (token.name === 'v' || token.name === 't') reading = token.kind === 'open';
  }
  return rows;
}

function place(rows: string[][], { at, type, value }: Cell, strings: readonly string[]): void {
  if (value === '') return;
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(at) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  if (column === 0 || row === 0) throw new ImportTrouble('E_XLSX_CELL', at);
  if (row > MOST_ROWS) throw new ImportTrouble('E_LIMIT', `${at}, ≤ ${MOST_ROWS}`);
  if (column > MOST_COLUMNS) throw new ImportTrouble('E_LIMIT', `${at}, ≤ ${MOST_COLUMNS}`);
  if (type === 'e') throw new ImportTrouble('E_XLSX_CELL', `${at} ${value}`);
  const text = type === 's' ? strings[Number(value)] : value;
  if (text === undefined) throw new ImportTrouble('E_XLSX_CELL', `${at} → ${value}`);
  while (rows.length < row) rows.push([]);
  const cells = rows[row - 1] ?? [];
  while (cells.length < column) cells.push('');
  cells[column - 1] = text;
}
