import { handOverSchema } from '../../core/hand-over.schema.ts';
import { HAND_OVER_FORMAT, HAND_OVER_LIMITS, type HandOver } from '../../core/hand-over.ts';
import { decodeText } from '../../scripts-library/decode.ts';
import { CLASSES } from '../../scripts-library/pack-sections.ts';
import { parseStrictJson } from '../../scripts-library/strict-json.ts';

/** A hand-over file that is not taken, with the reason as a code that a page has words for. */
export class HandOverError extends Error {
  override readonly name = 'HandOverError';
  readonly code: 'too-big' | 'not-json' | 'not-ours' | 'other-version' | 'damaged';
  /** The field that is wrong; empty where none is to be named. */
  readonly where: string;

  constructor(code: HandOverError['code'], where = '') {
    super(where === '' ? code : `${code}: ${where}`);
    this.code = code;
    this.where = where;
  }
}

const CATEGORIES: ReadonlySet<string> = new Set(CLASSES);
const FAMILY = HAND_OVER_FORMAT.slice(0, HAND_OVER_FORMAT.indexOf('/') + 1);

function formatOf(value: unknown): string {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  return typeof format === 'string' ? format : '';
}

/**
 * The case in a hand-over file. All or nothing: what the format does not know is an error, since nobody can say what it
 * meant.
 *
 * @throws {HandOverError} if the file is too big, no JSON, of another kind or version, or holds what may not be
 */
export async function readHandOver(file: Blob): Promise<HandOver> {
  if (file.size > HAND_OVER_LIMITS.bytes) throw new HandOverError('too-big');
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()), { as: 'pack' });
  if (!decoded.ok) throw new HandOverError('not-json');
  const json = parseStrictJson(decoded.text);
  if (!json.ok) throw new HandOverError('not-json', json.error.path);
  const format = formatOf(json.value);
  if (!format.startsWith(FAMILY)) throw new HandOverError('not-ours');
  if (format !== HAND_OVER_FORMAT) throw new HandOverError('other-version');
  const read = handOverSchema.safeParse(json.value);
  if (!read.success) throw new HandOverError('damaged', read.error.issues[0]?.path.join('.') ?? '');
  if (!CATEGORIES.has(read.data.case.category)) throw new HandOverError('damaged', 'case.category');
  return read.data;
}
