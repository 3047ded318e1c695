import { Action } from './Action.tsx';
import {
  CASE_CATEGORIES,
  CASE_OUTCOMES,
  type CaseCategory,
  type CaseView,
  NOTE_MAX,
  type On,
  type PanelView,
} from './view.ts';
import { useSay } from './words.ts';

function read(form: HTMLFormElement): { category: CaseCategory; note: string } | null {
  const data = new FormData(form);
  const category = CASE_CATEGORIES.find((known) => known === data.get('category'));
  return category
    ? {
        category,
        note: String(data.get('note') ?? '')
          .trim()
          .slice(0, NOTE_MAX),
      }
    : null;
}

/** 售后登记: one open case a conversation, opened with one pick, kept up to date, closed with one press. */
export function CaseForm({
  view,
  language,
  on,
}: {
  view: CaseView;
  language: PanelView['language'];
  on: On;
}) {
  const say = useSay();
  const open = view.kind === 'open' ? view : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = read(event.currentTarget as HTMLFormElement);
    if (entered) on({ kind: open ? 'save-case' : 'open-case', ...entered }, event);
  };
  return (
    <form class="case" onSubmit={submit}>
      {open ? (
        <p class="y">{say('case.opened', { time: openedAt(open.openedAt, language) })}</p>
      ) : (
        <p class="y">{say('case.empty')}</p>
      )}
      <fieldset class="chips">
        <legend>{say('case.category')}</legend>
        {CASE_CATEGORIES.map((category) => (
          <label key={category}>
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
      <label class="field">
        {say('case.note')}
        <textarea
          name="note"
          rows={4}
          maxLength={NOTE_MAX}
          placeholder={say('case.note-hint')}
          defaultValue={open?.note ?? ''}
        />
      </label>
      <div class="acts">
        <button type="submit" class="act main">
          {say(open ? 'case.save' : 'case.open')}
        </button>
        {open && (
          <fieldset class="acts menu end">
            <legend>{say('case.close')}</legend>
            {CASE_OUTCOMES.map((outcome) => (
              <Action key={outcome} onClick={(event) => on({ kind: 'close-case', outcome }, event)}>
                {say(`outcome.${outcome}`)}
              </Action>
            ))}
          </fieldset>
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
