import { Check, Download } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Days } from '../ui/Days.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { DayRange } from '../ui/days.ts';
import { count } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
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

function sum(events: number | null): string {
  if (events === null) return say('page.loading');
  return events === 0 ? say('desk.exportNothing') : say('desk.exportCount', { n: count(events) });
}

/** Asks what to export and says what the file will hold before it is written. */
export function ExportDialog({ view, all, act }: { view: ExportView; all: DayRange; act: DeskAct }) {
  const { choice, events, hasText, state } = view;
  const choose = (change: Partial<typeof choice>) =>
    act({ kind: 'choose', choice: { ...choice, ...change } });
  const writing = state === 'writing';
  return (
    <Dialog title={say('desk.exportTitle')} place="centre" onClose={() => act({ kind: 'close-export' })}>
      <form
        class="dialog-body export"
        onSubmit={(event) => {
          event.preventDefault();
          act({ kind: 'export' });
        }}
      >
        <label class="field">
          <span class="muted">{say('desk.exportAgent')}</span>
          <input
            maxLength={40}
            required
            value={choice.agent}
            onInput={(event) => choose({ agent: event.currentTarget.value })}
          />
        </label>
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
        <div class="field">
          <span class="muted">{say('desk.exportHolds')}</span>
          <Holds
            lines={[
              say('desk.exportHolds.facts'),
              say('desk.exportHolds.names'),
              say(hasText ? 'desk.exportHolds.text' : 'desk.exportHolds.noText'),
            ]}
          />
        </div>
        <div class="acts">
          <Button
            look="main"
            icon={Download}
            submit
            disabled={writing || !events || choice.agent.trim() === ''}
          >
            {say(writing ? 'desk.exporting' : 'desk.exportGo')}
          </Button>
          <Button onClick={() => act({ kind: 'close-export' })}>{say('page.cancel')}</Button>
          <span class="muted" role="status">
            {sum(events)}
          </span>
        </div>
      </form>
    </Dialog>
  );
}
