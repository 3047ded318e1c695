import type { Criterion } from '../rubric.ts';
import type { Points } from './points.ts';

/** A sentence in each language. */
export interface Formula {
  readonly 'zh-CN': string;
  readonly en: string;
}

const text = (value: number): string => String(Math.round(value * 10) / 10);

interface Unit {
  readonly of: Formula;
  /** What a step is counted in. */
  readonly step: Formula;
}

const SECONDS: Unit = { of: { 'zh-CN': ' 秒', en: ' s' }, step: { 'zh-CN': ' 秒', en: ' s' } };
const PERCENT: Unit = { of: { 'zh-CN': '%', en: '%' }, step: { 'zh-CN': ' 个百分点', en: ' points' } };
const TIMES: Unit = { of: { 'zh-CN': ' 次', en: '' }, step: { 'zh-CN': ' 次', en: '' } };

function unitOf({ measure }: Criterion): Unit {
  if (measure.kind === 'count') return TIMES;
  return measure.kind === 'figure' && measure.figure === 'response-seconds' ? SECONDS : PERCENT;
}

/** What the value is and where it comes from. */
function valueText(
  criterion: Criterion,
  inputs: Readonly<Record<string, number>>,
  value: number,
  turns: number,
): Formula {
  const { measure, label, labelEn } = criterion;
  const { of } = unitOf(criterion);
  const shown: Formula = { 'zh-CN': `${text(value)}${of['zh-CN']}`, en: `${text(value)}${of.en}` };
  switch (measure.kind) {
    case 'figure': {
      const all = `${turns} turn${turns === 1 ? '' : 's'}`;
      return measure.figure === 'response-seconds'
        ? { 'zh-CN': `${turns} 轮应答的均值 ${shown['zh-CN']}`, en: `mean of ${all} ${shown.en}` }
        : { 'zh-CN': `${turns} 轮中及时 ${shown['zh-CN']}`, en: `${shown.en} of ${all} in time` };
    }
    case 'rate': {
      const sum = `${inputs[measure.part.id] ?? 0} ÷ ${inputs[measure.whole.id] ?? 0}`;
      const none = inputs[measure.whole.id] === 0;
      return {
        'zh-CN': none ? `${measure.whole.label}为 0，按 ${shown['zh-CN']} 计` : `${sum} = ${shown['zh-CN']}`,
        en: none ? `${measure.whole.labelEn}: 0, taken as ${shown.en}` : `${sum} = ${shown.en}`,
      };
    }
    case 'count':
      return { 'zh-CN': `${label} ${shown['zh-CN']}`, en: `${labelEn}: ${shown.en}` };
  }
}

/** How a criterion's points came about: 「386 轮应答的均值 72.5 秒，目标 60 秒，差 1 个 10 秒，每个扣 2 分：30 − 1 × 2 → 28 分」. */
export function formulaOf(
  criterion: Criterion,
  inputs: Readonly<Record<string, number>>,
  value: number,
  turns: number,
  { points, steps, beyond }: Points,
): Formula {
  const { weight, scoring } = criterion;
  const what = valueText(criterion, inputs, value, turns);
  if (scoring.kind === 'each') {
    const sum = `${weight} − ${text(value)} × ${scoring.deduct}`;
    return {
      'zh-CN': `${what['zh-CN']}，每次扣 ${scoring.deduct} 分：${sum} → ${points} 分`,
      en: `${what.en}, ${scoring.deduct} points each: ${sum} → ${points}`,
    };
  }
  const { target, step, deduct, zeroBeyond, better } = scoring;
  const { of: unit, step: stepUnit } = unitOf(criterion);
  const aim = { 'zh-CN': `目标 ${target}${unit['zh-CN']}`, en: `target ${target}${unit.en}` };
  if (beyond) {
    const side = better === 'lower' ? ['高于', 'above'] : ['低于', 'below'];
    return {
      'zh-CN': `${what['zh-CN']}，${aim['zh-CN']}，${side[0]} ${zeroBeyond}${unit['zh-CN']}，不得分`,
      en: `${what.en}, ${aim.en}, ${side[1]} ${zeroBeyond}${unit.en}: no points`,
    };
  }
  if (steps === 0)
    return {
      'zh-CN': `${what['zh-CN']}，${aim['zh-CN']}，不扣分：${points} 分`,
      en: `${what.en}, ${aim.en}, nothing off: ${points}`,
    };
  const sum = `${weight} − ${steps} × ${deduct}`;
  return {
    'zh-CN': `${what['zh-CN']}，${aim['zh-CN']}，差 ${steps} 个 ${step}${stepUnit['zh-CN']}，每个扣 ${deduct} 分：${sum} → ${points} 分`,
    en: `${what.en}, ${aim.en}, off by ${steps} × ${step}${stepUnit.en}, ${deduct} points each: ${sum} → ${points}`,
  };
}
