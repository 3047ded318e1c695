import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import { fromSafe } from './sheet.ts';

/** A table file that cannot be read, with the reason as a code that a page has words for. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly code: 'too-big' | 'not-a-table' | 'empty';

  constructor(code: TableError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A register of a busy shop's month stays far below. */
const MAX_BYTES = 20_000_000;
const MAX_ROWS = 200_000;

/** The first bytes of a zip, which an .xlsx is. */
const ZIP = [0x50, 0x4b];

const day = (date: Date): string =>
  date.toISOString().endsWith('T00:00:00.000Z')
    ? date.toISOString().slice(0, 10)
    : date.toISOString().slice(0, 16).replace('T', ' ');

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? day(cell) : String(cell);
}

/**
 * The rows of a CSV file (UTF-8 or GB18030) or of an XLSX file's first sheet, every cell as text. Dates come as
 * `YYYY-MM-DD`, with `HH:mm` where they have a time of day.
 *
 * @throws {TableError} if the file is too big, is no table or has no rows
 */
export async function readTable(file: Blob): Promise<string[][]> {
  if (file.size > MAX_BYTES) throw new TableError('too-big', `${file.size} bytes`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const zipped = ZIP.every((byte, at) => bytes[at] === byte);
  const rows = zipped ? await readXlsx(bytes) : readCsv(bytes);
  if (rows.length > MAX_ROWS) throw new TableError('too-big', `${rows.length} rows`);
  if (rows.length === 0) throw new TableError('empty', 'no rows');
  return rows;
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  try {
    const rows = await readSheet(new Blob([bytes]));
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    throw new TableError('not-a-table', error instanceof Error ? error.name : typeof error);
  }
}

/** Excel in a Chinese Windows saves CSV in its own code page; what is no UTF-8 is read as that. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new TableError('not-a-table', 'binary content');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.map((row) => row.map(fromSafe));
}
