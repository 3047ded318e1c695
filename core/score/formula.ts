import type { Criterion } from '../rubric.ts';
import type { Points } from './points.ts';

/** A sentence in each language. */
export interface Formula {
  readonly 'zh-CN': string;
  readonly en: string;
}

const text = (value: number): string => String(Math.round(value * 10) / 10);

const UNITS = {
  figure: { 'zh-CN': ' 秒', en: ' s' },
  rate: { 'zh-CN': '%', en: '%' },
  count: { 'zh-CN': ' 次', en: '' },
} as const;

const STEPS = {
  figure: { 'zh-CN': ' 秒', en: ' s' },
  rate: { 'zh-CN': ' 个百分点', en: ' points' },
  count: { 'zh-CN': ' 次', en: '' },
} as const;

/** What the value is and where it comes from. */
function valueText(
  { measure, label, labelEn }: Criterion,
  inputs: Readonly<Record<string, number>>,
  value: number,
  turns: number,
): Formula {
  const unit = UNITS[measure.kind];
  const shown = { 'zh-CN': `${text(value)}${unit['zh-CN']}`, en: `${text(value)}${unit.en}` };
  switch (measure.kind) {
    case 'figure':
      return {
        'zh-CN': `${turns} 轮应答的均值 ${shown['zh-CN']}`,
        en: `mean of ${turns} turn${turns === 1 ? '' : 's'} ${shown.en}`,
      };
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

/** How a criterion's points came about: 「386 轮应答的均值 72.5 秒，目标 60 秒，超 1 个 10 秒，每个扣 2 分：30 − 2 = 28 分」. */
export function formulaOf(
  criterion: Criterion,
  inputs: Readonly<Record<string, number>>,
  value: number,
  turns: number,
  { points, steps, beyond }: Points,
): Formula {
  const { weight, scoring, measure } = criterion;
  const what = valueText(criterion, inputs, value, turns);
  if (scoring.kind === 'each') {
    const sum = `${weight} − ${text(value)} × ${scoring.deduct}`;
    return {
      'zh-CN': `${what['zh-CN']}，每次扣 ${scoring.deduct} 分：${sum} → ${points} 分`,
      en: `${what.en}, ${scoring.deduct} points each: ${sum} → ${points}`,
    };
  }
  const { target, step, deduct, zeroBeyond, better } = scoring;
  const unit = UNITS[measure.kind];
  const stepUnit = STEPS[measure.kind];
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
