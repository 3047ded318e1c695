import type { Case } from '../../core/cases.ts';
import type { DeskDoing } from '../../core/desk.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { handOver } from '../../core/hand-over.ts';
import { handText } from './hand-text.ts';
import { type CaseUi, entriesOf } from './view.ts';

/** 转交: as text to paste, or as a file that the other one's desk takes over; the log keeps either under its number. */
export function HandPart({ one, followUps, ui }: { one: Case; followUps: readonly FollowUp[]; ui: CaseUi }) {
  const { say, now, timeZone, person } = ui;
  const hand = (form: HTMLFormElement, as: 'text' | 'file', event: Event) => {
    const to = (entriesOf(form).to ?? '').trim();
    if (to === '') return;
    const id = ui.newId();
    const acts: DeskDoing[] = [{ kind: 'case-handed', case: one.id, hand: id, to }];
    if (as === 'text') return ui.on({ kind: 'hand', acts, text: handText(one, id, to, ui) }, event);
    const about = { hand: id, from: person, to, now, timeZone };
    ui.on({ kind: 'hand-file', acts, file: handOver(one, followUps, ui.catalogue, about) }, event);
  };
  return (
    <details class="hand">
      <summary>{say('hand.name')}</summary>
      <form
        class="row acts"
        onSubmit={(event) => {
          event.preventDefault();
          hand(event.currentTarget, 'text', event);
        }}
      >
        <input name="to" maxLength={60} required aria-label={say('hand.to')} placeholder={say('hand.to')} />
        <button type="submit" class="plain">
          {say('hand.copy')}
        </button>
        <button
          type="button"
          class="plain"
          onClick={(event) => {
            const { form } = event.currentTarget;
            if (form?.reportValidity()) hand(form, 'file', event);
          }}
        >
          {say('hand.file')}
        </button>
      </form>
    </details>
  );
}
