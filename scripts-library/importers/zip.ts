import { CRC_START, crcEnd, crcOn } from '../../core/crc32.ts';
import { issue, type PackIssue, type PackIssueCode } from '../pack-issue.ts';

/** Thrown inside the importers, and turned into an answer at their edge. */
export class ImportTrouble extends Error {
  override readonly name = 'ImportTrouble';
  readonly found: PackIssue;

  constructor(code: PackIssueCode, message = '', path = '') {
    super(code);
    this.found = issue(code, path, message);
  }
}

/** What an archive may unpack to. Declared sizes are never believed: real bytes are counted. */
export const ARCHIVE_LIMITS = { entries: 200, bytes: 128 * 2 ** 20, ratio: 100, ratioFrom: 2 ** 20 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const HEAD = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** A zip archive (PKWARE APPNOTE 6.3.9, no zip64) whose directory has been looked at; entries are unpacked on demand. */
export interface Archive {
  readonly names: readonly string[];
  /** @throws {ImportTrouble} */
  text(name: string): Promise<string | null>;
}

/** @throws {ImportTrouble} */
export function openZip(bytes: Uint8Array<ArrayBuffer>): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22 || view.getUint32(0, true) !== HEAD) throw new ImportTrouble('E_ARCHIVE', '@0');
  const entries = directory(bytes, view);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const spent = { bytes: 0 };
  return {
    names: [...byName.keys()],
    text: async (name) => {
      const entry = byName.get(name);
      if (!entry) return null;
      const raw = await unpack(bytes, view, entry, spent);
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(raw);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new ImportTrouble('E_ENCODING', entry.name);
      }
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): Entry[] {
  let end = bytes.length - 22;
  const least = Math.max(0, end - 65_535);
  while (end >= least && view.getUint32(end, true) !== END) end -= 1;
  if (end < least) throw new ImportTrouble('E_ARCHIVE', 'directory');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > ARCHIVE_LIMITS.entries)
    throw new ImportTrouble('E_ARCHIVE_LIMIT', `${count} > ${ARCHIVE_LIMITS.entries}`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== LISTED)
      throw new ImportTrouble('E_ARCHIVE', 'directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    const mode = view.getUint32(at + 38, true) >>> 16;
    checkEntry(entry, {
      flags: view.getUint16(at + 8, true),
      link: (mode & 0xf000) === 0xa000,
      known: names.has(name),
    });
    names.add(name);
    entries.push(entry);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > ARCHIVE_LIMITS.bytes)
    throw new ImportTrouble('E_ARCHIVE_LIMIT', `> ${ARCHIVE_LIMITS.bytes / 2 ** 20} MiB`);
  return apart(entries);
}

function checkEntry(
  { name, method, size, packed }: Entry,
  { flags, link, known }: { readonly flags: number; readonly link: boolean; readonly known: boolean },
): void {
  const refuse = (why: string): never => {
    throw new ImportTrouble('E_ARCHIVE_ENTRY', `${name} (${why})`);
  };
  if (name === '' || name.includes('\0') || /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(name))
    refuse('path');
  if (known) refuse('twice');
  if (link) refuse('link');
  if (flags & ENCRYPTED) refuse('encrypted');
  if (size === 0xffffffff || packed === 0xffffffff) refuse('zip64');
  if (method !== STORED && method !== DEFLATED) refuse(`method ${method}`);
  if (/\.(?:zip|jar|7z|rar)$/iu.test(name)) refuse('nested');
}

/** Entries that share bytes unpack far more than there is (a quoted bomb). */
function apart(entries: Entry[]): Entry[] {
  const sorted = [...entries].sort((a, b) => a.at - b.at);
  for (const [index, { at, packed, name }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && at + 30 + packed > next.at) throw new ImportTrouble('E_ARCHIVE_ENTRY', `${name} (overlap)`);
  }
  return entries;
}

async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  entry: Entry,
  spent: { bytes: number },
): Promise<Uint8Array> {
  const { at, name, packed, method } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== HEAD) throw new ImportTrouble('E_ARCHIVE', name);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new ImportTrouble('E_ARCHIVE', name);
  const stored = bytes.subarray(from, from + packed);
  const pieces = method === STORED ? [stored] : await inflate(stored, name, spent);
  let crc = CRC_START;
  let size = 0;
  for (const piece of pieces) {
    crc = crcOn(crc, piece);
    size += piece.length;
  }
  if (crcEnd(crc) !== entry.crc || size !== entry.size) throw new ImportTrouble('E_ARCHIVE_CRC', name);
  const whole = new Uint8Array(size);
  let to = 0;
  for (const piece of pieces) {
    whole.set(piece, to);
    to += piece.length;
  }
  return whole;
}

async function inflate(
  stored: Uint8Array<ArrayBuffer>,
  name: string,
  spent: { bytes: number },
): Promise<Uint8Array[]> {
  const reader = new Blob([stored]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return pieces;
      size += value.length;
      spent.bytes += value.length;
      const { bytes, ratio, ratioFrom } = ARCHIVE_LIMITS;
      if (spent.bytes > bytes || (size > ratioFrom && size > stored.length * ratio))
        throw new ImportTrouble('E_ARCHIVE_LIMIT', name);
      pieces.push(value);
    }
  } catch (error) {
    if (error instanceof ImportTrouble) throw error;
    throw new ImportTrouble('E_ARCHIVE', name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
