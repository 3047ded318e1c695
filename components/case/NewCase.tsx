import { useState } from 'preact/hooks';
import type { DeskDoing } from '../../core/desk.ts';
import { CASE_CATEGORIES, type CaseUi, entriesOf, NOTE_MAX } from './view.ts';

/**
 * Opens a case: its class is all that must be picked; urgency and a sentence may be added. A suggested class is
 * picked already, until the agent picks another one.
 */
export function NewCase({
  known,
  suggested,
  ui,
}: {
  known: Readonly<Record<string, string>>;
  suggested: string | null;
  ui: CaseUi;
}) {
  const { say } = ui;
  const [picked, setPicked] = useState<string | null>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { category = '', urgency, question = '' } = entriesOf(form);
    const id = ui.newId();
    const fields = {
      ...known,
      ...(question.trim() === '' ? {} : { question: question.trim() }),
      ...(urgency ? { urgency } : {}),
    };
    const acts: DeskDoing[] = [
      { kind: 'case-opened', case: id, category, ...(suggested === null ? {} : { suggested }) },
    ];
    if (Object.keys(fields).length > 0) acts.push({ kind: 'case-changed', case: id, fields });
    ui.on({ kind: 'act', acts, said: { key: 'note.case-opened' } }, event);
  };
  return (
    <form class="stack new-case" onSubmit={submit}>
      <p class="note">{say('case.empty')}</p>
      <fieldset class="row acts" aria-label={say('case.category')}>
        {CASE_CATEGORIES.map((category) => (
          <label key={category} class="chip">
            <input
              type="radio"
              name="category"
              value={category}
              required
              checked={(picked ?? suggested) === category}
              onChange={() => setPicked(category)}
            />
            <span>{say(`case.${category}`)}</span>
          </label>
        ))}
      </fieldset>
      <label class="row">
        <input type="checkbox" name="urgency" value="urgent" />
        {say('case.urgent')}
      </label>
      <textarea
        name="question"
        rows={2}
        maxLength={NOTE_MAX}
        aria-label={say('case.note')}
        placeholder={say('case.note')}
      />
      <button type="submit" class="main">
        {say('case.open')}
      </button>
    </form>
  );
}
