import type { HandOver } from '../../core/hand-over.ts';
import type { Taking } from '../case/take-over.ts';
import { type CaseKey, caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { count, moment } from '../ui/format.ts';

/** What a hand-over file would bring, before anything is kept. */
export function TakeOver({
  file,
  taking,
  onTake,
  onLeave,
}: {
  file: HandOver;
  taking: Taking;
  onTake: () => void;
  onLeave: () => void;
}) {
  const words = caseText(spoken());
  const { flow, followUps, notes } = file;
  const stands = taking.flow;
  const due = flow?.next?.due ?? null;
  return (
    <Dialog title={say('take.title')} place="centre" onClose={onLeave}>
      <form
        class="dialog-body take-over"
        onSubmit={(event) => {
          event.preventDefault();
          onTake();
        }}
      >
        <p class="muted">
          {say('take.from', {
            from: file.from || say('take.nobody'),
            to: file.to,
            time: moment(file.at),
          })}
        </p>
        <p>
          <b>{words(`case.${file.case.category}` as CaseKey)}</b>{' '}
          {file.case.urgency === 'urgent' && <b class="care">{words('case.urgent')}</b>}{' '}
          {[file.case.fields.order, file.case.fields.question].filter(Boolean).join(' · ')}
        </p>
        <ul>
          <li>{say('take.fields', { n: count(taking.fields) })}</li>
          {taking.unknown.length > 0 && (
            <li class="care">{say('take.unknown', { n: taking.unknown.length })}</li>
          )}
          {taking.personal > 0 && <li class="care">{say('take.personal', { n: taking.personal })}</li>}
          {stands?.goesOn === false && (
            <li class="care">{say('take.flowUnknown', { flow: stands.title })}</li>
          )}
          {stands?.goesOn && (
            <li>
              {say('take.flow', { flow: stands.title, step: stands.next ?? words('flow.through') })}
              {due !== null && say('take.due', { time: moment(due) })}
            </li>
          )}
          {flow && flow.done.length > 0 && <li>{say('take.done', { n: flow.done.length })}</li>}
          {followUps.length > 0 && <li>{say('take.followUps', { n: followUps.length })}</li>}
          {followUps.map(({ what, due, note }) => (
            <li key={`${what} ${due} ${note}`}>
              {words(`follow.${what}`)} {note} {due !== null && moment(due)}
            </li>
          ))}
          {notes.length > 0 && <li>{say('take.notes', { n: notes.length })}</li>}
        </ul>
        <div class="acts">
          <Button look="main" submit>
            {say('take.do')}
          </Button>
          <Button onClick={onLeave}>{say('take.leave')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
