import { useId, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { decimal } from '../ui/format.ts';
import { readNumber } from './inputs.ts';
import type { Act, RubricField, RubricRow, RubricValues, RubricView } from './view.ts';

type Typed = Readonly<Record<string, string>>;

const keyOf = (row: RubricRow, field: RubricField): string => `${row.id} ${field.id}`;

function trouble(field: RubricField, typed: string): string | null {
  const read = readNumber(typed, false);
  if (!read.ok) return read.why;
  if (read.value === null && field.optional) return null;
  const outside = read.value === null || read.value < field.min || read.value > field.max;
  return outside ? say('sup.rubric.range', { min: field.min, max: field.max }) : null;
}

function valuesOf(rubric: RubricView, typed: Typed): RubricValues {
  return Object.fromEntries(
    rubric.rows.map((row) => [
      row.id,
      Object.fromEntries(
        row.fields.map((field) => {
          const read = readNumber(typed[keyOf(row, field)] ?? '', false);
          return [field.id, read.ok ? read.value : null];
        }),
      ),
    ]),
  );
}

/** Targets and deductions of the rubric. Saving scores every agent again; facts stay as they are. */
export function RubricEditor({ rubric, act }: { rubric: RubricView; act: Act }) {
  const id = useId();
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(
      rubric.rows.flatMap((row) =>
        row.fields.map((field) => [keyOf(row, field), field.value === null ? '' : String(field.value)]),
      ),
    ),
  );
  const wrong = rubric.rows.some((row) =>
    row.fields.some((field) => trouble(field, typed[keyOf(row, field)] ?? '')),
  );
  const close = () => act({ kind: 'edit-rubric', open: false });
  const save = () => {
    if (!wrong) act({ kind: 'save-rubric', values: valuesOf(rubric, typed) });
  };
  return (
    <Dialog title={say('sup.rubric.title', { title: rubric.title })} place="centre" onClose={close}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="muted">{say('sup.rubric.why')}</p>
        <div class="rubric">
          {rubric.rows.map((row) => (
            <fieldset key={row.id}>
              <legend>
                {row.title}
                <span class="ci">
                  {' '}
                  {say('sup.weight')} {decimal(row.weight)}
                </span>
              </legend>
              {row.fields.map((field) => {
                const key = keyOf(row, field);
                const why = trouble(field, typed[key] ?? '');
                return (
                  <label key={key} class="field">
                    <span>{field.label}</span>
                    <span class="with-unit">
                      <input
                        inputMode="decimal"
                        size={6}
                        value={typed[key]}
                        aria-invalid={why !== null}
                        aria-describedby={`${id}${key}`}
                        onInput={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
                      />
                      {field.unit}
                    </span>
                    <span id={`${id}${key}`} class="wrong">
                      {why}
                    </span>
                  </label>
                );
              })}
            </fieldset>
          ))}
        </div>
        <div class="acts">
          <Button look="main" disabled={wrong} submit>
            {say('page.save')}
          </Button>
          <Button onClick={close}>{say('page.cancel')}</Button>
          <span class="grow" />
          {rubric.shipped ? (
            <span class="muted">{say('sup.rubric.shipped')}</span>
          ) : (
            <Button look="quiet" onClick={() => act({ kind: 'reset-rubric' })}>
              {say('sup.rubric.reset')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
