import { useId, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { readInputs } from './inputs.ts';
import type { Act, CriterionView } from './view.ts';

/** The numbers that no log can know, entered by hand. Nothing is saved while a field is wrong. */
export function InputForm({ criterion, act }: { criterion: CriterionView; act: Act }) {
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      criterion.inputs.map((input) => [input.id, input.value === null ? '' : String(input.value)]),
    ),
  );
  const [tried, setTried] = useState(false);
  const { values, wrong } = readInputs(criterion.inputs, typed);
  const save = () => {
    setTried(true);
    if (Object.keys(wrong).length === 0) act({ kind: 'save-inputs', criterion: criterion.id, values });
  };
  return (
    <form
      class="inputs"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') act({ kind: 'edit-inputs', criterion: null });
      }}
    >
      {criterion.inputs.map((input, index) => {
        const trouble = tried ? wrong[input.id] : undefined;
        return (
          <label key={input.id} class="field">
            <span>{input.label}</span>
            <input
              autofocus={index === 0}
              inputMode="decimal"
              size={7}
              value={typed[input.id]}
              aria-invalid={trouble !== undefined}
              aria-describedby={`${id}${input.id}`}
              onInput={(event) => setTyped({ ...typed, [input.id]: event.currentTarget.value })}
            />
            <span id={`${id}${input.id}`} class="wrong" role="alert">
              {trouble}
            </span>
          </label>
        );
      })}
      <div class="acts">
        <Button look="main" submit>
          {say('page.save')}
        </Button>
        <Button look="quiet" onClick={() => act({ kind: 'edit-inputs', criterion: null })}>
          {say('page.cancel')}
        </Button>
      </div>
    </form>
  );
}
