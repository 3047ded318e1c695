import { type Case, ownerOf } from '../../core/cases.ts';
import type { DeskDoing } from '../../core/desk.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import type { CaseKey } from '../i18n/case.ts';
import { FlowPart } from './FlowPart.tsx';
import { FormPart } from './FormPart.tsx';
import { HandPart } from './HandPart.tsx';
import {
  CASE_CATEGORIES,
  CASE_OUTCOMES,
  type CaseUi,
  entriesOf,
  NOTE_MAX,
  shortTime,
  titleOf,
} from './view.ts';

/** An open case: its class, its form, its flow, notes and contacts, handing over and closing. */
export function OpenCase({ one, followUps, ui }: { one: Case; followUps: readonly FollowUp[]; ui: CaseUi }) {
  const { say } = ui;
  const owner = ownerOf(one);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const {
      category = one.category,
      urgency = 'normal',
      question = '',
    } = entriesOf(event.currentTarget as HTMLFormElement);
    const fields = { category, urgency, question: question.trim() };
    const acts: DeskDoing[] = [{ kind: 'case-changed', case: one.id, fields }];
    ui.on({ kind: 'act', acts, said: { key: 'note.case-saved' } }, event);
  };
  return (
    <>
      <form class="stack" onSubmit={save}>
        <p class="note">
          {say('case.opened', { time: shortTime(one.openedAt, ui) })} ·{' '}
          {owner === null ? say('case.nobody') : say('case.owner', { person: owner })}
        </p>
        {one.escalated.map(({ rule, to }) => (
          <p key={rule} class="trouble">
            {escalationText(rule, to, ui)}
          </p>
        ))}
        <span class="row acts">
          <select name="category" aria-label={say('case.category')} defaultValue={one.category}>
            {CASE_CATEGORIES.map((category) => (
              <option key={category} value={category}>
                {say(`case.${category}`)}
              </option>
            ))}
          </select>
          <label class="row">
            <input
              type="checkbox"
              name="urgency"
              value="urgent"
              defaultChecked={one.fields.urgency === 'urgent'}
            />
            {say('case.urgent')}
          </label>
        </span>
        <textarea
          name="question"
          rows={2}
          maxLength={NOTE_MAX}
          aria-label={say('case.note')}
          placeholder={say('case.note')}
          defaultValue={one.fields.question ?? ''}
        />
        <button type="submit" class="main">
          {say('case.save')}
        </button>
      </form>
      <FormPart one={one} ui={ui} />
      <FlowPart one={one} ui={ui} />
      <NotePart one={one} ui={ui} />
      <HandPart one={one} followUps={followUps} ui={ui} />
      <div class="row acts">
        <small>{say('case.close')}</small>
        {CASE_OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            class="plain"
            onClick={(event) => {
              const acts: DeskDoing[] = [{ kind: 'case-closed', case: one.id, outcome }];
              // Whoever had trouble is asked once how it went.
              if (outcome === 'solved')
                acts.push({
                  kind: 'follow-up-set',
                  followUp: ui.newId(),
                  what: 'satisfaction',
                  due: ui.now + 86_400_000,
                  case: one.id,
                });
              ui.on({ kind: 'act', acts, said: { key: 'note.case-closed' } }, event);
            }}
          >
            {say(`outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </>
  );
}

/** Which rule sent a case up and to whom. */
export function escalationText(rule: string, to: string, ui: CaseUi): string {
  const known = ui.catalogue.rules.find(({ id }) => id === rule);
  const rank = ui.catalogue.authority.ranks.find(({ role }) => role === to);
  return ui.say('case.escalated', {
    rule: known ? titleOf(known, ui) : rule,
    to: rank ? titleOf(rank, ui) : to,
  });
}

const KINDS = ['note', 'phone', 'sms', 'mail', 'social', 'attach'] as const;

function NotePart({ one, ui }: { one: Case; ui: CaseUi }) {
  const { say } = ui;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { kind, text = '' } = entriesOf(form);
    if (text.trim() === '') return;
    const words = text.trim();
    const act: DeskDoing =
      kind === 'note'
        ? { kind: 'case-noted', case: one.id, text: words }
        : kind === 'attach'
          ? { kind: 'case-attached', case: one.id, name: words.slice(0, 200), where: words }
          : {
              kind: 'case-contacted',
              case: one.id,
              channel: kind as 'phone' | 'sms' | 'mail' | 'social',
              when: ui.now,
              result: words,
            };
    form.reset();
    ui.on({ kind: 'act', acts: [act], said: { key: 'note.kept' } }, event);
  };
  const lines = [
    ...one.notes.map(({ at, text }) => ({ at, word: 'log.note' as CaseKey, text })),
    ...one.contacts.map(({ when, channel, result }) => ({
      at: when,
      word: `log.${channel}` as CaseKey,
      text: result,
    })),
    ...one.attached.map(({ at, where }) => ({ at, word: 'log.attach' as CaseKey, text: where })),
  ].sort((a, b) => a.at - b.at);
  return (
    <details>
      <summary>
        {say('log.name')} {lines.length > 0 && lines.length}
      </summary>
      {lines.map(({ at, word, text }) => (
        <p key={`${at} ${text}`}>
          <small>
            {shortTime(at, ui)} {say(word)}
          </small>{' '}
          {text}
        </p>
      ))}
      <form class="stack" onSubmit={add}>
        <span class="row">
          <select name="kind" aria-label={say('log.name')}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`log.${kind}`)}
              </option>
            ))}
          </select>
          <input name="text" maxLength={500} aria-label={say('log.text')} placeholder={say('log.text')} />
        </span>
        <button type="submit" class="plain">
          {say('log.add')}
        </button>
      </form>
    </details>
  );
}
