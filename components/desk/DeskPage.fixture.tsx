import '../ui/page.css';
import './desk.css';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { InLanguage } from '../ui/InLanguage.tsx';
import { DeskPage } from './DeskPage.tsx';
import type { DayView, DeskView, ReceiversView } from './view.ts';

const SINCE = Date.parse('2025-11-03T09:02:00+08:00');
const ignore = () => undefined;

const HOURS = Array.from({ length: 24 }, (_, hour) => (hour < 9 ? 0 : (hour * 7) % 11));
const DUE: FollowUp = {
  id: 'f1',
  what: 'promise',
  conversation: 'c1',
  console: 'pinduoduo',
  shop: '山货铺',
  case: null,
  setAt: SINCE,
  due: SINCE + 3_600_000,
  person: '小柚',
  note: '下午三点前给您补发',
  state: 'open',
  endedAt: null,
  missed: [],
};
const day: DayView = {
  figures: {
    received: [],
    hours: new Array(24).fill(0),
    peak: 0,
    buyerMessages: 0,
    agentMessages: 0,
    transferred: 0,
    turns: 0,
    waitedSeconds: 0,
    withinTarget: 0,
    unanswered: 0,
    metrics: {},
    waiting: [],
    sentFindings: 0,
    fixedDrafts: 0,
    casesOpened: 0,
    casesClosed: 0,
    promisesMade: 0,
    promisesKept: 0,
    missed: 0,
  },
  targetSeconds: 180,
  profiles: [
    {
      id: 'pdd-3min-rate',
      label: '3分钟人工回复率',
      metric: { profile: 'pdd-3min-rate', value: 0.966, unit: 'ratio', counted: 148, met: 143, excluded: 2 },
    },
  ],
  repeat: null,
  repeatDays: 7,
  followUps: [],
  openCases: 0,
  unexported: 0,
  lists: [
    {
      flow: 'shift-start',
      title: '开班清单',
      items: [
        { id: 'orders', title: '昨日异常及申请退款订单', does: '先处理异常和申请退款的。', done: false },
      ],
    },
  ],
  now: SINCE + 7_200_000,
};

const quiet: DeskView = {
  person: null,
  day,
  log: { kind: 'empty' },
  exports: [],
  exporting: null,
  loss: null,
  reminder: null,
  backup: null,
  notice: null,
};

const busy: DeskView = {
  ...quiet,
  person: '小柚',
  day: {
    ...day,
    figures: {
      ...day.figures,
      received: Array.from({ length: 64 }, (_, at) => `c${at}`),
      turns: 148,
      waitedSeconds: 4617,
      withinTarget: 143,
      sentFindings: 2,
      fixedDrafts: 11,
      hours: HOURS,
      peak: 5,
      missed: 1,
      buyerMessages: 210,
      agentMessages: 231,
    },
    openCases: 3,
    unexported: 1,
    repeat: 0.125,
    followUps: [DUE],
  },
  log: {
    kind: 'some',
    events: 4204,
    conversations: 164,
    days: { from: '2025-11-03', to: '2025-11-08' },
    since: SINCE,
    latest: SINCE + 432_000_000,
  },
  exports: [
    {
      id: 'e2',
      at: SINCE + 432_000_000,
      recipient: '林主管',
      events: 3610,
      purpose: '投诉复核',
      words: 'full',
    },
    { id: 'e1', at: SINCE + 86_400_000, recipient: '林主管', events: 812 },
  ],
};

const exporting = {
  choice: {
    agent: '小柚',
    recipient: '林主管',
    purpose: '月度评分',
    words: 'redacted',
    lock: { kind: 'none' },
    days: null,
  },
  size: { events: 4204, buyers: 164 },
  hasText: true,
  receivers: { known: [], read: { kind: 'nothing' } },
  state: { kind: 'asking' },
} as const;

const LIN = { id: 'a1', label: '林主管', fingerprint: '3481 0273 9920 1184 5520 7719', made: '2025-11-02' };
const WANG = { id: 'b2', label: '王经理', fingerprint: '0918 4427 3016 5582 9904 1273', made: '2025-10-11' };
const toKey = (id: string | null, receivers: ReceiversView): DeskView => ({
  ...busy,
  exporting: { ...exporting, receivers, choice: { ...exporting.choice, lock: { kind: 'key', id } } },
});

const show = (view: DeskView) => (
  <InLanguage language="zh-CN">
    <DeskPage view={view} act={ignore} section="day" />
  </InLanguage>
);

export default {
  loading: show({ ...quiet, day: null, log: { kind: 'loading' } }),
  'first day': show(quiet),
  failed: show({ ...quiet, log: { kind: 'failed', why: '磁盘已满' } }),
  busy: show(busy),
  'backup, none': show({ ...busy, backup: { kind: 'set-up' } }),
  'backup, due': show({ ...busy, backup: { kind: 'download' } }),
  'backup, not allowed': show({ ...busy, backup: { kind: 'allow', folder: '柜边备份' } }),
  'never exported': show({ ...busy, exports: [], reminder: { days: 8, ever: false } }),
  'not exported for long': show({ ...busy, reminder: { days: 12, ever: true } }),
  'about to export': show({ ...busy, exporting }),
  'export of two days': show({
    ...busy,
    exporting: {
      ...exporting,
      size: { events: 812, buyers: 31 },
      choice: { ...exporting.choice, days: { from: '2025-11-04', to: '2025-11-05' } },
    },
  }),
  'nothing to export': show({
    ...busy,
    exporting: { ...exporting, size: { events: 0, buyers: 0 }, hasText: false },
  }),
  'export in full': show({
    ...busy,
    exporting: { ...exporting, choice: { ...exporting.choice, words: 'full' } },
  }),
  'full without a purpose': show({
    ...busy,
    exporting: { ...exporting, choice: { ...exporting.choice, purpose: ' ', words: 'full' } },
  }),
  'with a short passphrase': show({
    ...busy,
    exporting: {
      ...exporting,
      choice: { ...exporting.choice, lock: { kind: 'passphrase', passphrase: '1234567' } },
    },
  }),
  'to a key, none known': show(toKey(null, { known: [], read: { kind: 'nothing' } })),
  'to a key': show(toKey('a1', { known: [LIN, WANG], read: { kind: 'nothing' } })),
  'comparing a key': show(
    toKey(null, {
      known: [LIN],
      read: { kind: 'offer', key: { ...WANG, label: '林主管' }, meets: 'clash' },
    }),
  ),
  'a file without a key': show(
    toKey(null, { known: [], read: { kind: 'refused', why: '这不是柜边的收件钥匙文件。' } }),
  ),
  'writing the file': show({
    ...busy,
    exporting: { ...exporting, state: { kind: 'writing', written: 2000 } },
  }),
  exported: show({
    ...busy,
    notice: {
      text: '已导出 counterside-小柚-20251108.cslog：11月3日 – 11月8日，4,204 条记录，链头 9f2c41d07b1e。文件在浏览器的下载文件夹里。',
      tone: 'fine',
      undo: false,
    },
  }),
  english: (
    <InLanguage language="en">
      <DeskPage view={{ ...busy, exporting }} act={ignore} section="day" />
    </InLanguage>
  ),
};
