/**
 * A cell as data: writers decide how it looks. `share` is 0–1; `moment` what the local clock shows, in milliseconds as if it were UTC.
 */
export type Cell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'share' | 'moment'; readonly value: number }
  | { readonly kind: 'empty' };

export interface Sheet {
  readonly name: string;
  /** `width` in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: Iterable<readonly Cell[]>;
}

const EMPTY: Cell = { kind: 'empty' };

export const text = (value: string | null): Cell =>
  value === null || value === '' ? EMPTY : { kind: 'text', value };
export const number = (value: number | null): Cell => (value === null ? EMPTY : { kind: 'number', value });
export const share = (value: number | null): Cell => (value === null ? EMPTY : { kind: 'share', value });
export const moment = (value: number | null): Cell => (value === null ? EMPTY : { kind: 'moment', value });

/**
 * What a spreadsheet may take for a formula: = + - @ and their full-width twins, tab, return, line feed and NUL in
 * front, also behind spaces or quotes. Source: OWASP ASVS 5 1.2.10.
 */
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠\t\r\n\0]/;

/** Whether a text must not stand in a cell as it is. */
export const looksLikeFormula = (value: string): boolean => FORMULA.test(value);

/** The text with an apostrophe in front where a spreadsheet might compute it. {@link fromSafe} takes it off again. */
export const toSafe = (value: string): string => (looksLikeFormula(value) ? `'${value}` : value);

/** The text as it was before {@link toSafe}. */
export const fromSafe = (value: string): string =>
  value.startsWith("'") && looksLikeFormula(value.slice(1)) ? value.slice(1) : value;

/** 2025-11-21 14:02:58 */
export const clockText = (local: number): string =>
  new Date(local).toISOString().slice(0, 19).replace('T', ' ');
