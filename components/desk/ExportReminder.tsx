import { Clock, Download } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { DeskAct, DeskView } from './view.ts';

/** Says how long the log has been in this browser alone, with the way to change that; goes when it was exported. */
export function ExportReminder({
  reminder: { days, ever },
  act,
}: {
  reminder: NonNullable<DeskView['reminder']>;
  act: DeskAct;
}) {
  return (
    <section class="export-due" role="status">
      <p>
        <Icon node={Clock} />
        {say(ever ? 'desk.exportDue' : 'desk.exportDueFirst', { n: days })}
      </p>
      <Button icon={Download} onClick={() => act({ kind: 'open-export' })}>
        {say('desk.export')}
      </Button>
    </section>
  );
}
