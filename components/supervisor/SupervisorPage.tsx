import { ClipboardList, FileSpreadsheet, FileText, Inbox, KeyRound } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { count } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AgentTable } from './AgentTable.tsx';
import { Details } from './Details.tsx';
import { DropZone } from './DropZone.tsx';
import { FileResults } from './FileResults.tsx';
import { PeriodFilter } from './PeriodFilter.tsx';
import { ReceivingKeys } from './ReceivingKeys.tsx';
import { RubricEditor } from './RubricEditor.tsx';
import { Scorecard } from './Scorecard.tsx';
import type { Act, AgentsView, SupervisorView } from './view.ts';

function Acts({ view, act }: { view: SupervisorView; act: Act }) {
  return (
    <>
      {view.agents.kind === 'list' && (
        <>
          {view.days && <PeriodFilter period={view.period} within={view.days} act={act} />}
          <Button icon={ClipboardList} onClick={() => act({ kind: 'edit-rubric', open: true })}>
            {say('sup.editRubric')}
          </Button>
          <Button icon={FileSpreadsheet} onClick={() => act({ kind: 'save', as: 'xlsx' })}>
            {say('sup.saveXlsx')}
          </Button>
          <Button icon={FileText} onClick={() => act({ kind: 'save', as: 'csv' })}>
            {say('sup.saveCsv')}
          </Button>
        </>
      )}
      {/* Last, at the edge: it stays in its place when the others come. */}
      <Button icon={KeyRound} onClick={() => act({ kind: 'open-keys', open: true })}>
        {say('keys.title')}
      </Button>
    </>
  );
}

function Nothing({ view, act }: { view: SupervisorView; act: Act }) {
  return (
    <div class="start">
      <Empty icon={Inbox} title={say('sup.empty')}>
        <p>{say('sup.emptyWhat')}</p>
        <p>{say('sup.emptyHow')}</p>
      </Empty>
      <DropZone big act={act} />
      <FileResults rows={view.imports} act={act} />
    </div>
  );
}

type AgentList = Extract<AgentsView, { kind: 'list' }>;

function Agents({ view, agents, act }: { view: SupervisorView; agents: AgentList; act: Act }) {
  return (
    <div class="scores">
      <section>
        <h1>{say('sup.headline', { n: count(agents.rows.length), turns: count(agents.turns) })}</h1>
        <p class="muted">
          {say('sup.logs', { n: count(agents.logs) })} · {view.rubricTitle} · {say('sup.estimate')}
        </p>
        <AgentTable
          rows={agents.rows}
          selected={view.scorecard?.agent.id ?? null}
          targetSeconds={agents.targetSeconds}
          act={act}
        />
        <DropZone big={false} act={act} />
        <FileResults rows={view.imports} act={act} />
      </section>
      {view.scorecard && <Scorecard key={view.scorecard.agent.id} card={view.scorecard} act={act} />}
    </div>
  );
}

function Content({ view, act }: { view: SupervisorView; act: Act }) {
  const { agents } = view;
  switch (agents.kind) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return (
        <p class="failed" role="alert">
          {say('sup.failed', { what: agents.what })}
        </p>
      );
    case 'empty':
      return <Nothing view={view} act={act} />;
    case 'list':
      return <Agents view={view} agents={agents} act={act} />;
  }
}

/** The supervisor's page: logs in, scores out, and for every figure the turns behind it. */
export function SupervisorPage({ view, act }: { view: SupervisorView; act: Act }) {
  return (
    <Page here="supervisor" aside={<Acts view={view} act={act} />}>
      <Content view={view} act={act} />
      {view.details && <Details details={view.details} act={act} />}
      {view.keys && <ReceivingKeys keys={view.keys} act={act} />}
      {view.rubric && <RubricEditor rubric={view.rubric} act={act} />}
      <Notice
        notice={view.notice}
        onUndo={() => act({ kind: 'undo' })}
        onClose={() => act({ kind: 'close-notice' })}
      />
    </Page>
  );
}
