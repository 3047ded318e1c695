import { ChevronRight, Trash2 } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { count, decimal, span } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import { InputForm } from './InputForm.tsx';
import { Total } from './Total.tsx';
import { VerdictTag } from './VerdictTag.tsx';
import type { Act, CriterionView, LogRow, ScorecardView } from './view.ts';

function Explanation({ agent, criterion, act }: { agent: string; criterion: CriterionView; act: Act }) {
  const { state, evidence, inputs, id } = criterion;
  return (
    <div class="criterion-why">
      <span class="formula">{state.kind === 'scored' ? state.formula : state.asks}</span>
      {evidence && evidence.count > 0 && (
        <button type="button" class="link" onClick={() => act({ kind: 'open', agent, figure: 'mean' })}>
          {say('sup.opens', { n: count(evidence.count) })}
          <Icon node={ChevronRight} size={12} />
        </button>
      )}
      {inputs.length > 0 && (
        <button type="button" class="link" onClick={() => act({ kind: 'edit-inputs', criterion: id })}>
          {say(state.kind === 'missing' ? 'sup.enter' : 'sup.change')}
        </button>
      )}
    </div>
  );
}

function Criterion({
  agent,
  criterion,
  editing,
  act,
}: {
  agent: string;
  criterion: CriterionView;
  editing: boolean;
  act: Act;
}) {
  const { state } = criterion;
  return (
    <tr data-state={state.kind}>
      <th scope="row">
        {criterion.title}
        {editing ? (
          <InputForm criterion={criterion} act={act} />
        ) : (
          <Explanation agent={agent} criterion={criterion} act={act} />
        )}
      </th>
      <td>{decimal(criterion.weight)}</td>
      <td>{state.kind === 'scored' ? decimal(state.points) : <Tag tone="care">{say('sup.toEnter')}</Tag>}</td>
    </tr>
  );
}

function LogFile({ log, act }: { log: LogRow; act: Act }) {
  return (
    <li>
      <div>
        <span class="file">{log.file}</span>
        <span class="ci">
          {say('sup.logFile', { events: count(log.events), days: span(log.from, log.to) })}
        </span>
      </div>
      <VerdictTag verdict={log.verdict} />
      <Button
        look="quiet"
        icon={Trash2}
        label={`${say('sup.remove')} ${log.file}`}
        onClick={() => act({ kind: 'remove-log', log: log.id })}
      />
    </li>
  );
}

/** One agent by the rubric: weight, points and the sentence that gives them, criterion by criterion. */
export function Scorecard({ card, act }: { card: ScorecardView; act: Act }) {
  return (
    <aside class="card" aria-label={`${card.agent.name}, ${card.rubricTitle}`}>
      <h2 class="card-title">
        {card.agent.name}
        <span class="muted"> · {card.rubricTitle}</span>
      </h2>
      <Total total={card.agent.total} big />
      <table class="criteria">
        <thead>
          <tr>
            <th scope="col">{say('sup.criterion')}</th>
            <th scope="col">{say('sup.weight')}</th>
            <th scope="col">{say('sup.points')}</th>
          </tr>
        </thead>
        <tbody>
          {card.criteria.map((criterion) => (
            <Criterion
              key={criterion.id}
              agent={card.agent.id}
              criterion={criterion}
              editing={card.editing === criterion.id}
              act={act}
            />
          ))}
        </tbody>
      </table>
      <h3>{say('sup.logFiles')}</h3>
      <ul class="logs">
        {card.logs.map((log) => (
          <LogFile key={log.id} log={log} act={act} />
        ))}
      </ul>
    </aside>
  );
}
