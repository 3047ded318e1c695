import { decodeText } from './decode.ts';
import { signatureSchema } from './pack.schema.ts';
import { type Pack, packHash, parsePack } from './pack.ts';
import { issue, type PackIssue } from './pack-issue.ts';
import { PACK_LIMITS } from './pack-limits.ts';
import { shapeIssues } from './pack-shape.ts';
import { type PackSignature, verifies } from './sign.ts';
import { parseStrictJson } from './strict-json.ts';

/** A pack as it was found in a file: whole, or not at all. */
export interface FoundPack {
  readonly pack: Pack;
  readonly hash: string;
  /** Its publisher's mark, which fits; null if it carries none. */
  readonly signature: PackSignature | null;
  readonly notes: readonly PackIssue[];
}

export type Found =
  | ({ readonly ok: true } & FoundPack)
  | { readonly ok: false; readonly errors: readonly PackIssue[] };

const failed = (...errors: PackIssue[]): Found => ({ ok: false, errors });

/** First bytes of what people take for a pack: PNG, JPEG, GIF, zip, gzip, PDF. */
const OTHERS = ['89504e47', 'ffd8ff', '47494638', '504b0304', '1f8b', '25504446'];

/** A file over the limit is refused by its size alone, unread. */
export const tooLarge = (bytes: number, limit: number = PACK_LIMITS.bytes): PackIssue | null =>
  bytes > limit ? issue('E_TOO_LARGE', '', `${(bytes / 2 ** 20).toFixed(1)} > ${limit / 2 ** 20} MiB`) : null;

/**
 * Reads a `.cspack`: size, encoding, strict JSON, shape, meaning, signature, in this order, each seeing only what the
 * one before let through. Never throws for what a file holds.
 */
export async function readPack(bytes: Uint8Array): Promise<Found> {
  const large = tooLarge(bytes.length);
  if (large) return failed(large);
  const head = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (OTHERS.some((magic) => head.startsWith(magic)))
    return failed(issue('E_NOT_JSON', '', '@0', { line: 1, column: 1 }));
  const decoded = decodeText(bytes, { as: 'pack' });
  if (!decoded.ok) return failed(decoded.error);
  const json = parseStrictJson(decoded.text);
  if (!json.ok) return failed(json.error);
  return readPackValue(json.value);
}

/** The same from a value that some other reader made (YAML, a sheet). */
export async function readPackValue(value: unknown): Promise<Found> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(issue('E_SCHEMA', '', 'root'));
  const { signature: mark, ...rest } = value as Record<string, unknown>;
  const parsed = parsePack(rest);
  if (!parsed.ok) return parsed;
  const { pack, notes } = parsed;
  const hash = packHash(pack);
  if (mark === undefined)
    return { ok: true, pack, hash, signature: null, notes: [...notes, issue('W_UNSIGNED', '')] };
  const signature = signatureSchema.safeParse(mark);
  if (!signature.success) return { ok: false, errors: shapeIssues(signature.error.issues, mark) };
  // The mark is over what the publisher wrote, which the schema may have trimmed.
  if (!(await verifies(rest as unknown as Pack, signature.data)))
    return failed(issue('E_SIGNATURE', 'signature'));
  return { ok: true, pack, hash, signature: signature.data, notes };
}
