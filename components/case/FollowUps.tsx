import type { BuyerCard, DeskDoing } from '../../core/desk.ts';
import type { FollowUpWhat } from '../../core/event.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { type CaseUi, entriesOf, shortTime } from './view.ts';

const HOUR = 3_600_000;
const WHATS: readonly FollowUpWhat[] = ['callback', 'payment', 'reply', 'satisfaction', 'other'];

/** Ten in the morning, local time, so many days on. */
function tenIn(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 10).getTime();
}

const WHENS = {
  hour: (now: number) => now + HOUR,
  'half-day': (now: number) => now + 12 * HOUR,
  tomorrow: (now: number) => tenIn(now, 1),
  'three-days': (now: number) => tenIn(now, 3),
} as const;

/** What ends a follow-up well: a promise is kept, anything else is done. */
export const doneAct = ({ what, id }: FollowUp): DeskDoing =>
  what === 'promise'
    ? { kind: 'promise-kept', promise: id }
    : { kind: 'follow-up-done', followUp: id, outcome: 'done' };

/** Says when it falls due, or since when it is overdue. */
export function dueText({ due }: Pick<FollowUp, 'due'>, { say, now, ...ui }: CaseUi): string {
  if (due === null) return say('follow.no-time');
  return say(due < now ? 'follow.overdue' : 'follow.due', { time: shortTime(due, ui) });
}

function One({ one, ui }: { one: FollowUp; ui: CaseUi }) {
  const { say } = ui;
  const press = (word: 'follow.kept' | 'follow.later' | 'follow.drop', act: DeskDoing) => (
    <button
      type="button"
      class="plain"
      onClick={(event) => ui.on({ kind: 'act', acts: [act], said: { key: 'note.kept' } }, event)}
    >
      {say(word)}
    </button>
  );
  return (
    <li class={one.due !== null && one.due < ui.now ? 'overdue' : ''}>
      <span>
        <b>{say(`follow.${one.what}`)}</b> {one.note} <small>{dueText(one, ui)}</small>
      </span>
      <span class="row acts">
        {press('follow.kept', doneAct(one))}
        {press('follow.later', {
          kind: 'follow-up-moved',
          followUp: one.id,
          due: Math.max(one.due ?? ui.now, ui.now) + HOUR,
        })}
        {press('follow.drop', { kind: 'follow-up-done', followUp: one.id, outcome: 'dropped' })}
      </span>
    </li>
  );
}

/** What our side must come back for with this buyer, and a way to note something more. */
export function FollowUps({ card, ui }: { card: BuyerCard; ui: CaseUi }) {
  const { say } = ui;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const { what, when, note = '' } = entriesOf(event.currentTarget as HTMLFormElement);
    const act: DeskDoing = {
      kind: 'follow-up-set',
      followUp: ui.newId(),
      what: what as FollowUpWhat,
      due: WHENS[when as keyof typeof WHENS](ui.now),
      case: card.open?.id ?? null,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    (event.currentTarget as HTMLFormElement).reset();
    ui.on({ kind: 'act', acts: [act], said: { key: 'note.kept' } }, event);
  };
  return (
    <section aria-label={say('follow.name')}>
      {card.followUps.length > 0 && (
        <ul class="follow-ups">
          {card.followUps.map((one) => (
            <One key={one.id} one={one} ui={ui} />
          ))}
        </ul>
      )}
      <details>
        <summary>{say('follow.name')}…</summary>
        <form class="stack" onSubmit={add}>
          <span class="row acts">
            <select name="what" aria-label={say('follow.name')}>
              {WHATS.map((what) => (
                <option key={what} value={what}>
                  {say(`follow.${what}`)}
                </option>
              ))}
            </select>
            <select name="when" aria-label={say('follow.when')}>
              {(Object.keys(WHENS) as (keyof typeof WHENS)[]).map((when) => (
                <option key={when} value={when}>
                  {say(`follow.${when}`)}
                </option>
              ))}
            </select>
          </span>
          <input name="note" maxLength={200} aria-label={say('log.text')} placeholder={say('log.text')} />
          <button type="submit" class="plain">
            {say('follow.add')}
          </button>
        </form>
      </details>
    </section>
  );
}
