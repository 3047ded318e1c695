import { canonical } from '../../core/canonical.ts';
import { LogFileError } from './error.ts';

export interface Line {
  readonly text: string;
  readonly value: unknown;
}

/** One line's bytes as text and value; `coding` and `form` are the codes for what is no UTF-8 and no JSON. */
export function parse(
  bytes: Uint8Array,
  coding: 'E_ENCODING' | 'E_NOT_LOG',
  form: 'E_SCHEMA' | 'E_NOT_LOG',
  line: number,
): Line {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new LogFileError(coding, { line, cause });
  }
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    // No cause: a parser's message quotes the text, which may be a buyer's.
    throw new LogFileError(form, { line });
  }
}

/** Names that reach an object's prototype. Inside a string its quotes are escaped, so this finds keys alone. */
const FORBIDDEN_KEY = /"(?:__proto__|constructor|prototype)":/;

/**
 * The value of a line that only our writer can have written: lines are canonical, so one comparison refuses a
 * second key of the same name, numbers that JSON can't hold, lone surrogates and depth beyond what recursion bears.
 */
export function ours({ text, value }: Line, line: number): unknown {
  let again: string;
  try {
    again = canonical(value);
  } catch (cause) {
    throw new LogFileError('E_SCHEMA', { line, detail: 'no canonical form', cause });
  }
  if (text !== `${again}\n`) throw new LogFileError('E_SCHEMA', { line, detail: 'not the canonical form' });
  if (FORBIDDEN_KEY.test(text)) throw new LogFileError('E_SCHEMA', { line, detail: 'a forbidden key' });
  return value;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
