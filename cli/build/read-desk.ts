import type { DeskCatalogue } from '../../core/desk.ts';
import { authoritySchema, escalationRuleSchema, flowSchema } from '../../core/flows/flow.schema.ts';
import type { Flow } from '../../core/flows/flow.ts';
import { formSchema } from '../../core/forms/form.schema.ts';
import type { Field, Form } from '../../core/forms/form.ts';
import { shiftSchema } from '../../core/shifts/roster.schema.ts';
import type { Shift } from '../../core/shifts/roster.ts';
import { readFolder, readSeed } from './read-seeds.ts';

/** Which row of a manual something comes from, by the thing's own place: `form/field` or `flow/node`. */
export interface Origin {
  readonly file: string;
  readonly thing: string;
  readonly title: string;
  readonly source: string;
}

interface Column {
  readonly field: string;
  readonly title?: string;
  readonly source?: string;
}
type AuthoredForm = Omit<Form, 'fields'> & { readonly columns: readonly Column[] };
type Sourced<T> = T & { readonly source?: readonly string[] };
type AuthoredFlow = Omit<Flow, 'nodes' | 'variants'> & {
  readonly nodes: readonly Sourced<Flow['nodes'][number]>[];
  readonly variants?: readonly Sourced<Flow['variants'][number]>[];
};

const authoredForms = () => readFolder('forms') as AuthoredForm[];
const authoredFlows = () => readFolder('flows') as AuthoredFlow[];

function formOf({ columns, ...form }: AuthoredForm, fields: ReadonlyMap<string, Field>): Form {
  const resolved = columns.map(({ field: id, title }) => {
    const field = fields.get(id);
    if (!field) throw new Error(`seeds/forms/${form.id}.yml: there is no field ${id}`);
    return title === undefined ? field : { ...field, title };
  });
  return formSchema.parse({ ...form, fields: resolved });
}

function unsourced<T extends object>({ source: _, ...rest }: Sourced<T>): Omit<Sourced<T>, 'source'> {
  return rest;
}

const flowOf = ({ nodes, variants = [], ...flow }: AuthoredFlow): Flow =>
  flowSchema.parse({ ...flow, nodes: nodes.map(unsourced), variants: variants.map(unsourced) });

/** Reads and checks them. @throws if one of them is not what its schema says */
export function readDesk(): DeskCatalogue {
  const all = readSeed('desk/fields.yml') as Field[];
  const fields = new Map(all.map((field) => [field.id, field]));
  const { authority, rules } = readSeed('desk/escalation.yml') as { authority: unknown; rules: unknown[] };
  return {
    forms: authoredForms().map((form) => formOf(form, fields)),
    flows: authoredFlows().map(flowOf),
    authority: authoritySchema.parse(authority),
    rules: rules.map((rule) => escalationRuleSchema.parse(rule)),
  };
}

/** The shifts that ship. @throws if one of them is not what its schema says */
export const readShifts = (): Shift[] => readFolder('shifts').map((shift) => shiftSchema.parse(shift));

/** Where each form's fields and each flow's nodes and variants come from. */
export function originsOf(): Origin[] {
  const titles = new Map<string, string>(
    readDesk().forms.flatMap(({ id, fields }) =>
      fields.map((field) => [`${id}/${field.id}`, field.title] as const),
    ),
  );
  const fromForms = authoredForms().flatMap(({ id, columns }) =>
    columns.flatMap(({ field, source }) => {
      const thing = `${id}/${field}`;
      return source
        ? [{ file: `seeds/forms/${id}.yml`, thing, title: titles.get(thing) ?? field, source }]
        : [];
    }),
  );
  const fromFlows = authoredFlows().flatMap((flow) =>
    [...(flow.variants ?? []), ...flow.nodes].flatMap(({ id, title, source = [] }) =>
      source.map((row) => ({
        file: `seeds/flows/${flow.id}.yml`,
        thing: `${flow.id}/${id}`,
        title,
        source: row,
      })),
    ),
  );
  return [...fromForms, ...fromFlows];
}
