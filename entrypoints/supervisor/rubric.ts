import { say, spoken } from '../../components/i18n/say.ts';
import type { RubricField, RubricValues, RubricView } from '../../components/supervisor/view.ts';
import { rubricSchema } from '../../core/rubric.schema.ts';
import type { Criterion, Rubric, Scoring } from '../../core/rubric.ts';

/** What is kept of an edited rubric: the way in which points are lost, by criterion. */
type Edited = Readonly<Record<string, Scoring>>;

const withScoring = (shipped: Rubric, edited: Edited): unknown => ({
  ...shipped,
  criteria: shipped.criteria.map((criterion) => ({
    ...criterion,
    scoring: edited[criterion.id] ?? criterion.scoring,
  })),
});

/** The rubric as it holds: the shipped one with what was edited. Settings that make no sense are left aside. */
export function rubricWith(shipped: Rubric, settings: unknown): Rubric {
  if (typeof settings !== 'object' || settings === null) return shipped;
  const result = rubricSchema.safeParse(withScoring(shipped, settings as Edited));
  return result.success ? result.data : shipped;
}

export const labelOf = ({ label, labelEn }: { readonly label: string; readonly labelEn: string }): string =>
  spoken() === 'en' ? labelEn : label;

const LARGEST = 100_000;

function fieldsOf({ measure, scoring, weight }: Criterion): RubricField[] {
  const points = { unit: say('sup.rubric.unit.points'), optional: false, min: 0, max: weight };
  if (scoring.kind === 'each')
    return [{ id: 'deduct', label: say('sup.rubric.each'), value: scoring.deduct, ...points }];
  const unit = say(`sup.rubric.unit.${measure.kind}`);
  const max = measure.kind === 'rate' ? 100 : LARGEST;
  const lower = scoring.better === 'lower';
  return [
    {
      id: 'target',
      label: say('sup.rubric.target'),
      unit,
      value: scoring.target,
      optional: false,
      min: 0,
      max,
    },
    {
      id: 'step',
      label: say(lower ? 'sup.rubric.stepOver' : 'sup.rubric.stepUnder'),
      unit: say(`sup.rubric.step.${measure.kind}`),
      value: scoring.step,
      optional: false,
      min: 0.01,
      max,
    },
    { id: 'deduct', label: say('sup.rubric.deduct'), value: scoring.deduct, ...points },
    {
      id: 'zeroBeyond',
      label: say(lower ? 'sup.rubric.above' : 'sup.rubric.below'),
      unit: say('sup.rubric.noPoints', { unit }),
      value: scoring.zeroBeyond ?? null,
      optional: true,
      min: 0,
      max,
    },
  ];
}

/** The rubric as the editor shows it. */
export function rubricView(rubric: Rubric, settings: unknown): RubricView {
  return {
    title: labelOf(rubric),
    shipped: settings === null,
    rows: rubric.criteria.map((criterion) => ({
      id: criterion.id,
      title: labelOf(criterion),
      weight: criterion.weight,
      fields: fieldsOf(criterion),
    })),
  };
}

function scoringWith(scoring: Scoring, values: Readonly<Record<string, number | null>>): Scoring {
  const deduct = values.deduct ?? scoring.deduct;
  if (scoring.kind === 'each') return { kind: 'each', deduct };
  const zeroBeyond = values.zeroBeyond ?? null;
  return {
    kind: 'steps',
    better: scoring.better,
    target: values.target ?? scoring.target,
    step: values.step ?? scoring.step,
    deduct,
    ...(zeroBeyond === null ? {} : { zeroBeyond }),
  };
}

/** What to keep of the numbers as edited. */
export const editedOf = (rubric: Rubric, values: RubricValues): Edited =>
  Object.fromEntries(rubric.criteria.map(({ id, scoring }) => [id, scoringWith(scoring, values[id] ?? {})]));
