/**
 * A form is data: an ordered choice of fields. A field's id means the same in every form, so what was entered once
 * fills all of them. Values are kept as text in one canonical writing each, which is what the log holds.
 */
export interface Form {
  readonly id: string;
  /** The form's name in the trade. */
  readonly title: string;
  readonly titleEn: string;
  /** Question classes that suggest this form, by the ids of the `classify` door. */
  readonly categories: readonly string[];
  /** At most three: all that a new record asks for. */
  readonly quick: readonly string[];
  /** What must be known before the record is complete. */
  readonly complete: readonly string[];
  readonly fields: readonly Field[];
}

export interface Field {
  readonly id: string;
  /** The column's name in tables, in the trade's words. */
  readonly title: string;
  readonly titleEn: string;
  readonly type: FieldType;
}

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
}

export type FieldType =
  | { readonly kind: 'text'; readonly max: number }
  /** A buyer's personal value: kept apart from the log, under retention, erased with the buyer. */
  | { readonly kind: 'personal'; readonly what: 'name' | 'contact' | 'address'; readonly max: number }
  /** Numbers that others gave: orders, parcels. Letters, digits, hyphens, underscores. */
  | { readonly kind: 'code' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  /** Yuan with two decimals: `12.50`. */
  | { readonly kind: 'money' }
  /** A whole number, zero or more. */
  | { readonly kind: 'count' }
  /** A local day, `YYYY-MM-DD`. */
  | { readonly kind: 'day' }
  /** Local time, `YYYY-MM-DD HH:mm`. */
  | { readonly kind: 'moment' };

/** What was entered, by field id. An absent field was not entered; nothing is ever the empty text. */
export type Values = Readonly<Record<string, string>>;

export type Problem =
  | 'missing'
  | 'too-long'
  | 'not-a-code'
  | 'not-a-choice'
  | 'not-money'
  | 'not-a-count'
  | 'not-a-day'
  | 'not-a-moment';

export interface FieldProblem {
  readonly field: string;
  readonly problem: Problem;
}
