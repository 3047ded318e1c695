import type { Criterion, Input, Rubric } from '../rubric.ts';
import { inputsOf } from '../rubric.ts';
import type { Agent, Figures } from './figures.ts';
import { type Formula, formulaOf } from './formula.ts';
import { pointsFor } from './points.ts';

/** Criterion id → input id → what a person entered. */
export type Inputs = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** One criterion of one agent. A row without its inputs is 待录入: it has no points, not zero. */
export type ScoreRow = {
  readonly criterion: Criterion;
  readonly inputs: Readonly<Record<string, number>>;
  /** Ids of the events that began the units of a measured figure, so that a page can open it. */
  readonly units: readonly string[];
} & (
  | { readonly kind: 'scored'; readonly value: number; readonly points: number; readonly formula: Formula }
  | { readonly kind: 'missing'; readonly reason: 'not-entered' | 'no-turns'; readonly asks: readonly Input[] }
);

/** Points of the weight that could be judged. Never stretched over what could not. */
export interface Total {
  readonly points: number;
  readonly judged: number;
  readonly weight: number;
}

export interface Scorecard {
  readonly rubric: string;
  readonly agent: Agent;
  readonly rows: readonly ScoreRow[];
  readonly total: Total;
}

interface Value {
  readonly value: number;
  readonly units: readonly string[];
}

const rowInputs = (criterion: Criterion, inputs: Inputs): Record<string, number> =>
  Object.fromEntries(
    inputsOf(criterion).flatMap(({ id }) => {
      const value = inputs[criterion.id]?.[id];
      return value === undefined || value === null ? [] : [[id, value]];
    }),
  );

function measured({ measure }: Criterion, entered: Record<string, number>, figures: Figures): Value | null {
  if (measure.kind === 'figure') {
    const { metric, units } = figures.response;
    const ids = units.filter(({ counts }) => counts).map(({ start }) => start.id ?? String(start.index));
    const unit = measure.figure === 'response-seconds' ? 's' : 'ratio';
    if (metric.value === null || metric.unit !== unit) return null;
    return { value: unit === 's' ? metric.value : metric.value * 100, units: ids };
  }
  if (measure.kind === 'count') {
    const count = entered[measure.count.id];
    return count === undefined ? null : { value: count, units: [] };
  }
  const part = entered[measure.part.id];
  const whole = entered[measure.whole.id];
  if (part === undefined || whole === undefined) return null;
  return { value: whole === 0 ? measure.ifNone : (part / whole) * 100, units: [] };
}

function rowOf(criterion: Criterion, inputs: Inputs, figures: Figures): ScoreRow {
  const entered = rowInputs(criterion, inputs);
  const found = measured(criterion, entered, figures);
  if (!found) {
    const asks = inputsOf(criterion).filter(({ id }) => entered[id] === undefined);
    const reason = criterion.measure.kind === 'figure' ? 'no-turns' : 'not-entered';
    return { kind: 'missing', criterion, inputs: entered, units: [], reason, asks };
  }
  const points = pointsFor(found.value, criterion.weight, criterion.scoring);
  const formula = formulaOf(criterion, entered, found.value, found.units.length, points);
  return { kind: 'scored', criterion, inputs: entered, ...found, points: points.points, formula };
}

/**
 * One agent's scorecard by a rubric: every row with its formula, inputs and units. `figures` are by the rubric's own
 * profile, which must fit it.
 */
export function score(rubric: Rubric, inputs: Inputs, figures: Figures): Scorecard {
  const rows = rubric.criteria.map((criterion) => rowOf(criterion, inputs, figures));
  let points = 0;
  let judged = 0;
  let weight = 0;
  for (const row of rows) {
    weight += row.criterion.weight;
    if (row.kind === 'missing') continue;
    points += row.points;
    judged += row.criterion.weight;
  }
  const total = { points: Math.round(points * 100) / 100, judged, weight };
  return { rubric: rubric.id, agent: figures.agent, rows, total };
}

/** 「已评 30/100 分，得 24 分」. */
export function totalText({ points, judged, weight }: Total): Formula {
  return {
    'zh-CN': `已评 ${judged}/${weight} 分，得 ${points} 分`,
    en: `${judged} of ${weight} points judged, ${points} given`,
  };
}
