import type { Field, FieldProblem, Form, Values } from './form.ts';
import { readValue } from './read-value.ts';

export interface Filled {
  /** The canonical values of all that could be read. */
  readonly values: Values;
  /** What could not: it is kept out of `values`, and nothing else is lost for it. */
  readonly problems: readonly FieldProblem[];
}

/** Reads what was entered into a form. Empty entries are no problem here: a record is saved as far as it is known. */
export function fill(form: Form, entered: Readonly<Record<string, string>>): Filled {
  const values: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const { id, type } of form.fields) {
    const typed = entered[id] ?? '';
    if (typed.trim() === '') continue;
    const read = readValue(type, typed);
    if (read.ok) values[id] = read.value;
    else problems.push({ field: id, problem: read.problem });
  }
  return { values, problems };
}

/** What is still missing before a record counts as complete. */
export const missing = (form: Form, values: Values): FieldProblem[] =>
  form.complete.filter((id) => values[id] === undefined).map((field) => ({ field, problem: 'missing' }));

/** What a person reads in a table for a value: a choice's title, everything else as it is kept. */
export function shown({ type }: Field, value: string, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  if (type.kind !== 'choice') return value;
  const option = type.options.find(({ id }) => id === value);
  return (language === 'en' ? option?.titleEn : option?.title) ?? value;
}

/** A form's fields that hold personal values, by id. */
export const personalFields = (forms: readonly Form[]): ReadonlySet<string> =>
  new Set(
    forms.flatMap(({ fields }) => fields.filter(({ type }) => type.kind === 'personal').map(({ id }) => id)),
  );
