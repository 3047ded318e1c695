import { z } from 'zod';
import { fromBase64, toBase64 } from '../log-file/base64.ts';
import { keyIdOf, POINT_BYTES, publicHalf } from './point.ts';

const FORM = 'counterside-receiving-key';
const VERSION = 1;
/** A file of ours is some 250 bytes. */
const MAX_BYTES = 4096;
export const MAX_LABEL = 40;

/** The public half of a supervisor's key as it goes to agents. Nothing signs it: people compare its fingerprint. */
export interface PublicKeyFile {
  readonly label: string;
  readonly point: Uint8Array<ArrayBuffer>;
  /** Local day on which the key was made (YYYY-MM-DD). */
  readonly made: string;
}

/**
 * Why a file is no key that a log can be encrypted to. `curve`: a key of another kind or curve; `point`: not on its
 * curve, so nobody can have its other half.
 */
export type Refusal = 'too-large' | 'not-key' | 'private' | 'newer' | 'damaged' | 'curve' | 'point';

export type ReadKey =
  | { readonly kind: 'key'; readonly id: string; readonly file: PublicKeyFile }
  | { readonly kind: 'refused'; readonly why: Refusal };

const schema = z.strictObject({
  form: z.literal(FORM),
  version: z.literal(VERSION),
  /** Shown to whoever gets the file: nothing in it that hides or turns round what follows. */
  label: z.string().refine((label) => label !== '' && label === labelOf(label)),
  key: z.base64(),
  made: z.iso.date(),
});

/** What a key may be called: on one line, without characters that can't be seen. Empty if nothing is left. */
export const labelOf = (typed: string): string =>
  typed
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_LABEL)
    .toWellFormed()
    .trim();

/** The file of a key's public half. */
export function writePublicFile({ label, point, made }: PublicKeyFile): Blob {
  const value = { form: FORM, version: VERSION, label, key: toBase64(point), made };
  return new Blob([`${JSON.stringify(schema.parse(value), null, 2)}\n`], { type: 'application/json' });
}

/** Reads the file of a public half. A refused file is forgotten: it may hold somebody's secret. */
export async function readPublicFile(file: Blob): Promise<ReadKey> {
  if (file.size > MAX_BYTES) return refused('too-large');
  const text = await file.text();
  const value = jsonOf(text);
  if (holdsPrivateKey(text, value)) return refused('private');
  if (!isRecord(value) || value.form !== FORM) return refused('not-key');
  if (typeof value.version === 'number' && value.version > VERSION) return refused('newer');
  const read = schema.safeParse(value);
  if (!read.success) return refused('damaged');
  const { label, key, made } = read.data;
  const point = fromBase64(key);
  if (point.length !== POINT_BYTES || point[0] !== 4) return refused('curve');
  if (!(await publicHalf(point))) return refused('point');
  return { kind: 'key', id: keyIdOf(point), file: { label, point, made } };
}

const refused = (why: Refusal): ReadKey => ({ kind: 'refused', why });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no key of ours, whatever else it may be.
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A private key as other programs write one: PEM and OpenSSH (RFC 7468), PGP, JWK (`d`, RFC 7518 §6). */
const holdsPrivateKey = (text: string, value: unknown): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY/.test(text) || (isRecord(value) && ('d' in value || 'privateKey' in value));
