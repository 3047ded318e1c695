import { moment } from '../ui/format.ts';
import type {
  AgentRow,
  CriterionView,
  DetailsView,
  ImportRow,
  KeysView,
  RubricView,
  SupervisorView,
  TurnRow,
} from './view.ts';

/** Made-up agents and turns for the fixtures. Figures agree with each other as real ones would. */

export const TROUBLE = '浏览器不让读取这个扩展的数据库';
const MORNING = Date.parse('2025-11-03T09:12:07+08:00');
const DAY = 86_400_000;

const whole = { kind: 'unsigned', detail: '文件完整；没有签名，说明不了导出之前的改动' } as const;

const agents: readonly AgentRow[] = [
  {
    id: 'c01',
    name: '客服 01',
    seats: '旗舰店:小柚',
    total: { points: 93, judged: 100, weight: 100 },
    mean: { seconds: 28, turns: 386, late: false },
    within: { share: 0.971, met: 375, counted: 386 },
    sent: { block: 0, warn: 2, messages: 912 },
    missed: 3,
    received: 164,
    verdict: whole,
  },
  {
    id: 'c11',
    name: '客服 11',
    seats: '旗舰店:阿宁、专营店:阿宁',
    total: { points: 13, judged: 30, weight: 100 },
    mean: { seconds: 71.4, turns: 291, late: true },
    within: { share: 0.849, met: 247, counted: 291 },
    sent: { block: 4, warn: 9, messages: 834 },
    missed: 18,
    received: 140,
    verdict: { kind: 'gaps', detail: '日志里记着 2 次丢失，共 17 条记录' },
  },
  {
    id: 'c12',
    name: '客服 12',
    seats: '',
    total: { points: 0, judged: 0, weight: 100 },
    mean: null,
    within: null,
    sent: { block: 0, warn: 0, messages: 0 },
    missed: 0,
    received: 0,
    verdict: whole,
  },
];

const manual = (
  id: string,
  title: string,
  weight: number,
  asks: string,
  labels: readonly string[],
): CriterionView => ({
  id,
  title,
  weight,
  state: { kind: 'missing', asks },
  inputs: labels.map((label, n) => ({ id: `${id}-${n}`, label, value: null, whole: true })),
  evidence: null,
});

const criteriaOpen: readonly CriterionView[] = [
  manual('survey-done', '客户调研计划执行率', 15, '已执行 ÷ 计划总数', ['已执行的调研', '计划的调研']),
  manual('survey-report', '客户调研报告提交及时率', 10, '按时提交 ÷ 应提交', [
    '按时提交的报告',
    '应提交的报告',
  ]),
  {
    id: 'mean-response',
    title: '平均响应时间',
    weight: 30,
    state: { kind: 'scored', points: 30, formula: '28 秒，目标 30 秒，没有超过：不扣分' },
    inputs: [],
    evidence: { kind: 'turns', count: 386 },
  },
  manual('complaint-share', '客户投诉率', 20, '本人投诉 ÷ 全部投诉', ['本人的投诉', '全部投诉']),
  manual('cooperation', '工作配合及时性', 15, '每次不及时扣 1.5 分', ['配合不及时的次数']),
  manual('complaints', '投诉', 10, '每起扣 2 分', ['投诉起数']),
];

const entered: Readonly<Record<string, { points: number; formula: string; values: readonly number[] }>> = {
  'survey-done': {
    points: 13,
    formula: '92%（46/50），目标 95%，低 3 个百分点：15 − 2 × 1',
    values: [46, 50],
  },
  'survey-report': {
    points: 8,
    formula: '84%（21/25），目标 90%，低 6 个百分点：10 − 1 × 2',
    values: [21, 25],
  },
  'complaint-share': { points: 20, formula: '0/5 起，目标 10%：不扣分', values: [0, 5] },
  cooperation: { points: 12, formula: '2 次，每次扣 1.5 分：15 − 2 × 1.5', values: [2] },
  complaints: { points: 10, formula: '0 起：不扣分', values: [0] },
};

const criteriaFull = criteriaOpen.map((criterion): CriterionView => {
  const given = entered[criterion.id];
  if (!given) return criterion;
  return {
    ...criterion,
    state: { kind: 'scored', points: given.points, formula: given.formula },
    inputs: criterion.inputs.map((input, n) => ({ ...input, value: given.values[n] ?? null })),
  };
});

const logs = [
  {
    id: 'l1',
    file: 'counterside-客服01-20251107.cslog',
    events: 4204,
    from: MORNING,
    to: MORNING + 5 * DAY,
    verdict: whole,
  },
  {
    id: 'l2',
    file: 'counterside-客服01-20251114.cslog',
    events: 3981,
    from: MORNING + 7 * DAY,
    to: MORNING + 12 * DAY,
    verdict: whole,
  },
];

export const nothing: SupervisorView = {
  agents: { kind: 'empty' },
  imports: [],
  period: { kind: 'all' },
  days: null,
  rubricTitle: '售前客服考核表',
  scorecard: null,
  details: null,
  rubric: null,
  keys: null,
  notice: null,
};

const first = agents[0] as AgentRow;
const second = agents[1] as AgentRow;

export const few: SupervisorView = {
  ...nothing,
  agents: { kind: 'list', turns: 677, logs: 4, targetSeconds: 180, rows: agents },
  days: { from: '2025-11-01', to: '2025-11-21' },
  scorecard: { agent: first, rubricTitle: nothing.rubricTitle, criteria: criteriaFull, logs, editing: null },
};

export const entering: SupervisorView = {
  ...few,
  scorecard: {
    agent: second,
    rubricTitle: nothing.rubricTitle,
    criteria: criteriaOpen,
    logs: logs.slice(0, 1),
    editing: 'survey-done',
  },
};

export const many: SupervisorView = {
  ...few,
  agents: {
    kind: 'list',
    turns: 18_204,
    logs: 57,
    targetSeconds: 180,
    rows: Array.from({ length: 40 }, (_, n): AgentRow => {
      const met = 300 - ((n * 7) % 90);
      return {
        ...first,
        id: `c${n + 1}`,
        name: `客服 ${String(n + 1).padStart(2, '0')}`,
        seats: `旗舰店:子账号${n + 1}`,
        total:
          n % 3 === 0
            ? { points: 30 - (n % 9), judged: 30, weight: 100 }
            : { points: 96 - n, judged: 100, weight: 100 },
        mean: { seconds: 22 + n * 2.3, turns: 310, late: n > 6 },
        within: { share: met / 310, met, counted: 310 },
        sent: { block: n % 5, warn: n % 11, messages: 800 + n },
        missed: n % 13,
        received: 120 + n,
      };
    }),
  },
};

export const reading: readonly ImportRow[] = [
  { id: 'i1', file: 'counterside-客服01-20251121.cslog', kind: 'imported', agent: '客服 01', events: 4204 },
  { id: 'i2', file: 'counterside-客服04-20251121.cslog', kind: 'reading' },
  { id: 'i3', file: 'counterside-客服07-20251121.cslog', kind: 'reading' },
];

export const imports: readonly ImportRow[] = [
  { id: 'i4', file: 'counterside-客服01-20251121.cslog', kind: 'imported', agent: '客服 01', events: 4204 },
  { id: 'i5', file: 'counterside-客服11-20251121.cslog', kind: 'already', agent: '客服 11' },
  {
    id: 'i9',
    file: 'counterside-客服12-20251121.cslog',
    kind: 'locked',
    source: new File([], 'counterside-客服12-20251121.cslog'),
    tried: true,
  },
  { id: 'i6', file: '聊天记录导出.json', kind: 'wrong', why: '这不是柜边导出的日志文件。' },
];

export const wrongFiles: readonly ImportRow[] = [
  { id: 'i7', file: '新建文本文档.cslog', kind: 'wrong', why: '文件是空的。' },
  {
    id: 'i8',
    file: 'counterside-客服04.cslog',
    kind: 'wrong',
    why: '文件由更新版本的柜边导出，请先升级这里的柜边。',
  },
];

export const removed = {
  text: '已移除 counterside-客服01-20251107.cslog',
  tone: 'fine',
  undo: true,
} as const;

const turn = (n: number): TurnRow => {
  const seconds = n % 11 === 5 ? null : ((n * 37) % 95) + 4;
  const startedAt = MORNING + n * 171_000;
  const clock = moment(startedAt).slice(6);
  return {
    id: `t${n}`,
    startedAt,
    conversation: `${(0x3fa1 + n * 77).toString(16)}`,
    seconds,
    state: seconds === null ? 'missed' : seconds > 60 ? 'late' : 'met',
    why:
      seconds === null
        ? `${clock} 买家提问，之后没有人工回复：不进平均值，记为漏回`
        : `${clock} 买家 → 人工回复，${seconds} 秒${n % 7 === 3 ? '；中间的机器人欢迎语不算回复' : ''}`,
  };
};

export const turns: DetailsView = {
  agent: '客服 01',
  figure: 'mean',
  total: 386,
  sentence: '386 轮等待之和 10,808 秒 ÷ 386 = 28 秒；3 轮没有回复，另计。',
  order: 'time',
  page: 0,
  pageSize: 100,
  list: { kind: 'turns', rows: Array.from({ length: 100 }, (_, n) => turn(n)) },
};

export const findings: DetailsView = {
  ...turns,
  agent: '客服 11',
  figure: 'sent',
  total: 3,
  sentence: '834 条已发消息里，禁止 4 处、警告 9 处；每千条 4.8 和 10.8。',
  list: {
    kind: 'findings',
    rows: [
      {
        id: 'f1',
        at: MORNING + 3_600_000,
        conversation: '3fa1',
        level: 'block',
        rule: 'diversion-wechat',
        title: '引导到站外',
        text: { value: '亲，加我微信给您发细节图哦', start: 2, end: 6 },
      },
      {
        id: 'f2',
        at: MORNING + 4_200_000,
        conversation: '40c2',
        level: 'warn',
        rule: 'taboo-blame',
        title: '反问买家',
        text: { value: '你是不是搞错了？我们发的就是这个', start: 0, end: 7 },
      },
      {
        id: 'f3',
        at: MORNING + 9_200_000,
        conversation: '41aa',
        level: 'hint',
        rule: 'repeat',
        title: '重复回复',
        text: null,
      },
    ],
  },
};

export const conversations: DetailsView = {
  ...turns,
  figure: 'received',
  total: 3,
  sentence: '这段时间里买家说过话的会话有 3 个。',
  list: {
    kind: 'conversations',
    rows: [0, 1, 2].map((n) => ({
      id: `k${n}`,
      firstAt: MORNING + n * 900_000,
      conversation: `${(0x3fa1 + n * 77).toString(16)}`,
      turns: 2 + n,
      messages: 9 + n * 3,
    })),
  },
};

export const nothingMissed: DetailsView = {
  ...turns,
  figure: 'missed',
  total: 0,
  sentence: '387 轮里 0 轮没有人工回复。',
  list: { kind: 'turns', rows: [] },
};

const share = (target: number, points: number, floor: number) => [
  { id: 'target', label: '目标值', unit: '%', value: target, optional: false, min: 0, max: 100 },
  { id: 'step', label: '每低', unit: '个百分点', value: 1, optional: false, min: 0.1, max: 100 },
  { id: 'deduct', label: '扣', unit: '分', value: points, optional: false, min: 0, max: 100 },
  { id: 'floor', label: '低于', unit: '% 不得分', value: floor, optional: true, min: 0, max: 100 },
];

export const rubric: RubricView = {
  title: nothing.rubricTitle,
  shipped: false,
  rows: [
    { id: 'survey-done', title: '客户调研计划执行率', weight: 15, fields: share(95, 1, 80) },
    { id: 'survey-report', title: '客户调研报告提交及时率', weight: 10, fields: share(90, 1, 70) },
    {
      id: 'mean-response',
      title: '平均响应时间',
      weight: 30,
      fields: [
        { id: 'target', label: '目标值', unit: '秒', value: 30, optional: false, min: 1, max: 3600 },
        { id: 'step', label: '每超', unit: '秒', value: 5, optional: false, min: 1, max: 3600 },
        { id: 'deduct', label: '扣', unit: '分', value: 2, optional: false, min: 0, max: 100 },
      ],
    },
    { id: 'complaint-share', title: '客户投诉率', weight: 20, fields: share(10, 2, 30) },
    {
      id: 'cooperation',
      title: '工作配合及时性',
      weight: 15,
      fields: [
        { id: 'deduct', label: '每次不及时扣', unit: '分', value: 1.5, optional: false, min: 0, max: 100 },
      ],
    },
    {
      id: 'complaints',
      title: '投诉',
      weight: 10,
      fields: [{ id: 'deduct', label: '每起扣', unit: '分', value: 2, optional: false, min: 0, max: 100 }],
    },
  ],
};

export const keys: KeysView = {
  told: null,
  list: [
    {
      id: 'k1',
      label: '山货铺 林主管',
      fingerprint: '3481 0273 9920 1184 5520 7719',
      madeAt: MORNING,
      retired: false,
      files: ['counterside-客服01-20251107.cslog', 'counterside-客服11-20251107.cslog'],
    },
    {
      id: 'k0',
      label: '林主管（旧电脑前）',
      fingerprint: '0918 4427 3016 5582 9904 1273',
      madeAt: MORNING - 40 * DAY,
      retired: true,
      files: [],
    },
  ],
};
