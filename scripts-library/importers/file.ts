import { decodeText } from '../decode.ts';
import { issue, type PackIssue } from '../pack-issue.ts';
import { PACK_FORMAT, PACK_LIMITS } from '../pack-limits.ts';
import { type Found, readPack, readPackValue, tooLarge } from '../read-pack.ts';
import { readCsv } from './csv.ts';
import { readSheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';
import { readYaml } from './yaml.ts';
import { ImportTrouble } from './zip.ts';

/** What a file is by its name; its content must then agree. */
export type FileKind = 'pack' | 'yaml' | 'csv' | 'xlsx';

const KINDS: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:cspack|json)$/iu, 'pack'],
  [/\.ya?ml$/iu, 'yaml'],
  [/\.(?:csv|tsv|txt)$/iu, 'csv'],
  [/\.xlsx$/iu, 'xlsx'],
];

export const kindOf = (name: string): FileKind | null => KINDS.find(([sign]) => sign.test(name))?.[1] ?? null;

/** A spreadsheet carries its looks with it. */
export const MOST_SHEET_BYTES = 16 * 2 ** 20;

/** What a draft leaves to be filled in: who makes it, today, and the next version of a pack. */
export interface DraftOptions {
  /** The file's name. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The highest version of a pack that is known; 0 for none. */
  readonly highest: (id: string) => number | Promise<number>;
  readonly id?: string;
  readonly title?: string;
  readonly publisher?: string;
}

const failed = (...errors: PackIssue[]): Found => ({ ok: false, errors });

/**
 * Any file that a team hands out scripts in, as a pack: `.cspack` and JSON as they stand; YAML, CSV and XLSX as drafts,
 * which are completed. Never throws for what a file holds; nothing half-read comes out.
 */
export async function openPackFile(bytes: Uint8Array<ArrayBuffer>, options: DraftOptions): Promise<Found> {
  const kind = kindOf(options.name);
  if (kind === null) return failed(issue('E_FILE_TYPE', '', options.name.slice(-40)));
  if (bytes.length === 0) return failed(issue('E_EMPTY', ''));
  if (kind === 'pack') return readPack(bytes);
  const large = tooLarge(bytes.length, kind === 'xlsx' ? MOST_SHEET_BYTES : PACK_LIMITS.bytes);
  if (large) return failed(large);
  try {
    return kind === 'yaml' ? await fromYaml(bytes, options) : await fromSheet(bytes, kind, options);
  } catch (error) {
    if (error instanceof ImportTrouble) return failed(error.found);
    throw error;
  }
}

async function fromYaml(bytes: Uint8Array, options: DraftOptions): Promise<Found> {
  const decoded = decodeText(bytes, { as: 'sheet' });
  if (!decoded.ok) return failed(decoded.error);
  const read = readYaml(decoded.text);
  if (!read.ok) return failed(...read.errors);
  return finish(await completeDraft(read.value, options), decoded.notes);
}

async function fromSheet(
  bytes: Uint8Array<ArrayBuffer>,
  kind: 'csv' | 'xlsx',
  options: DraftOptions,
): Promise<Found> {
  const decoded = kind === 'csv' ? decodeText(bytes, { as: 'sheet' }) : null;
  if (decoded && !decoded.ok) return failed(decoded.error);
  const rows = decoded ? readCsv(decoded.text) : await readXlsx(bytes);
  const { notes, ...lists } = readSheet(rows, options.name.slice(0, 60));
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return finish(await completeDraft(filled, options), [...(decoded?.notes ?? []), ...notes]);
}

async function finish(value: unknown, notes: readonly PackIssue[]): Promise<Found> {
  const found = await readPackValue(value);
  return found.ok ? { ...found, notes: [...notes, ...found.notes] } : found;
}

/** A file's name as an id: its letters and digits, else a stand-in. */
const idFrom = (name: string): string =>
  name
    .replace(/\.[^.]*$/u, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60) || 'local-sheet';

/**
 * Fills in what a draft leaves out, so that one with a title and a notice is a whole pack: the version is today's date
 * as a number, or the next after the highest known, so that it can go out again the same day.
 */
export async function completeDraft(value: unknown, options: DraftOptions): Promise<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const draft = value as Record<string, unknown>;
  const { name, day } = options;
  const id = typeof draft.id === 'string' ? draft.id : (options.id ?? idFrom(name));
  const today = Number(day.replaceAll('-', ''));
  return {
    format: PACK_FORMAT,
    id,
    version: Math.max(today, (await options.highest(id)) + 1),
    title: options.title ?? name.replace(/\.[^.]*$/u, ''),
    publisher: options.publisher ?? '本机',
    platforms: [],
    effective: day,
    license: 'internal',
    rules: [],
    scripts: [],
    ...draft,
  };
}
