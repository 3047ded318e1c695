import { say, spoken } from '../../components/i18n/say.ts';
import type { AgentRow, Period } from '../../components/supervisor/view.ts';
import type { Level } from '../../core/event.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { Scorecard } from '../../core/score/scorecard.ts';
import type {
  ReportAgent,
  ReportFinding,
  ReportLog,
  ReportTurn,
  ScoreReport,
} from '../../storage/reports/scorecard.ts';
import { logsOf, nameOf } from './cards.ts';
import { findingRows, type Known, turnRow } from './details.ts';
import type { Person } from './people.ts';
import { labelOf } from './rubric.ts';

/** An agent with everything that the page shows of them. */
export interface Judged {
  readonly person: Person;
  readonly card: Scorecard;
  readonly row: AgentRow;
}

function agentOf({ person, card, row }: Judged): ReportAgent {
  const { figures, within } = person;
  const sent = (level: Level) => figures.violations.filter(({ finding }) => finding.level === level).length;
  return {
    name: row.name,
    points: card.total.judged === 0 ? null : card.total.points,
    judged: card.total.judged,
    weight: card.total.weight,
    meanSeconds: figures.response.metric.value,
    turns: figures.response.metric.counted,
    counted: within.metric.counted,
    met: within.metric.met ?? 0,
    messages: figures.replies,
    sent: { block: sent('block'), warn: sent('warn') },
    missed: figures.missed.length,
    received: figures.received.length,
    verdict: say(`sup.verdict.${row.verdict.kind}`),
    criteria: Object.fromEntries(
      card.rows.map((each) => [
        each.criterion.id,
        each.kind === 'scored'
          ? { points: each.points, formula: each.formula[spoken()] }
          : { points: null, formula: '' },
      ]),
    ),
  };
}

function* turnsOf(judged: readonly Judged[], known: Known): Generator<ReportTurn> {
  for (const { person } of judged)
    for (const unit of person.figures.response.units) {
      const row = turnRow(unit, known.mean, known.target);
      yield {
        agent: nameOf(person),
        conversation: unit.conversation,
        startedAt: unit.startedAt,
        answeredAt: unit.answeredAt,
        seconds: row.seconds,
        result: say(`sup.state.${row.state}`),
        why: row.why,
      };
    }
}

function* findingsOf(judged: readonly Judged[], { titleOf }: Known): Generator<ReportFinding> {
  for (const { person } of judged)
    for (const { conversation, at, level, title, rule, text } of findingRows(person, titleOf))
      yield {
        agent: nameOf(person),
        conversation,
        at,
        level: say(`sup.level.${level}`),
        rule,
        category: title,
        text: text?.value ?? null,
      };
}

/** Each log once, though several agents' figures may come from it. */
function logRows(judged: readonly Judged[]): ReportLog[] {
  const logs = new Map<string, ReportLog>();
  for (const { person } of judged)
    for (const { id, file, events, verdict } of logsOf(person)) {
      const known = logs.get(id);
      const agent = known ? `${known.agent}、${nameOf(person)}` : nameOf(person);
      logs.set(id, { agent, file, head: id, events, verdict: say(`sup.verdict.${verdict.kind}`) });
    }
  return [...logs.values()];
}

export const periodText = (period: Period): string =>
  period.kind === 'all' ? say('sup.period.all') : `${period.from} – ${period.to}`;

/** All that the page shows, as a file will hold it. Turns and findings are made while they are written. */
export function reportOf(
  judged: readonly Judged[],
  rubric: Rubric,
  period: Period,
  known: Known,
  made: number,
): ScoreReport {
  return {
    made,
    rubric: labelOf(rubric),
    period: periodText(period),
    timeZone: known.mean.timeZone,
    targetSeconds: known.within.targetSeconds,
    criteria: rubric.criteria.map((criterion) => ({
      id: criterion.id,
      title: labelOf(criterion),
      weight: criterion.weight,
    })),
    agents: judged.map(agentOf),
    turns: turnsOf(judged, known),
    findings: findingsOf(judged, known),
    logs: logRows(judged),
  };
}
