import { Check, Download } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Days } from '../ui/Days.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { DayRange } from '../ui/days.ts';
import { count } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { ExportLockField, isLockable } from './ExportLockField.tsx';
import type { DeskAct, ExportView } from './view.ts';

function Holds({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="holds">
      {lines.map((line) => (
        <li key={line}>
          <Icon node={Check} size={14} />
          {line}
        </li>
      ))}
    </ul>
  );
}

function sum({ size, state }: ExportView): string {
  if (size === null) return say('page.loading');
  const { events, buyers } = size;
  if (state.kind === 'writing') return say('desk.exporting', { n: count(state.written), all: count(events) });
  return events === 0
    ? say('desk.exportNothing')
    : say('desk.exportCount', { n: count(events), buyers: count(buyers) });
}

const named = (text: string): boolean => text.trim() !== '';

/** A purpose is owed only for personal data. */
const complete = ({ choice, receivers }: ExportView): boolean =>
  named(choice.agent) &&
  named(choice.recipient) &&
  (choice.words === 'redacted' || named(choice.purpose)) &&
  isLockable(choice.lock, receivers);

/** Asks for whom, what for and what to export, and says what the file will hold before it is written. */
export function ExportDialog({ view, all, act }: { view: ExportView; all: DayRange; act: DeskAct }) {
  const { choice, size, hasText, receivers, state } = view;
  const choose = (change: Partial<typeof choice>) =>
    act({ kind: 'choose', choice: { ...choice, ...change } });
  const writing = state.kind === 'writing';
  const full = choice.words === 'full';
  return (
    <Dialog title={say('desk.exportTitle')} place="centre" onClose={() => act({ kind: 'close-export' })}>
      <form
        class="dialog-body export"
        onSubmit={(event) => {
          event.preventDefault();
          act({ kind: 'export' });
        }}
      >
        <fieldset class="export" disabled={writing}>
          <div class="acts">
            <label class="field">
              <span class="muted">{say('desk.exportAgent')}</span>
              <input
                maxLength={40}
                required
                value={choice.agent}
                onInput={(event) => choose({ agent: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              <span class="muted">{say('desk.exportTo')}</span>
              <input
                maxLength={40}
                required
                value={choice.recipient}
                onInput={(event) => choose({ recipient: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              <span class="muted">{say('desk.exportPurpose')}</span>
              <input
                maxLength={80}
                required={full}
                placeholder={say('desk.exportPurposeHint')}
                value={choice.purpose}
                onInput={(event) => choose({ purpose: event.currentTarget.value })}
              />
            </label>
          </div>
          <p class="muted">{say('desk.exportNoted')}</p>
          <div class="field">
            <span class="muted">{say('desk.exportWords')}</span>
            <Choice
              name="words"
              label={say('desk.exportWords')}
              value={choice.words}
              options={[
                { value: 'redacted', label: say('desk.exportRedacted') },
                { value: 'full', label: say('desk.exportFull') },
              ]}
              onChange={(words) => choose({ words })}
            />
            <p class="full-what" role="status">
              {full && say('desk.exportFullWhat')}
            </p>
          </div>
          <div class="field">
            <span class="muted">{say('desk.exportRange')}</span>
            <div class="acts">
              <Choice
                name="range"
                label={say('desk.exportRange')}
                value={choice.days ? 'days' : 'all'}
                options={[
                  { value: 'all', label: say('desk.exportAll') },
                  { value: 'days', label: say('desk.exportDays') },
                ]}
                onChange={(kind) => choose({ days: kind === 'all' ? null : all })}
              />
              {choice.days && <Days range={choice.days} within={all} onChange={(days) => choose({ days })} />}
            </div>
          </div>
          <ExportLockField
            lock={choice.lock}
            receivers={receivers}
            onChange={(lock) => choose({ lock })}
            act={act}
          />
          <div class="field">
            <span class="muted">{say('desk.exportHolds')}</span>
            <Holds
              lines={[
                say('desk.exportHolds.facts'),
                say(full ? 'desk.exportHolds.full' : 'desk.exportHolds.names'),
                say(hasText ? 'desk.exportHolds.text' : 'desk.exportHolds.noText'),
              ]}
            />
          </div>
        </fieldset>
        <div class="acts">
          <Button look="main" icon={Download} submit disabled={writing || !size?.events || !complete(view)}>
            {say('desk.exportGo')}
          </Button>
          <Button onClick={() => act({ kind: 'close-export' })}>{say('page.cancel')}</Button>
          <span class="muted" role="status">
            {sum(view)}
          </span>
        </div>
      </form>
    </Dialog>
  );
}
