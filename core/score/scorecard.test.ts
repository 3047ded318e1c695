import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import { shippedRubrics } from '../../cli/rubrics.ts';
import { log } from '../clock/log.fixture.ts';
import { rubricSchema } from '../rubric.schema.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Inputs, score, totalText } from './scorecard.ts';

const rubric = shippedRubrics().get('presales')!;
const manual = shippedProfiles().get(rubric.profile)!;

/** One turn of so many seconds. */
function answeredAfter(seconds: string): Figures {
  const events = log(
    { at: '10:00:00', page: '10:00:00', id: 'asked' },
    { by: 'agent', at: `10:${seconds}`, page: `10:${seconds}` },
  );
  return figuresOf(events, manual)[0]!;
}

const ALL: Inputs = {
  'survey-plan': { done: 19, planned: 20 },
  'survey-report': { 'on-time': 9, due: 10 },
  'complaint-rate': { own: 2, all: 25 },
  cooperation: { late: 1 },
  complaints: { complaints: 2 },
};

describe('the pre-sales table', () => {
  it('has the manual’s criteria, order and weights', () => {
    expect(rubric.criteria.map(({ label, weight }) => [label, weight])).toEqual([
      ['客户调研计划执行率', 15],
      ['客户调研报告提交及时率', 10],
      ['客户咨询受理平均响应时间', 30],
      ['客户投诉率', 20],
      ['工作配合及时性', 15],
      ['投诉', 10],
    ]);
  });

  it('judges from the log alone what the log knows, and stretches nothing', () => {
    const card = score(rubric, {}, answeredAfter('01:25'));
    expect(card.total).toEqual({ points: 26, judged: 30, weight: 100 });
    expect(totalText(card.total)).toEqual({
      'zh-CN': '已评 30/100 分，得 26 分',
      en: '30 of 100 points judged, 26 given',
    });
    expect(card.rows.map(({ kind }) => kind)).toEqual([
      'missing',
      'missing',
      'scored',
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('shows how, and from what', () => {
    const row = score(rubric, {}, answeredAfter('01:25')).rows[2]!;
    expect(row).toMatchObject({ kind: 'scored', value: 85, units: ['asked'] });
    expect(row.kind === 'scored' && row.formula).toEqual({
      'zh-CN': '1 轮应答的均值 85 秒，目标 60 秒，差 2 个 10 秒，每个扣 2 分：30 − 2 × 2 → 26 分',
      en: 'mean of 1 turn 85 s, target 60 s, off by 2 × 10 s, 2 points each: 30 − 2 × 2 → 26',
    });
  });

  it('adds up once everything is entered', () => {
    const card = score(rubric, ALL, answeredAfter('00:40'));
    const points = card.rows.map((row) => (row.kind === 'scored' ? row.points : null));
    // 95 % on target; 90 % five points short; 40 s; 8 % three over; one late; two complaints.
    expect(points).toEqual([15, 5, 30, 14, 12, 0]);
    expect(card.total).toEqual({ points: 76, judged: 100, weight: 100 });
  });

  it('asks for what is not entered, a zero being entered', () => {
    const card = score(
      rubric,
      { 'survey-plan': { done: 3, planned: null }, cooperation: { late: 0 } },
      answeredAfter('00:40'),
    );
    const [plan, , , , cooperation] = card.rows;
    expect(plan).toMatchObject({
      kind: 'missing',
      reason: 'not-entered',
      asks: [{ id: 'planned' }],
      inputs: { done: 3 },
    });
    expect(cooperation).toMatchObject({ kind: 'scored', points: 15 });
  });

  it('takes nothing planned and nobody complaining for what they are', () => {
    const none = { 'survey-plan': { done: 0, planned: 0 }, 'complaint-rate': { own: 0, all: 0 } };
    const [plan, , , rate] = score(rubric, none, answeredAfter('00:40')).rows;
    expect(plan).toMatchObject({ points: 15, value: 100 });
    expect(rate).toMatchObject({ points: 20, value: 0 });
    expect(rate!.kind === 'scored' && rate!.formula['zh-CN']).toBe(
      '客户投诉总数为 0，按 0% 计，目标 5%，不扣分：20 分',
    );
  });

  it('gives no points beyond the limit, and says so', () => {
    const [plan] = score(rubric, { 'survey-plan': { done: 15, planned: 20 } }, answeredAfter('00:40')).rows;
    expect(plan).toMatchObject({ points: 0 });
    expect(plan!.kind === 'scored' && plan!.formula.en).toBe(
      '15 ÷ 20 = 75%, target 95%, below 80%: no points',
    );
  });

  it('does not judge response without a turn', () => {
    const [nobody] = figuresOf(log({ by: 'agent', at: '10:00:00', page: '10:00:00' }), manual);
    expect(score(rubric, {}, nobody!).rows[2]).toMatchObject({
      kind: 'missing',
      reason: 'no-turns',
      asks: [],
    });
  });
});

it('refuses a rubric that judges one thing twice', () => {
  const twice = { ...rubric, criteria: [rubric.criteria[0], rubric.criteria[0]] };
  expect(rubricSchema.safeParse(twice).success).toBe(false);
  expect(rubricSchema.safeParse(rubric).success).toBe(true);
});
