import { Download, MessagesSquare } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { LogExport } from '../../core/desk.ts';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { count, moment, span } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BackupLine } from './Backup.tsx';
import { Day } from './Day.tsx';
import { Duty } from './Duty.tsx';
import { EraseBuyer } from './EraseBuyer.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { ExportReminder } from './ExportReminder.tsx';
import { LossBanner } from './LossBanner.tsx';
import type { DeskAct, DeskView, LogView, LossView, Section } from './view.ts';

function Exports({ rows }: { rows: readonly LogExport[] }) {
  if (rows.length === 0) return <p class="muted">{say('desk.exportsNone')}</p>;
  return (
    <table class="exports">
      <thead>
        <tr>
          <th scope="col">{say('desk.exportsAt')}</th>
          <th scope="col">{say('desk.exportsTo')}</th>
          <th scope="col">{say('desk.exportsWhat')}</th>
          <th scope="col">{say('desk.exportsEvents')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{moment(row.at)}</td>
            <td>{[row.recipient, row.purpose].filter(Boolean).join(' · ')}</td>
            <td>{say(row.words === 'full' ? 'desk.exportFull' : 'desk.exportRedacted')}</td>
            <td>{count(row.events)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Log({ log, loss, act }: { log: LogView; loss: LossView | null; act: DeskAct }) {
  switch (log.kind) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return (
        <p class="failed" role="alert">
          {say('desk.failed', { why: log.why })}
        </p>
      );
    case 'empty':
      // A log that was lost is no log that never was.
      if (loss) return null;
      return (
        <Empty icon={MessagesSquare} title={say('desk.logEmpty')}>
          <p>{say('desk.logEmptyHow')}</p>
          <Button onClick={() => act({ kind: 'section', section: 'backup' })}>{say('restore.from')}</Button>
        </Empty>
      );
    case 'some':
      return (
        <div class="log-sum">
          <p>
            {say('desk.logSays', {
              events: count(log.events),
              conversations: count(log.conversations),
              from: span(log.since, log.since + 1),
            })}
          </p>
          <Button look="main" icon={Download} onClick={() => act({ kind: 'open-export' })}>
            {say('desk.export')}
          </Button>
        </div>
      );
  }
}

const SECTIONS: readonly Section[] = ['day', 'cases', 'calendar', 'figures', 'roster', 'backup'];

function DayPart({ view, act }: { view: DeskView; act: DeskAct }) {
  return (
    <>
      {view.loss && <LossBanner loss={view.loss} act={act} />}
      {view.reminder && <ExportReminder reminder={view.reminder} act={act} />}
      {view.backup && <BackupLine need={view.backup} act={act} />}
      <Duty key={view.person} person={view.person} act={act} />
      <section>
        <h1>{say('desk.title')}</h1>
        {view.day ? <Day view={view.day} act={act} /> : <Skeleton />}
      </section>
      <section>
        <h1>{say('desk.log')}</h1>
        <Log log={view.log} loss={view.loss} act={act} />
      </section>
      {view.log.kind === 'some' && (
        <section>
          <h2>{say('desk.exports')}</h2>
          <Exports rows={view.exports} />
        </section>
      )}
      {view.log.kind === 'some' && (
        <section>
          <h2>{say('desk.eraseTitle')}</h2>
          <EraseBuyer act={act} />
        </section>
      )}
    </>
  );
}

/** The agent's own page: on duty or not, today's figures, and the log with its way out. */
export function DeskPage({
  view,
  act,
  section,
  children,
}: {
  view: DeskView;
  act: DeskAct;
  section: Section;
  /** What another section than the day shows. */
  children?: ComponentChildren;
}) {
  return (
    <Page here="desk">
      <div class="desk">
        <nav class="sections" aria-label={say('desk.nav')}>
          {SECTIONS.map((one) => (
            <Button
              key={one}
              look="quiet"
              pressed={one === section}
              onClick={() => act({ kind: 'section', section: one })}
            >
              {say(`desk.nav.${one}`)}
            </Button>
          ))}
        </nav>
        {section === 'day' ? <DayPart view={view} act={act} /> : children}
      </div>
      {view.exporting && view.log.kind === 'some' && (
        <ExportDialog view={view.exporting} all={view.log.days} act={act} />
      )}
      <Notice notice={view.notice} onUndo={() => undefined} onClose={() => act({ kind: 'close-notice' })} />
    </Page>
  );
}
