import type { Case } from '../../core/cases.ts';
import type { DeskDoing } from '../../core/desk.ts';
import { fill, missing } from '../../core/forms/fill.ts';
import type { Field, FieldProblem, Form } from '../../core/forms/form.ts';
import { type CaseUi, entriesOf, titleOf } from './view.ts';

/** The form that a case is entered into: the one it was given, else the first that its class suggests. */
export const formOf = (one: Case, forms: readonly Form[]): Form | undefined =>
  forms.find(({ id }) => id === one.fields.form) ??
  forms.find(({ categories }) => categories.includes(one.category)) ??
  forms[0];

/** 登记表: any of the forms over the case's fields. What cannot be read is named; the rest is saved. */
export function FormPart({ one, ui }: { one: Case; ui: CaseUi }) {
  const { say, catalogue } = ui;
  const form = formOf(one, catalogue.forms);
  if (!form) return null;
  const wanting = missing(form, one.fields).flatMap(({ field }) =>
    form.fields.filter(({ id }) => id === field),
  );
  const choose = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const acts: DeskDoing[] = [{ kind: 'case-changed', case: one.id, fields: { form: value } }];
    ui.on({ kind: 'act', acts, said: { key: 'note.case-saved' } }, event);
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const entered = entriesOf(element);
    const { values, problems } = fill(form, entered);
    mark(element, problems, ui);
    // An emptied field is taken out; one that could not be read stays as it was.
    const emptied = form.fields.filter(
      ({ id }) => (entered[id] ?? '').trim() === '' && one.fields[id] !== undefined,
    );
    const fields = { ...values, ...Object.fromEntries(emptied.map(({ id }) => [id, ''])), form: form.id };
    const said =
      problems.length > 0
        ? { key: 'note.wrong' as const, n: problems.length }
        : { key: 'note.case-saved' as const };
    ui.on({ kind: 'act', acts: [{ kind: 'case-changed', case: one.id, fields }], said }, event);
  };
  return (
    <details>
      <summary>
        {say('form.name')} · {titleOf(form, ui)}
      </summary>
      <select aria-label={say('form.name')} value={form.id} onChange={choose}>
        {catalogue.forms
          .filter(({ categories }) => categories.length > 0)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {titleOf(each, ui)}
            </option>
          ))}
      </select>
      <form class="stack fields" key={form.id} onSubmit={save} noValidate>
        {form.fields.map((field) => (
          <label key={field.id} for={`field-${field.id}`}>
            <small>{titleOf(field, ui)}</small>
            <Entry field={field} value={one.fields[field.id] ?? ''} ui={ui} />
          </label>
        ))}
        <p class="note">
          {wanting.length === 0
            ? say('form.complete')
            : say('form.missing', { fields: wanting.map((field) => titleOf(field, ui)).join('、') })}
        </p>
        <button type="submit" class="main">
          {say('case.save')}
        </button>
      </form>
    </details>
  );
}

/** Says at each field what could not be read. */
function mark(form: HTMLFormElement, problems: readonly FieldProblem[], { say }: CaseUi): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('[name]')) {
    const problem = problems.find(({ field }) => field === input.name)?.problem;
    input.setCustomValidity(problem ? say(`problem.${problem}`) : '');
    input.setAttribute('aria-invalid', String(problem !== undefined));
    input.title = problem ? say(`problem.${problem}`) : '';
  }
}

const INPUT_MODES: Readonly<Record<string, 'decimal' | 'numeric'>> = { money: 'decimal', count: 'numeric' };

function Entry({ field, value, ui }: { field: Field; value: string; ui: CaseUi }) {
  const { id, type } = field;
  if (type.kind === 'choice')
    return (
      <select id={`field-${id}`} name={id} defaultValue={value}>
        <option value="">{ui.say('form.choose')}</option>
        {type.options.map((option) => (
          <option key={option.id} value={option.id}>
            {titleOf(option, ui)}
          </option>
        ))}
      </select>
    );
  if (type.kind === 'text' && type.max > 200)
    return <textarea id={`field-${id}`} name={id} rows={2} maxLength={type.max} defaultValue={value} />;
  const common = { id: `field-${id}`, name: id, defaultValue: value };
  if (type.kind === 'day') return <input {...common} type="date" />;
  return (
    <input
      {...common}
      type="text"
      inputMode={INPUT_MODES[type.kind] ?? 'text'}
      maxLength={'max' in type ? type.max : 60}
      placeholder={type.kind === 'moment' ? '2026-11-02 18:00' : ''}
    />
  );
}
