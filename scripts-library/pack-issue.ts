import { WORDS } from './pack-words.ts';

export type PackIssueCode = keyof typeof WORDS;

/** What a person must have seen and agreed to before a pack with it is installed. */
export const CONSENTS = ['W_UNSIGNED', 'I_NEW_SIGNER'] as const satisfies readonly PackIssueCode[];
export type Consent = (typeof CONSENTS)[number];

/** One thing about a pack: a stable code, the place in it, and the detail that its sentence holds. */
export interface PackIssue {
  readonly code: PackIssueCode;
  /** Where, such as `scripts.3.body`; empty for the file as a whole. */
  readonly path: string;
  /** Where in the file, 1-based, if the file was a text. */
  readonly line?: number;
  readonly column?: number;
  /** At most 80 characters of the file, what cannot be seen written out. */
  readonly message: string;
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A character by its number, as people can look it up. */
export const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Some of a file's own words, fit to be shown. */
export function shown(words: string): string {
  const all = [...words];
  const cut = all.length > 80 ? `${all.slice(0, 79).join('')}…` : words;
  return cut.replace(HIDDEN, codePoint);
}

export function issue(
  code: PackIssueCode,
  path: string,
  message = '',
  at: { line?: number; column?: number } = {},
): PackIssue {
  return { code, path, message: shown(message), ...at };
}

/** Whether it keeps a pack out. */
export const isError = ({ code }: PackIssue): boolean => code.startsWith('E_');

/** An issue's sentence and what to do about it. */
export function sayIssue(
  { code, message }: PackIssue,
  language: 'zh-CN' | 'en',
): { readonly text: string; readonly hint: string } {
  const [zh, en, zhHint, enHint] = WORDS[code];
  const text = language === 'zh-CN' ? zh : en;
  return { text: text.replace('{…}', () => message), hint: language === 'zh-CN' ? zhHint : enHint };
}

/** Where it is, as a person finds it: 第 3 行第 7 列, or the path. */
export function sayPlace({ path, line, column }: PackIssue, language: 'zh-CN' | 'en'): string {
  if (line === undefined) return path;
  if (language === 'zh-CN') return `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}`;
  return `line ${line}${column === undefined ? '' : `:${column}`}`;
}
