import { zip } from '../../storage/reports/zip.ts';

/** A spreadsheet's parts as a real archive. */
export async function xlsxBytes(parts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const files = Object.entries(parts).map(([path, text]) => ({ path, content: [text] }));
  return new Uint8Array(await (await zip(files, 'application/zip')).arrayBuffer());
}

const cellsOf = (row: readonly string[], at: number): string =>
  row
    .map(
      (text, column) =>
        `<c r="${String.fromCharCode(65 + column)}${at}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('');

export const sheetXml = (rows: readonly (readonly string[])[]): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows
    .map((row, index) => `<row r="${index + 1}">${cellsOf(row, index + 1)}</row>`)
    .join('')}</sheetData></worksheet>`;

export const SHEET = 'xl/worksheets/sheet1.xml';

/** Where the n-th entry of the central directory begins. */
export function listed(bytes: Uint8Array, n = 0): number {
  const view = new DataView(bytes.buffer);
  let found = -1;
  for (let at = 0; at + 4 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && ++found === n) return at;
  throw new Error('no such entry');
}

/** The bytes with a little-endian number written over them. */
export function patched(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  value: number,
  width: 2 | 4,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  if (width === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}
