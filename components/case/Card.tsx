import type { BuyerCard } from '../../core/desk.ts';
import type { CaseKey } from '../i18n/case.ts';
import { type CaseUi, entriesOf, shortTime } from './view.ts';

/** 买家卡: earlier cases, tags and a note. No name: the console shows that. */
export function Card({ card, ui }: { card: BuyerCard; ui: CaseUi }) {
  const { say } = ui;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const { tags = '', note = '' } = entriesOf(event.currentTarget as HTMLFormElement);
    const list = [...new Set(tags.split(/[\s,，、]+/).filter((tag) => tag !== ''))].slice(0, 12);
    ui.on({ kind: 'buyer', tags: list.map((tag) => tag.slice(0, 20)), note: note.trim() }, event);
  };
  return (
    <section aria-label={say('card.name')}>
      <p class="row acts">
        <small>
          {card.earlier.length === 0 ? say('card.first') : say('card.earlier', { n: card.earlier.length })}
        </small>
        {card.tags.map((tag) => (
          <span key={tag} class="tag">
            {tag}
          </span>
        ))}
      </p>
      {card.note !== '' && <p>{card.note}</p>}
      {card.earlier.slice(0, 3).map((one) => (
        <p key={one.id} class="row acts">
          <small>
            {shortTime(one.openedAt, ui)} {say(`case.${one.category}` as CaseKey)} {one.fields.question ?? ''}
          </small>
          {!card.open && one.closed?.outcome !== 'merged' && (
            <button
              type="button"
              class="link"
              onClick={(event) =>
                ui.on(
                  {
                    kind: 'act',
                    acts: [{ kind: 'case-reopened', case: one.id }],
                    said: { key: 'note.kept' },
                  },
                  event,
                )
              }
            >
              {say('case.reopen')}
            </button>
          )}
        </p>
      ))}
      <details>
        <summary>{say('card.edit')}</summary>
        <form class="stack" onSubmit={save}>
          <input
            name="tags"
            aria-label={say('card.tags')}
            placeholder={say('card.tags')}
            defaultValue={card.tags.join(' ')}
          />
          <textarea
            name="note"
            rows={2}
            maxLength={1000}
            aria-label={say('card.note')}
            placeholder={say('card.note')}
            defaultValue={card.note}
          />
          <button type="submit" class="plain">
            {say('case.save')}
          </button>
        </form>
      </details>
    </section>
  );
}
