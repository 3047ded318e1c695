import { Action } from './Action.tsx';
import type { Ui } from './ui.ts';
import {
  CASE_CATEGORIES,
  CASE_OUTCOMES,
  type CaseCategory,
  type CaseView,
  NOTE_MAX,
  type PanelView,
} from './view.ts';

/** 售后登记: one open case a conversation, opened with one pick, kept up to date, closed with one press. */
export function CaseForm({
  view,
  language,
  ui,
}: {
  view: CaseView;
  language: PanelView['language'];
  ui: Ui;
}) {
  const { say } = ui;
  const open = view.kind === 'open' ? view : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    // The radios are required, and theirs are the only values.
    const category = entered.get('category') as CaseCategory;
    const note = `${entered.get('note')}`.trim();
    ui.on({ kind: open ? 'save-case' : 'open-case', category, note }, event);
  };
  return (
    <form class="part" onSubmit={submit}>
      <p class="note">
        {open ? say('case.opened', { time: openedAt(open.openedAt, language) }) : say('case.empty')}
      </p>
      <fieldset class="row acts" aria-label={say('case.category')}>
        {CASE_CATEGORIES.map((category) => (
          <label key={category} class="chip">
            <input
              type="radio"
              name="category"
              value={category}
              required
              defaultChecked={open?.category === category}
            />
            <span>{say(`case.${category}`)}</span>
          </label>
        ))}
      </fieldset>
      <textarea
        name="note"
        rows={4}
        maxLength={NOTE_MAX}
        aria-label={say('case.note')}
        placeholder={say('case.note')}
        defaultValue={open?.note ?? ''}
      />
      <div class="row acts">
        <button type="submit" class="main">
          {say(open ? 'case.save' : 'case.open')}
        </button>
        {open && (
          <>
            <small class="end">{say('case.close')}</small>
            {CASE_OUTCOMES.map((outcome) => (
              <Action
                key={outcome}
                ui={ui}
                word={`outcome.${outcome}`}
                wish={{ kind: 'close-case', outcome }}
              />
            ))}
          </>
        )}
      </div>
    </form>
  );
}

function openedAt(at: number, language: string): string {
  return new Date(at).toLocaleString(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
