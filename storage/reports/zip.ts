import { CRC_START, crcEnd, crcOn } from '../../core/crc32.ts';

/**
 * A zip container of deflated files, made with the platform's own `CompressionStream`. The spreadsheet libraries
 * compress larger sheets in a worker made from a blob address, which our pages' content security policy refuses.
 * Format: PKWARE APPNOTE 6.3.9, without zip64 (files under 4 GiB).
 */
export interface ZipFile {
  readonly path: string;
  /** The content in pieces, so that a long sheet never stands in memory at once. */
  readonly content: Iterable<string>;
}

interface Packed {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly packed: Blob;
}

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the format's first day: the same content gives the same bytes. */
const NO_DATE = 0x0021;
const PIECE = 64 * 1024;

/** Joins small pieces, so that compression is not called for every cell. */
function* inBlocks(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < PIECE) continue;
    yield encoder.encode(block);
    block = '';
  }
  if (block) yield encoder.encode(block);
}

async function pack({ path, content }: ZipFile): Promise<Packed> {
  let crc = CRC_START;
  let size = 0;
  const deflate = new CompressionStream('deflate-raw');
  const packed = new Response(deflate.readable).blob();
  const writer = deflate.writable.getWriter();
  for (const bytes of inBlocks(content)) {
    crc = crcOn(crc, bytes);
    size += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  return { name: new TextEncoder().encode(path), crc: crcEnd(crc), size, packed: await packed };
}

/** Little-endian fields; the width of each in bytes stands before it. */
function record(fields: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(fields.reduce((sum, [width]) => sum + width, 0)));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(bytes.buffer);
}

const common = ({ name, crc, size, packed }: Packed) =>
  [
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, DEFLATE],
    [2, 0],
    [2, NO_DATE],
    [4, crc],
    [4, packed.size],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const;

/** Packs the files in the order given. */
export async function zip(files: readonly ZipFile[], type: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = await pack(file);
    const head = record([[4, 0x04034b50], ...common(entry)]);
    parts.push(head, entry.name, entry.packed);
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    directory.push(record([[4, 0x02014b50], [2, VERSION], ...common(entry), ...rest]), entry.name);
    offset += head.length + entry.name.length + entry.packed.size;
  }
  const listed = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, listed],
    [4, offset],
    [2, 0],
  ]);
  return new Blob([...parts, ...directory, end], { type });
}
