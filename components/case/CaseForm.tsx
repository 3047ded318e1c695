import { type CaseKey, caseText, type SayCase } from '../i18n/case.ts';
import {
  CASE_CATEGORIES,
  CASE_OUTCOMES,
  type CaseCategory,
  type CaseFormView,
  type CaseView,
  type CaseWish,
  NOTE_MAX,
  type OnCase,
} from './view.ts';

/** 售后登记: one open case a conversation, opened with one pick, kept up to date, closed with one press. */
export function CaseForm({ view, on }: { view: CaseFormView; on: OnCase }) {
  if (view.conversation === null) return null;
  const say = caseText(view.language);
  const open = view.case.kind === 'open' ? view.case : null;
  return (
    <>
      <Fields
        key={view.conversation + (open?.id ?? '')}
        open={open}
        language={view.language}
        say={say}
        on={on}
      />
      {view.notice && (
        <p class="note" role="status">
          {say(`note.${view.notice}`)}
        </p>
      )}
    </>
  );
}

type OpenCase = Extract<CaseView, { kind: 'open' }>;

function Fields({
  open,
  language,
  say,
  on,
}: {
  open: OpenCase | null;
  language: CaseFormView['language'];
  say: SayCase;
  on: OnCase;
}) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget as HTMLFormElement);
    // The radios are required, and theirs are the only values.
    const category = entered.get('category') as CaseCategory;
    const note = `${entered.get('note')}`.trim();
    on({ kind: open ? 'save-case' : 'open-case', category, note }, event);
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
              <Press
                key={outcome}
                say={say}
                word={`outcome.${outcome}`}
                wish={{ kind: 'close-case', outcome }}
                on={on}
              />
            ))}
          </>
        )}
      </div>
    </form>
  );
}

function Press({ say, word, wish, on }: { say: SayCase; word: CaseKey; wish: CaseWish; on: OnCase }) {
  return (
    <button type="button" class="plain" onClick={(event) => on(wish, event)}>
      {say(word)}
    </button>
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
