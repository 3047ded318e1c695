import { say, spoken } from '../../components/i18n/say.ts';
import type { AgentRow, CriterionView, LogRow, VerdictView } from '../../components/supervisor/view.ts';
import { count } from '../../components/ui/format.ts';
import { verdictText } from '../../core/evidence/words.ts';
import { inputsOf, type Rubric } from '../../core/rubric.ts';
import type { Inputs, Scorecard, ScoreRow } from '../../core/score/scorecard.ts';
import type { ManualInputs, LogRow as StoredLog } from '../../storage/supervisor/store.ts';
import type { Machine } from './machines.ts';
import type { Person } from './people.ts';
import { labelOf } from './rubric.ts';

const keyOf = (criterion: string, input: string): string => `${criterion}.${input}`;

/** What was entered by hand, as the score reads it. */
export function inputsFor(rubric: Rubric, kept: ManualInputs): Inputs {
  const entered = (key: string): number | null => {
    const value = kept[key];
    return typeof value === 'number' ? value : null;
  };
  return Object.fromEntries(
    rubric.criteria.map((criterion) => [
      criterion.id,
      Object.fromEntries(inputsOf(criterion).map(({ id }) => [id, entered(keyOf(criterion.id, id))])),
    ]),
  );
}

/** What to keep when one criterion's numbers were entered. */
export const keptWith = (
  kept: ManualInputs,
  criterion: string,
  values: Readonly<Record<string, number | null>>,
): ManualInputs => ({
  ...kept,
  ...Object.fromEntries(Object.entries(values).map(([id, value]) => [keyOf(criterion, id), value])),
});

export const nameOf = ({ name, label }: Person): string => name ?? say('sup.offDuty', { label });

/** Gravest first: an agent's figures are worth what the worst of their logs is. */
const GRAVITY = ['broken', 'forked', 'unsigned', 'verified'] as const;
const KINDS = { broken: 'changed', forked: 'forked', unsigned: 'unsigned' } as const;

function kindOf(verdict: StoredLog['verdict']): VerdictView['kind'] {
  if (verdict.kind !== 'verified') return KINDS[verdict.kind];
  return verdict.anchored >= verdict.to ? 'whole' : 'unanchored';
}

function verdict(lost: number, logs: readonly StoredLog[]): VerdictView {
  const skipped = logs.reduce((sum, log) => sum + log.skipped, 0);
  const worst = [...logs].sort(
    (a, b) => GRAVITY.indexOf(a.verdict.kind) - GRAVITY.indexOf(b.verdict.kind) || anchorOf(a) - anchorOf(b),
  )[0];
  const notes = new Set(logs.flatMap((log) => log.notes));
  const said = [
    ...(lost > 0 ? [say('sup.verdictWhy.gaps', { n: count(lost) })] : []),
    ...(worst ? [verdictText(worst.verdict)[spoken()]] : []),
    ...[...notes].map((note) => say(`sup.note.${note}`)),
    ...(skipped > 0 ? [say('sup.verdictWhy.skipped', { n: count(skipped) })] : []),
  ];
  const kind = worst ? kindOf(worst.verdict) : 'unsigned';
  // A loss is graver than a missing anchor, but not than a change.
  const shown = lost > 0 && kind !== 'changed' && kind !== 'forked' ? 'gaps' : kind;
  return { kind: shown, detail: said.join('；') };
}

const anchorOf = ({ verdict }: StoredLog): number =>
  verdict.kind === 'verified' ? verdict.anchored / Math.max(1, verdict.to) : 0;

const lostOn = ({ events }: Machine): number =>
  events.reduce((sum, event) => sum + (event.kind === 'loss-found' ? event.lost : 0), 0);

/** What can be said of all logs that an agent's figures come from. */
export function verdictOf({ machines }: Person): VerdictView {
  const lost = machines.reduce((sum, machine) => sum + lostOn(machine), 0);
  return verdict(
    lost,
    machines.flatMap(({ logs }) => logs),
  );
}

/** The log files behind an agent's figures, by their first day. */
export function logsOf({ machines }: Person): LogRow[] {
  return machines
    .flatMap((machine) =>
      machine.logs.map((log) => ({
        id: log.id,
        file: log.fileName || log.id.slice(0, 12),
        events: log.events,
        ...log.header.range,
        verdict: verdict(lostOn(machine), [log]),
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** The target of the criterion that the log itself measures, in seconds. */
export function targetOf(rubric: Rubric): number | null {
  for (const { measure, scoring } of rubric.criteria)
    if (measure.kind === 'figure' && scoring.kind === 'steps') return scoring.target;
  return null;
}

/** One agent as a row of the table. */
export function agentRow(person: Person, card: Scorecard, rubric: Rubric): AgentRow {
  const { figures, within } = person;
  const { metric } = figures.response;
  const target = targetOf(rubric);
  const sent = (level: string) => figures.violations.filter(({ finding }) => finding.level === level).length;
  return {
    id: person.id,
    name: nameOf(person),
    seats: person.seats.join('、'),
    total: card.total,
    mean:
      metric.value === null
        ? null
        : { seconds: metric.value, turns: metric.counted, late: target !== null && metric.value > target },
    within:
      within.metric.value === null
        ? null
        : { share: within.metric.value, met: within.metric.met ?? 0, counted: within.metric.counted },
    sent: { block: sent('block'), warn: sent('warn'), messages: figures.replies },
    missed: figures.missed.length,
    received: figures.received.length,
    verdict: verdictOf(person),
  };
}

function stateOf(row: ScoreRow): CriterionView['state'] {
  if (row.kind === 'scored') return { kind: 'scored', points: row.points, formula: row.formula[spoken()] };
  if (row.reason === 'no-turns') return { kind: 'missing', asks: say('sup.noTurns') };
  const inputs = row.asks.map(labelOf).join(spoken() === 'en' ? ', ' : '、');
  return { kind: 'missing', asks: say('sup.asks', { inputs }) };
}

/** One row of a scorecard. */
export function criterionView(row: ScoreRow): CriterionView {
  const { criterion } = row;
  return {
    id: criterion.id,
    title: labelOf(criterion),
    weight: criterion.weight,
    state: stateOf(row),
    inputs: inputsOf(criterion).map((input) => ({
      id: input.id,
      label: labelOf(input),
      value: row.inputs[input.id] ?? null,
      whole: true,
    })),
    evidence: criterion.measure.kind === 'figure' ? { kind: 'turns', count: row.units.length } : null,
  };
}
