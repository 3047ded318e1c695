import { fill, shown } from '../../core/forms/fill.ts';
import type { Field, Form, Problem, Values } from '../../core/forms/form.ts';
import { type Cell, number, type Sheet, text } from './sheet.ts';

/** One record of a register: its case's number and what was entered. */
export interface FormRow {
  readonly id: string;
  readonly values: Values;
}

/** The column that names the record, so that a table that comes back finds its cases. */
const ID = { title: '跟进单号', titleEn: 'Case', width: 28 };

const WIDE = 40;
const NARROW = 16;

function cell(field: Field, value: string | undefined, language: 'zh-CN' | 'en'): Cell {
  if (value === undefined) return { kind: 'empty' };
  return field.type.kind === 'money' || field.type.kind === 'count'
    ? number(Number(value))
    : text(shown(field, value, language));
}

/** A form's records as a table: a column a field, named in the trade's words. A view; the log holds the facts. */
export function formSheet(form: Form, rows: readonly FormRow[], language: 'zh-CN' | 'en' = 'zh-CN'): Sheet {
  const en = language === 'en';
  const title = (one: { title: string; titleEn: string }) => (en ? one.titleEn : one.title);
  return {
    name: title(form),
    columns: [
      { title: title(ID), width: ID.width },
      ...form.fields.map((field) => ({
        title: title(field),
        width: field.type.kind === 'text' && field.type.max > 100 ? WIDE : NARROW,
      })),
    ],
    rows: rows.map(({ id, values }) => [
      text(id),
      ...form.fields.map((field) => cell(field, values[field.id], language)),
    ]),
  };
}

/** Something in a table that could not be taken over. `row` counts as a spreadsheet does, the titles being row 1. */
export type TableProblem =
  | { readonly kind: 'cell'; readonly row: number; readonly column: string; readonly problem: Problem }
  | { readonly kind: 'unknown-column'; readonly column: string }
  | { readonly kind: 'missing-column'; readonly column: string }
  | { readonly kind: 'twice'; readonly row: number; readonly id: string };

export interface FormTable {
  readonly rows: readonly FormRow[];
  readonly problems: readonly TableProblem[];
}

/**
 * Reads a table of a form back, columns in any order and by either language's titles. A cell that makes no sense is
 * left out and named; the rest of its row stays. A row without a number gets none: it is a new record.
 */
export function readFormTable(form: Form, table: readonly (readonly string[])[]): FormTable {
  const [titles = [], ...body] = table;
  const named = (one: { title: string; titleEn: string }) => (title: string) =>
    title.trim() === one.title || title.trim() === one.titleEn;
  const places = form.fields.map((field) => ({ field, at: titles.findIndex(named(field)) }));
  const idAt = titles.findIndex(named(ID));
  const taken = new Set([idAt, ...places.map(({ at }) => at)]);
  const problems: TableProblem[] = [
    ...titles.flatMap((column, at) =>
      taken.has(at) || column.trim() === '' ? [] : [{ kind: 'unknown-column' as const, column }],
    ),
    ...places.flatMap(({ field, at }) =>
      at < 0 ? [{ kind: 'missing-column' as const, column: field.title }] : [],
    ),
  ];
  const seen = new Set<string>();
  const rows = body.flatMap((cells, index) => {
    const row = index + 2;
    const id = cells[idAt]?.trim() ?? '';
    const entered = Object.fromEntries(places.map(({ field, at }) => [field.id, cells[at] ?? '']));
    const { values, problems: wrong } = fill(form, entered);
    for (const { field, problem } of wrong) {
      const column = form.fields.find((one) => one.id === field)?.title ?? field;
      problems.push({ kind: 'cell', row, column, problem });
    }
    if (id !== '' && seen.has(id)) {
      problems.push({ kind: 'twice', row, id });
      return [];
    }
    seen.add(id);
    return Object.keys(values).length === 0 ? [] : [{ id, values }];
  });
  return { rows, problems };
}
